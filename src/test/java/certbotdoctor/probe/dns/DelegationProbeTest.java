package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

class DelegationProbeTest {
  private static final String FIRST = "ns1.example.test (192.0.2.11)";
  private static final String SECOND = "ns2.example.test (192.0.2.12)";

  private static ProbeResult probe(World world) {
    return world.probe("dns.delegation", "domain", "example.test");
  }

  @Test
  void findsNothingInAZoneInOrder() {
    try (World world = new World()) {
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("OK");
      assertThat(result.facts().get("zones")).isEqualTo("., test, example.test");
      assertThat(result.facts().get("servers-ok")).isEqualTo(FIRST + ", " + SECOND);
      assertThat(result.facts().has("also")).isFalse();
      assertThat(result.facts().has("extent")).isFalse();
    }
  }

  @Test
  void tellsADomainThatIsNotRegistered() {
    try (World world = new World()) {
      ProbeResult result = world.probe("dns.delegation", "domain", "www.missing.test");
      assertThat(result.outcome().id()).isEqualTo("DOMAIN_MISSING");
      assertThat(result.facts().get("missing")).isEqualTo("missing.test");
      assertThat(result.facts().get("missing-in")).isEqualTo("test");
    }
  }

  @Test
  void doesNotMindThatASubdomainHasNoRecords() {
    try (World world = new World()) {
      assertThat(world.probe("dns.delegation", "domain", "a.b.example.test").outcome().id())
          .isEqualTo("OK");
    }
  }

  @Test
  void namesTheOneServerThatRefuses() {
    try (World world = new World()) {
      world.server(World.NS2).behave(Behaviour.REFUSE);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("LAME_REFUSED");
      assertThat(result.facts().get("servers-refused")).isEqualTo(SECOND);
      assertThat(result.facts().get("servers-ok")).isEqualTo(FIRST);
      assertThat(result.facts().get("extent")).isEqualTo("some");
      assertThat(result.facts().has("also")).isFalse();
    }
  }

  @Test
  void tellsWhenAllServersRefuse() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.REFUSE);
      world.server(World.NS2).behave(Behaviour.REFUSE);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("LAME_REFUSED");
      assertThat(result.facts().get("extent")).isEqualTo("all");
    }
  }

  @Test
  void tellsServfail() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.SERVFAIL);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("LAME_SERVFAIL");
      assertThat(result.facts().get("servers-servfail")).isEqualTo(FIRST);
    }
  }

  @Test
  void tellsAnswersWithoutAuthority() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.NOT_AUTHORITATIVE);
      assertThat(probe(world).outcome().id()).isEqualTo("LAME_NOT_AUTHORITATIVE");
    }
  }

  @Test
  void tellsUpwardReferrals() {
    try (World world = new World()) {
      world.server(World.NS2).behave(Behaviour.UPWARD);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("UPWARD_REFERRAL");
      assertThat(result.facts().get("servers-upward")).isEqualTo(SECOND);
    }
  }

  @Test
  void tellsServersThatDoNotAnswer() {
    try (World world = new World()) {
      world.server(World.NS2).behave(Behaviour.DROP);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("TIMEOUT");
      assertThat(result.facts().get("servers-timeout")).isEqualTo(SECOND);
    }
  }

  @Test
  void tellsParentAndZoneThatNameOtherServers() {
    try (World world = new World().add("test", "example IN NS ns3.example.test.")) {
      world.add("test", "ns3.example IN A 192.0.2.13");
      world
          .server("192.0.2.13")
          .serve(
              "example.test",
              "@ 300 SOA ns1 hostmaster 7 1 1 1 1\n"
                  + "@ NS ns1\n@ NS ns2\nns1 A 192.0.2.11\nns2 A 192.0.2.12\nns3 A 192.0.2.13");
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("PARENT_CHILD_DIFFER");
      assertThat(result.facts().get("parent-only")).isEqualTo("ns3.example.test");
    }
  }

  @Test
  void asksServersThatOnlyTheZoneNames() {
    try (World world = new World().add("example.test", "@ IN NS ns1.provider.test.")) {
      world.server(World.PROVIDER).behave(Behaviour.REFUSE.onName("example.test."));
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("LAME_REFUSED");
      assertThat(result.facts().get("servers-refused")).isEqualTo("ns1.provider.test (192.0.2.21)");
      assertThat(result.facts().get("child-only")).isEqualTo("ns1.provider.test");
      assertThat(result.facts().get("also")).isEqualTo("PARENT_CHILD_DIFFER");
    }
  }

  @Test
  void tellsWrongGlueAsTheCauseOfALameServer() {
    try (World world = new World().remove("test", "ns2.example.test", Type.A)) {
      world.add("test", "ns2.example IN A 192.0.2.99");
      world.server("192.0.2.99").behave(Behaviour.REFUSE);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("GLUE_WRONG");
      assertThat(result.facts().get("glue-wrong"))
          .isEqualTo("ns2.example.test: parent 192.0.2.99 zone 192.0.2.12");
    }
  }

  @Test
  void tellsServersWithoutAddress() {
    try (World world = new World().add("test", "example IN NS ns.gone.test.")) {
      world.add("example.test", "@ IN NS ns.gone.test.");
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("NS_UNRESOLVABLE");
      assertThat(result.facts().get("unresolvable")).isEqualTo("ns.gone.test");
      assertThat(result.facts().get("extent")).isEqualTo("some");
    }
  }

  @Test
  void tellsPrivateAddressesAndDoesNotAskThem() {
    try (World world = new World().remove("test", "ns2.example.test", Type.A)) {
      world.remove("example.test", "ns2.example.test", Type.A);
      world.add("test", "ns2.example IN A 10.0.0.2");
      world.add("example.test", "ns2 IN A 10.0.0.2");
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("PRIVATE_ADDRESS");
      assertThat(result.facts().get("private")).isEqualTo("ns2.example.test (10.0.0.2)");
      assertThat(result.trace()).noneMatch(one -> one.address().equals("10.0.0.2"));
    }
  }

  @Test
  void judgesTheZoneOfADelegatedChallengeName() {
    try (World world = new World()) {
      world.add("example.test", "_acme-challenge IN NS ns1.provider.test.");
      world
          .server(World.PROVIDER)
          .serve(
              "_acme-challenge.example.test",
              "@ 300 SOA ns1.provider.test. x.provider.test. 1 1 1 1 1\n@ NS ns1.provider.test.");
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("OK");
      assertThat(result.facts().get("challenge-delegated")).isEqualTo("true");
      assertThat(result.facts().get("zone")).isEqualTo("_acme-challenge.example.test");
    }
  }

  @Test
  void reportsAnUnreachableFamilyOnceAndNotAsAFault() {
    try (World world = new World()) {
      world.add("test", "ns1.example IN AAAA 2001:db8::11");
      world.add("example.test", "ns1 IN AAAA 2001:db8::11");
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("OK");
      assertThat(result.facts().get("unreachable-family")).isEqualTo("IPv6");
    }
  }
}
