package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenMetricsTest {
  private static String prom(Report report) {
    return Rendered.of(Format.PROM, report);
  }

  @Test
  void failuresAreCountedByCertificateAndCause() {
    assertThat(prom(SampleReports.severalCauses()))
        .contains(
            "certbot_doctor_failures{certificate=\"example.org\",cause=\"txt-stale-record\","
                + "verdict=\"likely\"} 2\n",
            "certbot_doctor_certificate_failed{certificate=\"example.org\"} 1\n");
  }

  @Test
  void timesAreSecondsSince1970() {
    String prom = prom(SampleReports.staleRecord());
    // 2025-11-03T03:04:21.678+01:00, 2026-02-01T10:00:00Z, 2026-01-02T03:00:00Z
    assertThat(prom)
        .contains(
            "certbot_doctor_last_success_timestamp_seconds{certificate=\"example.org\"}"
                + " 1762135461\n",
            "certbot_doctor_certificate_expiry_timestamp_seconds{certificate=\"example.org\"}"
                + " 1769940000\n",
            "certbot_doctor_report_timestamp_seconds 1767322800\n");
  }

  @Test
  void aTimeOfUnknownOffsetIsLeftOut() {
    assertThat(prom(SampleReports.success()))
        .doesNotContain("last_success_timestamp_seconds{")
        .contains("certificate_failed{certificate=\"example.org\"} 0");
  }

  @Test
  void labelsAreBounded() {
    Report one = SampleReports.staleRecord();
    List<DiagnosisReport> diagnoses = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      diagnoses.add(SampleDiagnoses.propagation("D" + i, "likely", "n" + i + ".example.org"));
    }
    Report many = SampleParts.withDiagnoses(one, diagnoses);
    assertThat(prom(many).lines().filter(line -> line.contains("_failures{")))
        .hasSizeLessThan(1100)
        .anyMatch(line -> line.matches(".*certificate=\"\\(others\\)\".* 2000"));
  }
}
