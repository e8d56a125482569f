package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Type;

class SerialProbeTest {
  private static void serial(World world, String server, long serial) {
    world
        .server(server)
        .remove("example.test", "example.test", Type.SOA)
        .add("example.test", "@ 300 SOA ns1 hostmaster " + serial + " 1800 900 604800 120");
  }

  @Test
  void tellsThatServersAgree() {
    try (World world = new World()) {
      ProbeResult result = world.probe("dns.serials", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("AGREE");
      assertThat(result.facts().get("highest")).isEqualTo("2026010107");
    }
  }

  @ParameterizedTest
  @CsvSource({"2026010107,2026010104,3", "2,4294967295,3"})
  void namesTheServerThatLagsAndByHowMuch(long first, long second, long distance) {
    try (World world = new World()) {
      serial(world, World.NS1, first);
      serial(world, World.NS2, second);
      ProbeResult result = world.probe("dns.serials", "domain", "example.test");
      assertThat(result.outcome().id()).isEqualTo("DIFFER");
      assertThat(result.facts().get("lagging")).isEqualTo("ns2.example.test (192.0.2.12)");
      assertThat(result.facts().get("leading")).isEqualTo("ns1.example.test (192.0.2.11)");
      assertThat(result.facts().get("distance")).isEqualTo(Long.toString(distance));
    }
  }

  @Test
  void tellsThatNoServerHasTheZone() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.REFUSE);
      world.server(World.NS2).behave(Behaviour.SERVFAIL);
      assertThat(world.probe("dns.serials", "domain", "example.test").outcome().id())
          .isEqualTo("ERROR");
    }
  }
}
