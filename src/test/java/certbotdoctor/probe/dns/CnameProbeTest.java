package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class CnameProbeTest {
  private static final String ALIAS = "_acme-challenge 60 IN CNAME ";

  private static ProbeResult probe(World world) {
    return world.probe("dns.cname", "domain", "example.test");
  }

  @Test
  void tellsThatThereIsNoAlias() {
    try (World world = new World()) {
      assertThat(probe(world).outcome().id()).isEqualTo("NONE");
    }
  }

  @Test
  void followsACorrectAliasIntoItsOwnZone() {
    try (World world = new World().add("example.test", ALIAS + "x1.provider.test.")) {
      world.add("provider.test", "x1 60 IN TXT value");
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("CORRECT");
      assertThat(result.facts().get("chain"))
          .isEqualTo("_acme-challenge.example.test -> x1.provider.test");
      assertThat(result.facts().get("target-zone")).isEqualTo("provider.test");
    }
  }

  @Test
  void followsADname() {
    try (World world = new World().add("example.test", "sub IN DNAME provider.test.")) {
      world.add("provider.test", "_acme-challenge.x 60 IN TXT value");
      ProbeResult result = world.probe("dns.cname", "domain", "x.sub.example.test");
      assertThat(result.outcome().id()).isEqualTo("CORRECT");
      assertThat(result.facts().get("dname")).isEqualTo("true");
    }
  }

  @Test
  void tellsADanglingAlias() {
    try (World world = new World().add("example.test", ALIAS + "gone.provider.test.")) {
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("DANGLING");
      assertThat(result.facts().get("target")).isEqualTo("gone.provider.test");
    }
  }

  @Test
  void tellsThatTheTargetsDomainIsNotRegistered() {
    try (World world = new World().add("example.test", ALIAS + "x.unregistered.test.")) {
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("DANGLING");
      assertThat(result.facts().get("target-zone-missing")).isEqualTo("true");
    }
  }

  @Test
  void tellsATargetWithoutTxt() {
    try (World world = new World().add("example.test", ALIAS + "ns1.provider.test.")) {
      assertThat(probe(world).outcome().id()).isEqualTo("TARGET_WITHOUT_TXT");
    }
  }

  @Test
  void tellsALoop() {
    try (World world = new World().add("example.test", ALIAS + "a.provider.test.")) {
      world.add("provider.test", "a IN CNAME _acme-challenge.example.test.");
      assertThat(probe(world).outcome().id()).isEqualTo("LOOP");
    }
  }

  @Test
  void tellsAChainThatIsTooLong() {
    try (World world = new World().add("example.test", ALIAS + "c0.provider.test.")) {
      for (int i = 0; i < 12; i++) {
        world.add("provider.test", "c" + i + " IN CNAME c" + (i + 1) + ".provider.test.");
      }
      assertThat(probe(world).outcome().id()).isEqualTo("TOO_LONG");
    }
  }

  @Test
  void tellsAWildcardThatCapturesTheName() {
    try (World world = new World().add("example.test", "* IN CNAME www.example.test.")) {
      assertThat(probe(world).outcome().id()).isEqualTo("WILDCARD_CAPTURE");
    }
  }

  @Test
  void tellsRecordsBesideTheAlias() {
    Name name = Name.fromConstantString("_acme-challenge.example.test.");
    Name target = Name.fromConstantString("www.example.test.");
    Behaviour both =
        (query, transport, proper) -> {
          proper.addRecord(new CNAMERecord(name, DClass.IN, 60, target), Section.ANSWER);
          return proper;
        };
    try (World world = new World().add("example.test", "_acme-challenge IN TXT value")) {
      world.server(World.NS1).behave(both.onType(Type.TXT).onName(name.toString()));
      assertThat(probe(world).outcome().id()).isEqualTo("COEXISTS");
    }
  }

  @Test
  void tellsThatTheServersDoNotAnswer() {
    try (World world = new World()) {
      world.server(World.NS1).behave(Behaviour.SERVFAIL.onType(Type.TXT));
      world.server(World.NS2).behave(Behaviour.SERVFAIL.onType(Type.TXT));
      assertThat(probe(world).outcome().id()).isEqualTo("ERROR");
    }
  }
}
