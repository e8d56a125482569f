package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.exchange.Transport;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

class BehaviourProbeTest {
  private static final String SECOND = "ns2.example.test (192.0.2.12)";

  private static ProbeResult probe(World world) {
    return world.probe("dns.behaviour", "domain", "example.test");
  }

  @Test
  void findsNothingInAZoneInOrder() {
    try (World world = new World()) {
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("OK");
      assertThat(result.facts().has("also")).isFalse();
    }
  }

  @Test
  void tellsNamesInOtherLetters() {
    try (World world = new World()) {
      world.server(World.NS2).behave(Behaviour.LOWER_CASE);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("CASE_MANGLED");
      assertThat(result.facts().get("servers-case-mangled")).isEqualTo(SECOND);
      assertThat(result.facts().get("severity")).isEqualTo("may-break");
    }
  }

  @Test
  void tellsQuestionsWithEdnsThatAreDropped() {
    try (World world = new World()) {
      world.server(World.NS2).behave(Behaviour.DROP.onEdns());
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("EDNS_DROPPED");
      assertThat(result.facts().get("servers-edns-dropped")).isEqualTo(SECOND);
    }
  }

  @Test
  void tellsQuestionsWithEdnsThatAreAnError() {
    try (World world = new World()) {
      world.server(World.NS2).behave(Behaviour.rcode(1).onEdns());
      assertThat(probe(world).outcome().id()).isEqualTo("EDNS_DROPPED");
    }
  }

  @Test
  void remarksServersThatDoNotKnowEdns() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.NO_EDNS);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("OK");
      assertThat(result.facts().get("servers-without-edns"))
          .isEqualTo("ns1.example.test (192.0.2.11)");
    }
  }

  @Test
  void tellsClosedTcp() {
    try (World world = new World()) {
      world.server(World.NS2).refuseTcp();
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("TCP_REFUSED");
      assertThat(result.facts().get("servers-tcp-refused")).isEqualTo(SECOND);
      assertThat(result.facts().get("extent")).isEqualTo("some");
    }
  }

  @Test
  void tellsLargeAnswersThatAreLost() {
    try (World world = new World()) {
      world.server(World.NS2).refuseTcp().behave(Behaviour.TRUNCATE.onType(Type.TXT));
      assertThat(probe(world).outcome().id()).isEqualTo("LARGE_ANSWER_LOST");
    }
  }

  @Test
  void tellsNonTerminalsThatAreDenied() {
    try (World world = new World().add("example.test", "_acme-challenge.a IN TXT value")) {
      world.server(World.NS1).behave(Behaviour.rcode(3).onName("a.example.test."));
      ProbeResult result = world.probe("dns.behaviour", "domain", "a.example.test");
      assertThat(result.outcome().id()).isEqualTo("ENT_NXDOMAIN");
      assertThat(result.facts().get("severity")).isEqualTo("notice");
    }
  }

  @Test
  void tellsThatNoServerAnswers() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.DROP.over(Transport.UDP));
      world.server(World.NS2).behave(Behaviour.SERVFAIL);
      assertThat(probe(world).outcome().id()).isEqualTo("ERROR");
    }
  }
}
