package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real certbot against a real CA and real name servers, of which one lags. */
@Tag("full")
class CaptureLabTest {
  private static final String ADD = "echo \"update add $name 60 TXT $CERTBOT_VALIDATION\" | update";
  private static final String REMOVE =
      "echo \"update delete $name TXT $CERTBOT_VALIDATION\" | update";

  @TempDir private Path directory = Path.of("");

  private CaptureLab lab(int lag) throws IOException, InterruptedException {
    assumeTrue(CaptureLab.possible(), "the programs of the laboratory are there");
    return new CaptureLab(directory, lag);
  }

  private Path report() {
    return directory.resolve("report.json");
  }

  private JsonNode diagnosis() throws IOException {
    return new ObjectMapper().readTree(report().toFile()).path("diagnoses").path(0);
  }

  private static List<String> manual(CaptureLab lab, String auth, String clean, String... domains) {
    List<String> words =
        new ArrayList<>(List.of("--manual", "--preferred-challenges", "dns", "--manual-auth-hook"));
    words.addAll(List.of(auth, "--manual-cleanup-hook", clean));
    for (String domain : domains) {
      words.addAll(List.of("-d", domain));
    }
    return lab.certbot(words.toArray(new String[0]));
  }

  @Test
  void laggingServerIsNamedAndTheAdvisedWaitSucceeds() throws Exception {
    try (CaptureLab lab = lab(6)) {
      assertThat(lab.run(report(), lab.certbot(lab.rfc2136(1, "example.org")))).isEqualTo(1);
      JsonNode found = diagnosis();
      assertThat(found.path("cause").asText()).isEqualTo("propagation-delay");
      assertThat(found.path("verdict").asText()).isEqualTo("confirmed");
      assertThat(found.path("evidence"))
          .anySatisfy(
              one -> {
                assertThat(one.path("during").asBoolean()).isTrue();
                assertThat(one.path("says").asText())
                    .contains("ns2.example.org (" + CaptureLab.SECONDARY + ")")
                    .containsPattern("needed \\d+\\.\\d s");
              });
      assertThat(found.path("alternatives").toString())
          .contains("txt-name-wrong", "txt-double-domain");
      assertThat(found.path("alternatives"))
          .filteredOn(one -> one.path("cause").asText().matches("txt-name-wrong|txt-double-domain"))
          .allSatisfy(one -> assertThat(one.path("verdict").asText()).isEqualTo("ruled-out"));
      assertThat(found.path("remedies").toString())
          .contains("--dns-rfc2136-propagation-seconds 30");
      assertThat(lab.run(report(), lab.certbot(lab.rfc2136(30, "example.org")))).isZero();
      assertThat(diagnosis().isMissingNode()).isTrue();
      assertThat(Files.readString(report())).contains("propagation-measured");
    }
  }

  @Test
  void valueOfAnEarlierAttemptIsSeen() throws Exception {
    try (CaptureLab lab = lab(0)) {
      lab.update(
          "example.org",
          "update add _acme-challenge.example.org 60 TXT"
              + " LHswe_jcSBxVfEKkdV4pVs3Y-AnEBtKZb01-PU3Go3A");
      String nothing = lab.hook("nothing", "sleep 3");
      assertThat(lab.run(report(), manual(lab, nothing, nothing, "example.org"))).isEqualTo(1);
      JsonNode found = diagnosis();
      assertThat(found.path("cause").asText()).isEqualTo("txt-stale-record");
      assertThat(found.path("verdict").asText()).isEqualTo("likely");
      assertThat(found.path("because").asText())
          .contains("LHswe_jcSBxVfEKkdV4pVs3Y-AnEBtKZb01-PU3Go3A");
    }
  }

  @Test
  void secondValueThatReplacesTheFirstIsSeen() throws Exception {
    try (CaptureLab lab = lab(0)) {
      String replace =
          lab.hook(
              "replace",
              "printf \"update delete $name TXT\\nupdate add $name 60 TXT $CERTBOT_VALIDATION\\n\""
                  + " | update; sleep 3");
      String clean = lab.hook("clean", "echo \"update delete $name TXT\" | update; sleep 1");
      assertThat(lab.run(report(), manual(lab, replace, clean, "example.org", "*.example.org")))
          .isEqualTo(1);
      JsonNode found = diagnosis();
      assertThat(found.path("cause").asText()).isEqualTo("txt-multiple-records");
      assertThat(found.path("verdict").asText()).isEqualTo("confirmed");
    }
  }

  @Test
  void aliasIsFollowedToTheServersOfItsZone() throws Exception {
    try (CaptureLab lab = lab(6)) {
      lab.lag(0);
      lab.update(
          "example.org",
          "update add _acme-challenge.example.org 60 CNAME one.challenges.example.net.");
      lab.lag(6);
      String add =
          lab.hook("add", ADD.replace("$name", "one.challenges.example.net") + "; sleep 2");
      String remove = lab.hook("remove", REMOVE.replace("$name", "one.challenges.example.net"));
      assertThat(lab.run(report(), manual(lab, add, remove, "example.org"))).isEqualTo(1);
      assertThat(Files.readString(report())).contains("ns2.challenges.example.net");
      assertThat(diagnosis().path("cause").asText()).isEqualTo("propagation-delay");
    }
  }

  @Test
  void hookThatWaitsSucceedsThoughAServerLags() throws Exception {
    try (CaptureLab lab = lab(5)) {
      String wait =
          String.join(
              " ",
              CaptureLab.doctor("wait", "--from-certbot-env", "--resolver", CaptureLab.PRIMARY)
                  .stream()
                  .map(word -> "'" + word + "'")
                  .toList());
      String add = lab.hook("add", ADD + "\n" + wait);
      String remove = lab.hook("remove", REMOVE);
      assertThat(lab.run(report(), manual(lab, add, remove, "example.org"))).isZero();
      assertThat(diagnosis().isMissingNode()).isTrue();
    }
  }
}
