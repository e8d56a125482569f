package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameProbeTest {
  private static final String VALUE = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";

  @ParameterizedTest
  @CsvSource({
    "example.test,_acme-challenge.example.test.example.test,DOUBLE_NAME",
    "sub.example.test,_acme-challenge.sub.example.test.example.test,DOUBLE_NAME",
    "sub.example.test,_acme-challenge.sub.example.test.sub.example.test,DOUBLE_NAME",
    "example.test,example.test,APEX",
    "sub.example.test,sub.example.test,APEX",
    "example.test,acme-challenge.example.test,UNDERSCORE_MISSING",
    "sub.example.test,_acme-challenge.example.test,WRONG_SUBDOMAIN",
    "example.test,_acme-challenge.www.example.test,WRONG_SUBDOMAIN",
    "example.test,_acme-challenge._acme-challenge.example.test,WRONG_SUBDOMAIN"
  })
  void findsTheRecordWhereItWasPutByMistake(String domain, String at, String outcome) {
    try (World world = new World().add("example.test", at + ". 60 IN TXT " + VALUE)) {
      ProbeResult result = world.probe("dns.name", "domain", domain, "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo(outcome);
      assertThat(result.facts().get("at")).isEqualTo(at);
      assertThat(result.facts().get("match")).isEqualTo("expected");
    }
  }

  @Test
  void findsTheRecordBelowTheTargetOfAnAlias() {
    try (World world = new World()) {
      world.add("example.test", "_acme-challenge IN CNAME x.provider.test.");
      world.add("provider.test", "_acme-challenge.x IN TXT " + VALUE);
      ProbeResult result = world.probe("dns.name", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("CNAME_TARGET_PREFIXED");
      assertThat(result.facts().get("at")).isEqualTo("_acme-challenge.x.provider.test");
    }
  }

  @Test
  void takesADigestForTheRecordWhereNoValueIsKnown() {
    try (World world = new World()) {
      world.add("example.test", "_acme-challenge.example.test.example.test. IN TXT " + VALUE);
      ProbeResult result = world.probe("dns.name", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("DOUBLE_NAME");
      assertThat(result.facts().get("match")).isEqualTo("digest");
    }
  }

  @Test
  void doesNotTakeAnotherNamesChallengeForAMistake() {
    try (World world = new World().add("example.test", "_acme-challenge IN TXT " + VALUE)) {
      assertThat(world.probe("dns.name", "domain", "sub.example.test").outcome().id())
          .isEqualTo("NONE");
    }
  }

  @Test
  void tellsAWildcardApart() {
    try (World world = new World().add("example.test", "* IN TXT " + VALUE)) {
      ProbeResult result = world.probe("dns.name", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("WILDCARD");
      assertThat(result.facts().get("wildcard")).isEqualTo("true");
    }
  }

  @Test
  void findsNothingInAZoneInOrder() {
    try (World world = new World()) {
      ProbeResult result = world.probe("dns.name", "domain", "example.test", "expected", VALUE);
      assertThat(result.outcome().id()).isEqualTo("NONE");
      assertThat(result.facts().get("looked-at")).contains("acme-challenge.example.test");
    }
  }

  @Test
  void tellsThatTheServersDoNotAnswer() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.SERVFAIL);
      world.server(World.NS2).behave(Behaviour.SERVFAIL);
      assertThat(world.probe("dns.name", "domain", "example.test").outcome().id())
          .isEqualTo("ERROR");
    }
  }
}
