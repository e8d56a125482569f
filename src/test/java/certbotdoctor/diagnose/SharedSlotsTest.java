package certbotdoctor.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.ChallengeType;
import certbotdoctor.core.Slots;
import certbotdoctor.core.SourceSpan;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Diary;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.RunOutcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long values that all names of a certificate have in common are made once. */
class SharedSlotsTest {
  private static final List<String> LONG =
      List.of("domain-options", "retry-command", "dry-run-command", "watch-command");

  private static Run run(int names) {
    List<IdentifierRun> identifiers =
        IntStream.range(0, names)
            .mapToObj(
                i ->
                    new IdentifierRun(
                        "h" + i + ".example.org",
                        false,
                        ChallengeType.DNS_01,
                        RunOutcome.FAILURE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
            .toList();
    CertificateRun certificate =
        new CertificateRun(
            "c.example.org",
            "dns-cloudflare",
            null,
            RunOutcome.FAILURE,
            false,
            null,
            identifiers,
            List.of(),
            List.of());
    Diary diary =
        new Diary(
            List.of(new SourceSpan("log", 0, 1, 1, 1)),
            null,
            null,
            null,
            "certbot",
            "2.1.0",
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            true,
            false);
    return new Run(diary, List.of(certificate), RunOutcome.FAILURE);
  }

  private static List<Slots> slots(int names) {
    Run run = run(names);
    CertificateRun certificate = run.certificates().get(0);
    Freshness now = new Freshness(Instant.EPOCH, ZoneOffset.UTC);
    RuleSet none = new RuleSet(List.of(), List.of(), List.of());
    SubjectSlots slots = new SubjectSlots(none, now);
    return certificate.identifiers().stream()
        .map(one -> new Subject("R1", run, certificate, one))
        .map(subject -> slots.of(subject, new FactSet(List.of())))
        .toList();
  }

  @Test
  void namesAreNotJoinedForEachOfThem() {
    List<Slots> all = slots(50);
    assertThat(all.get(7).get("domain")).isEqualTo("h7.example.org");
    for (String slot : LONG) {
      assertThat(all.get(0).get(slot)).contains("-d h0.example.org").contains("-d h49.example.org");
      assertThat(all).allSatisfy(one -> assertThat(one.get(slot)).isSameAs(all.get(0).get(slot)));
    }
  }

  @Test
  void moreNamesThanOneWritesAreAPlaceholder() {
    assertThat(slots(1000).get(0).get("domain-options")).isEqualTo("-d <name>");
  }
}
