package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.exchange.Transport;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Type;

class TxtProbeTest {
  private static final String VALUE = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";
  private static final String OTHER = "9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI";
  private static final String RECORD = "_acme-challenge.example.test. 60 IN TXT ";

  @Test
  void findsTheExpectedValueOnEveryServer() {
    try (World world = new World().add("example.test", RECORD + VALUE)) {
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED");
      assertThat(result.facts().get("servers-expected"))
          .isEqualTo("ns1.example.test (192.0.2.11), ns2.example.test (192.0.2.12)");
      assertThat(result.facts().get("ttl")).isEqualTo("60");
      assertThat(result.trace())
          .anySatisfy(
              one -> {
                assertThat(one.question()).isEqualTo("_acme-challenge.example.test. TXT");
                assertThat(one.address()).isEqualTo(World.NS2);
                assertThat(one.transport()).isEqualTo("tcp");
                assertThat(one.flags()).contains("aa");
                assertThat(one.answer()).hasSize(1);
              });
    }
  }

  @Test
  void namesTheServerThatLacksTheValue() {
    try (World world = new World()) {
      world.server(World.NS1).add("example.test", RECORD + VALUE);
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED_PARTLY");
      assertThat(result.facts().get("servers-absent")).isEqualTo("ns2.example.test (192.0.2.12)");
      assertThat(result.facts().get("missing")).isEqualTo(VALUE);
    }
  }

  @Test
  void wantsBothValuesOfAnApexAndItsWildcard() {
    try (World world = new World().add("example.test", RECORD + VALUE)) {
      ProbeResult result =
          world.probe("dns.txt", "domain", "*.example.test", "expected", VALUE + " " + OTHER);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED_PARTLY");
      assertThat(result.facts().get("missing")).isEqualTo(OTHER);
    }
  }

  @Test
  void joinsTheStringsOfOneRecord() {
    String halves = "\"" + VALUE.substring(0, 20) + "\" \"" + VALUE.substring(20) + "\"";
    try (World world = new World().add("example.test", RECORD + halves)) {
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\" LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0\",whitespace",
        "\"LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0\\010\",whitespace",
        "\"\\\"LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0\\\"\",quotes",
        "loqxcyv8q5onbjqxbmr7sctno3tiaxdfowyjxajeux0,case",
        "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0=,padded-base64",
        "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDf,truncated",
        "2e8a9771857cab938d6c94316e647b4824cda37b620170dfa30ca3c408c4b97d,hex-digest",
        "dns=LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0,embedded"
      })
  void recognisesTheValueInAFormThatTheCaRefuses(String rdata, String form) {
    try (World world = new World().add("example.test", RECORD + rdata)) {
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      boolean wrapped = form.equals("whitespace") || form.equals("quotes");
      assertThat(result.outcome().id()).isEqualTo(wrapped ? "WRAPPED" : "MANGLED");
      assertThat(result.facts().get("form")).isEqualTo(form);
    }
  }

  @Test
  void recognisesStandardBase64() {
    String standard = OTHER.replace('-', '+').replace('_', '/') + "=";
    try (World world = new World().add("example.test", RECORD + standard)) {
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", OTHER);
      assertThat(result.facts().get("form")).isEqualTo("standard-base64");
    }
  }

  @ParameterizedTest
  @CsvSource({"dG9rZW4.dGh1bWI,key-authorization", "dG9rZW4,token"})
  void recognisesWhatTheValueIsMadeFrom(String found, String form) {
    // the expected value is the digest of the key authorization
    String expected = "eX_hRfEBJx5Zy9o6K2bAZpUjYvgJmV7Xs6ASr_p52F4";
    try (World world = new World().add("example.test", RECORD + found)) {
      ProbeResult result =
          world.probe(
              "dns.txt", "domain", "example.test", "expected", expected, "token", "dG9rZW4");
      assertThat(result.outcome().id()).isEqualTo("MANGLED");
      assertThat(result.facts().get("form")).isEqualTo(form);
    }
  }

  @Test
  void knowsTheValueOfAnEarlierRun() {
    try (World world = new World().add("example.test", RECORD + OTHER)) {
      ProbeResult result =
          world.probe("dns.txt", "domain", "example.test", "expected", VALUE, "stale", OTHER);
      assertThat(result.outcome().id()).isEqualTo("STALE");
      assertThat(result.facts().get("found")).isEqualTo(OTHER);
    }
  }

  @Test
  void tellsTheValueOfAnotherChallengeFromForeignText() {
    try (World world = new World().add("example.test", RECORD + OTHER)) {
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("OTHER_CHALLENGE");
      assertThat(result.facts().get("found")).isEqualTo(OTHER);
    }
  }

  @Test
  void tellsForeignValues() {
    String spf = "\"v=spf1 -all\"";
    try (World world = new World().add("example.test", RECORD + spf)) {
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("FOREIGN");
      assertThat(result.facts().get("found")).isEqualTo("v=spf1 -all");
    }
  }

  @Test
  void doesNotJudgeWithoutExpectation() {
    try (World world = new World().add("example.test", RECORD + OTHER)) {
      assertThat(world.probe("dns.txt", "domain", "example.test").outcome().id())
          .isEqualTo("PRESENT");
    }
  }

  @Test
  void tellsAbsence() {
    try (World world = new World()) {
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("ABSENT");
      assertThat(result.facts().get("absent-as")).isEqualTo("NXDOMAIN");
    }
  }

  @Test
  void tellsErrors() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.SERVFAIL.onType(Type.TXT));
      world.server(World.NS2).behave(Behaviour.REFUSE.onType(Type.TXT));
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("ERROR");
      assertThat(result.facts().get("errors"))
          .isEqualTo(
              "ns1.example.test (192.0.2.11): SERVFAIL, ns2.example.test (192.0.2.12): REFUSED");
    }
  }

  @Test
  void fetchesTruncatedAnswersOverTcp() {
    try (World world = new World().add("example.test", RECORD + VALUE)) {
      for (int i = 0; i < 40; i++) {
        world.add("example.test", RECORD + "old-value-number-" + i + "-of-a-record-set-that-grew");
      }
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED");
      assertThat(result.facts().get("found-count")).isEqualTo("41");
      assertThat(result.facts().get("truncated")).isEqualTo("true");
    }
  }

  @Test
  void namesServersThatFailOverTcpOnly() {
    try (World world = new World().add("example.test", RECORD + VALUE)) {
      world.server(World.NS2).behave(Behaviour.SERVFAIL.over(Transport.TCP));
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED");
      assertThat(result.facts().get("servers-tcp-failing"))
          .isEqualTo("ns2.example.test (192.0.2.12)");
    }
  }

  @Test
  void namesServersWhoseTransportsDiffer() {
    try (World world = new World().add("example.test", RECORD + VALUE)) {
      world.server(World.NS1).behave(Behaviour.rcode(3).onType(Type.TXT).over(Transport.TCP));
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.facts().get("servers-transports-differ"))
          .isEqualTo("ns1.example.test (192.0.2.11)");
    }
  }

  @Test
  void looksAtTheEndOfAnAlias() {
    try (World world = new World()) {
      world.add("example.test", "_acme-challenge 60 IN CNAME example.provider.test.");
      world.add("provider.test", "example 60 IN TXT " + VALUE);
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED");
      assertThat(result.facts().get("zone")).isEqualTo("provider.test");
      assertThat(result.facts().get("target")).isEqualTo("example.provider.test");
    }
  }

  @Test
  void reportsAnUnreachableFamilyOnce() {
    try (World world = new World().add("example.test", RECORD + VALUE)) {
      world.add("test", "ns1.example IN AAAA 2001:db8::11\nns2.example IN AAAA 2001:db8::12");
      ProbeResult result = world.probe("dns.txt", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("EXPECTED");
      assertThat(result.facts().get("unreachable-family")).isEqualTo("IPv6");
      assertThat(result.facts().has("servers-error")).isFalse();
    }
  }
}
