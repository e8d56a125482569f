package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class CaaProbeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 issue \"letsencrypt.org\"|example.test|ALLOWS",
        "0 issue \" letsencrypt.org ; \"|example.test|ALLOWS",
        "0 issue \"other.example\"|example.test|FORBIDS",
        "0 issue \";\"|example.test|FORBIDS",
        "0 issue \"letsencrypt.org; broken\"|example.test|FORBIDS",
        "0 issuewild \";\"|example.test|ALLOWS",
        "0 issuewild \";\"|*.example.test|FORBIDS",
        "0 issue \"other.example\"|*.example.test|FORBIDS",
        "0 iodef \"mailto:x@example.test\"|*.example.test|ALLOWS",
        "0 ISSUE \"other.example\"|example.test|FORBIDS",
        "128 tbs \"x\"|example.test|CRITICAL_UNKNOWN",
        "1 tbs \"x\"|example.test|CRITICAL_UNKNOWN",
        "0 tbs \"x\"|example.test|ALLOWS",
        "128 issue \"letsencrypt.org\"|example.test|ALLOWS",
        "0 issue \"letsencrypt.org; validationmethods=http-01\"|example.test|METHOD_FORBIDDEN",
        "0 issue \"letsencrypt.org; validationmethods=http-01,dns-01\"|example.test|ALLOWS",
        "0 issue \"letsencrypt.org; accounturi=https://ca.test/acct/1\"|example.test|ALLOWS",
        "0 issue \"letsencrypt.org; accounturi=https://ca.test/acct/2\"|example.test"
            + "|ACCOUNT_FORBIDDEN"
      })
  void judgesARecordAsTheCaDoes(String rdata, String domain, String outcome) {
    try (World world = new World().add("example.test", "@ IN CAA " + rdata)) {
      ProbeResult result =
          world.probe("dns.caa", "domain", domain, "account", "https://ca.test/acct/1");
      assertThat(result.outcome().id()).isEqualTo(outcome);
      assertThat(result.facts().get("level")).isEqualTo("example.test");
    }
  }

  @Test
  void takesTheMostFavourableRecord() {
    try (World world = new World().add("example.test", "@ IN CAA 0 issue \"other.example\"")) {
      world.add("example.test", "@ IN CAA 0 issue \"letsencrypt.org\"");
      ProbeResult result = world.probe("dns.caa", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("ALLOWS");
      assertThat(result.facts().get("issuers")).isEqualTo("letsencrypt.org, other.example");
    }
  }

  @Test
  void saysThatAnAccountCouldNotBeCompared() {
    String bound = "\"letsencrypt.org; accounturi=https://ca.test/acct/2\"";
    try (World world = new World().add("example.test", "@ IN CAA 0 issue " + bound)) {
      ProbeResult result = world.probe("dns.caa", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("ALLOWS");
      assertThat(result.facts().get("account-unchecked")).isEqualTo("true");
      assertThat(result.facts().get("accounts")).isEqualTo("https://ca.test/acct/2");
    }
  }

  @Test
  void asksForAnotherCa() {
    try (World world = new World().add("example.test", "@ IN CAA 0 issue \"letsencrypt.org\"")) {
      assertThat(
              world.probe("dns.caa", "domain", "example.test", "ca", "ca.example").outcome().id())
          .isEqualTo("FORBIDS");
    }
  }

  @Test
  void climbsToTheClosestRecordSet() {
    try (World world = new World().add("test", "@ IN CAA 0 issue \"other.example\"")) {
      ProbeResult far = world.probe("dns.caa", "domain", "a.b.example.test");
      assertThat(far.outcome().id()).isEqualTo("FORBIDS");
      assertThat(far.facts().get("level")).isEqualTo("test");
      world.add("example.test", "b IN CAA 0 issue \"letsencrypt.org\"");
      ProbeResult near = world.probe("dns.caa", "domain", "a.b.example.test");
      assertThat(near.outcome().id()).isEqualTo("ALLOWS");
      assertThat(near.facts().get("level")).isEqualTo("b.example.test");
    }
  }

  @Test
  void followsAnAliasAtTheName() {
    try (World world = new World().add("example.test", "alias IN CNAME x.provider.test.")) {
      world.add("provider.test", "x IN CAA 0 issue \"other.example\"");
      ProbeResult result = world.probe("dns.caa", "domain", "alias.example.test");
      assertThat(result.outcome().id()).isEqualTo("FORBIDS");
      assertThat(result.facts().get("level")).isEqualTo("alias.example.test");
    }
  }

  @Test
  void allowsWhereThereIsNoRecord() {
    try (World world = new World()) {
      ProbeResult result = world.probe("dns.caa", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("ALLOWS");
      assertThat(result.facts().has("level")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"5,LOOKUP_REFUSED", "4,LOOKUP_NOTIMP", "2,LOOKUP_SERVFAIL", "1,LOOKUP_SERVFAIL"})
  void tellsServersThatMishandleTheType(int rcode, String outcome) {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.rcode(rcode).onType(Type.CAA));
      world.server(World.NS2).behave(Behaviour.rcode(rcode).onType(Type.CAA));
      ProbeResult result = world.probe("dns.caa", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo(outcome);
      assertThat(result.facts().get("level")).isEqualTo("example.test");
      assertThat(result.facts().get("extent")).isEqualTo("all");
    }
  }

  @Test
  void tellsServersThatDropTheType() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.DROP.onType(Type.CAA));
      world.server(World.NS2).behave(Behaviour.DROP.onType(Type.CAA));
      assertThat(world.probe("dns.caa", "domain", "example.test").outcome().id())
          .isEqualTo("LOOKUP_TIMEOUT");
    }
  }

  @Test
  void copesWithOneServerThatMishandlesTheType() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.NOTIMP.onType(Type.CAA));
      ProbeResult result = world.probe("dns.caa", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("ALLOWS");
      assertThat(result.facts().get("extent")).isEqualTo("some");
      assertThat(result.facts().get("errors")).isEqualTo("ns1.example.test (192.0.2.11): NOTIMP");
    }
  }

  @Test
  void ignoresAnErrorAboveTheClosestRecordSet() {
    try (World world = new World().add("example.test", "@ IN CAA 0 issue \"letsencrypt.org\"")) {
      world.server(World.TLD).behave(Behaviour.SERVFAIL.onType(Type.CAA));
      assertThat(world.probe("dns.caa", "domain", "example.test").outcome().id())
          .isEqualTo("ALLOWS");
    }
  }

  @Test
  void remarksAnswersWithoutSoa() {
    Behaviour bare =
        (query, transport, proper) -> {
          proper.removeAllRecords(Section.AUTHORITY);
          return proper;
        };
    try (World world = new World()) {
      world.server(World.NS1).behave(bare.onType(Type.CAA));
      ProbeResult result = world.probe("dns.caa", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("ALLOWS");
      assertThat(result.facts().get("no-soa")).isEqualTo("example.test");
    }
  }
}
