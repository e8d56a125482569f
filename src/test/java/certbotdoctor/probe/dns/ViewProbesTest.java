package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** The outside view, the local view, and who serves the zone. */
class ViewProbesTest {
  private static final String TXT = "_acme-challenge 60 IN TXT new";
  private static final Name NAME = Name.fromConstantString("_acme-challenge.example.test.");

  /** What a cache still has. */
  private static final Behaviour OLD =
      (query, transport, proper) -> {
        Message message = Behaviour.empty(query, Rcode.NOERROR);
        message.addRecord(new TXTRecord(NAME, DClass.IN, 17, "old"), Section.ANSWER);
        return message;
      };

  private static ProbeResult outside(World world) {
    return world.probe("dns.public", "domain", "example.test");
  }

  private static ProbeResult local(World world) {
    return world.probe("dns.local", "domain", "example.test");
  }

  @Test
  void seesTheRecordFromOutside() {
    try (World world = new World().add("example.test", TXT)) {
      ProbeResult result = outside(world);
      assertThat(result.outcome().id()).isEqualTo("VISIBLE");
      assertThat(result.facts().get("found")).isEqualTo("192.0.2.54: new");
      assertThat(result.facts().get("remaining-ttl")).isEqualTo("60");
    }
  }

  @Test
  void seesNothingWhereThereIsNothing() {
    try (World world = new World()) {
      ProbeResult result = outside(world);
      assertThat(result.outcome().id()).isEqualTo("ABSENT");
      assertThat(result.facts().get("negative-ttl")).isEqualTo("120");
    }
  }

  @Test
  void tellsHowLongACacheLags() {
    try (World world = new World().add("example.test", TXT)) {
      world.server(World.PUBLIC).behave(OLD);
      ProbeResult result = outside(world);
      assertThat(result.outcome().id()).isEqualTo("LAGGING");
      assertThat(result.facts().get("remaining-ttl")).isEqualTo("17");
      assertThat(result.facts().get("authoritative")).isEqualTo("new");
    }
  }

  @Test
  void readsWhyAResolverFails() {
    Behaviour bogus =
        (query, transport, proper) -> {
          Message message = Behaviour.empty(query, Rcode.SERVFAIL);
          ExtendedErrorCodeOption ede = new ExtendedErrorCodeOption(7, "signature expired");
          message.addRecord(new OPTRecord(1232, 0, 0, 0, ede), Section.ADDITIONAL);
          return message;
        };
    try (World world = new World()) {
      world.server(World.PUBLIC).behave(bogus);
      ProbeResult result = outside(world);
      assertThat(result.outcome().id()).isEqualTo("SERVFAIL");
      assertThat(result.facts().get("ede")).isEqualTo("7 SIGNATURE_EXPIRED: signature expired");
    }
  }

  @Test
  void tellsResolversThatDoNotAnswer() {
    try (World world = new World()) {
      world.server(World.PUBLIC).behave(Behaviour.REFUSE);
      assertThat(outside(world).outcome().id()).isEqualTo("UNREACHABLE");
    }
  }

  @Test
  void asksNoPublicResolverWhereNoneIsGiven() {
    try (World world = new World().withoutPublicResolvers()) {
      assertThat(outside(world).outcome().id()).isEqualTo("NOT_CONFIGURED");
    }
  }

  @Test
  void seesTheSameZoneLocally() {
    try (World world = new World().add("example.test", TXT)) {
      assertThat(local(world).outcome().id()).isEqualTo("SAME");
    }
  }

  @Test
  void tellsALocalCache() {
    try (World world = new World().add("example.test", TXT)) {
      world.server(World.RESOLVER).behave(OLD.onType(Type.TXT));
      ProbeResult result = local(world);
      assertThat(result.outcome().id()).isEqualTo("CACHED");
      assertThat(result.facts().get("found")).isEqualTo("old");
    }
  }

  @Test
  void tellsAnotherZoneOfTheSameName() {
    Name zone = Name.fromConstantString("example.test.");
    Name dc = Name.fromConstantString("dc.example.test.");
    Behaviour internal =
        (query, transport, proper) -> {
          Message message = Behaviour.empty(query, Rcode.NOERROR);
          message.getHeader().setFlag(Flags.AA);
          message.addRecord(
              new SOARecord(zone, DClass.IN, 60, dc, dc, 5, 1, 1, 1, 1), Section.ANSWER);
          return message;
        };
    try (World world = new World()) {
      world.server(World.RESOLVER).behave(internal.onType(Type.SOA));
      ProbeResult result = local(world);
      assertThat(result.outcome().id()).isEqualTo("SPLIT_HORIZON");
      assertThat(result.facts().get("local-primary")).contains("dc.example.test");
      assertThat(result.facts().get("local-authoritative")).isEqualTo("true");
    }
  }

  @Test
  void tellsThatTheLocalResolverFails() {
    try (World world = new World()) {
      world.server(World.RESOLVER).behave(Behaviour.SERVFAIL.onType(Type.TXT));
      assertThat(local(world).outcome().id()).isEqualTo("ERROR");
    }
  }

  @Test
  void namesTheServersOfTheZone() {
    try (World world = new World()) {
      ProbeResult result = world.probe("dns.provider", "domain", "www.example.test");
      assertThat(result.outcome().id()).isEqualTo("FOUND");
      assertThat(result.facts().get("ns")).isEqualTo("ns1.example.test, ns2.example.test");
      assertThat(result.facts().get("ns-domains")).isEqualTo("example.test");
      assertThat(result.facts().get("primary")).isEqualTo("ns1.example.test");
    }
  }

  @Test
  void tellsThatNobodyServesAnUnregisteredDomain() {
    try (World world = new World()) {
      assertThat(world.probe("dns.provider", "domain", "missing.test").outcome().id())
          .isEqualTo("NONE");
    }
  }
}
