package certbotdoctor.probe.dns;

import certbotdoctor.probe.dns.exchange.Transport;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.ZoneSigner;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A sample world for each outcome of the probes about records, by probe and outcome. */
final class OutcomeWorlds {
  static final String ZONE = "example.test";
  static final String VALUE = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";
  static final String OLD = "9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI";
  private static final String CHALLENGE = "_acme-challenge.example.test.";

  /**
   * One world.
   *
   * @param domain the name that is checked
   * @param expected the value that the CA expects, or empty
   * @param setting makes the world
   */
  record Sample(String domain, String expected, Consumer<World> setting) {}

  private final Map<String, Sample> samples = new TreeMap<>();

  OutcomeWorlds() {
    txt();
    name();
    cname();
    dnssec();
    OutcomeServers.add(this);
  }

  /** All, by probe and outcome. */
  Map<String, Sample> samples() {
    return samples;
  }

  void put(String outcome, Consumer<World> setting) {
    put(outcome, ZONE, setting);
  }

  void put(String outcome, String domain, Consumer<World> setting) {
    samples.put(outcome, new Sample(domain, VALUE, setting));
  }

  private static Consumer<World> at(String name, String value) {
    return world -> world.add(ZONE, name + " 60 IN TXT \"" + value + "\"");
  }

  private static Consumer<World> alias(String target) {
    return world -> world.add(ZONE, CHALLENGE + " 60 IN CNAME " + target);
  }

  static Consumer<World> both(Behaviour behaviour) {
    return world -> {
      world.server(World.NS1).behave(behaviour);
      world.server(World.NS2).behave(behaviour);
    };
  }

  static Consumer<World> second(Behaviour behaviour) {
    return world -> world.server(World.NS2).behave(behaviour);
  }

  private void txt() {
    put("dns.txt EXPECTED", at(CHALLENGE, VALUE));
    put(
        "dns.txt EXPECTED_PARTLY",
        world -> world.server(World.NS1).add(ZONE, CHALLENGE + " 60 IN TXT " + VALUE));
    put("dns.txt WRAPPED", at(CHALLENGE, VALUE + " "));
    put("dns.txt MANGLED", at(CHALLENGE, VALUE + "="));
    put("dns.txt STALE", at(CHALLENGE, OLD));
    put("dns.txt OTHER_CHALLENGE", at(CHALLENGE, VALUE.replace('L', 'M')));
    put("dns.txt FOREIGN", at(CHALLENGE, "v=spf1 -all"));
    samples.put("dns.txt PRESENT", new Sample(ZONE, "", at(CHALLENGE, "anything")));
    put("dns.txt ABSENT", world -> {});
    put("dns.txt ABSENT_IN_CHILD", OutcomeWorlds::ownZone);
    put("dns.txt ERROR", both(Behaviour.SERVFAIL));
  }

  private static void ownZone(World world) {
    world.add(ZONE, CHALLENGE + " IN NS ns1.provider.test.");
    world
        .server(World.PROVIDER)
        .serve(
            "_acme-challenge.example.test",
            "@ 300 SOA ns1.provider.test. x.provider.test. 1 1 1 1 1\n@ NS ns1.provider.test.");
  }

  private void name() {
    put("dns.name DOUBLE_NAME", at(CHALLENGE + ZONE + ".", VALUE));
    put("dns.name APEX", at(ZONE + ".", VALUE));
    put("dns.name UNDERSCORE_MISSING", at("acme-challenge.example.test.", VALUE));
    put("dns.name WRONG_SUBDOMAIN", at("_acme-challenge.www.example.test.", VALUE));
    put(
        "dns.name CNAME_TARGET_PREFIXED",
        alias("x.provider.test.")
            .andThen(world -> world.add("provider.test", "_acme-challenge.x IN TXT " + VALUE)));
    put("dns.name WILDCARD", at("*.example.test.", VALUE));
    put("dns.name NONE", world -> {});
    put("dns.name ERROR", both(Behaviour.SERVFAIL));
  }

  private void cname() {
    put("dns.cname NONE", world -> {});
    put(
        "dns.cname CORRECT",
        alias("x.provider.test.")
            .andThen(world -> world.add("provider.test", "x IN TXT " + VALUE)));
    put("dns.cname DANGLING", alias("gone.provider.test."));
    put("dns.cname TARGET_WITHOUT_TXT", alias("ns1.provider.test."));
    put(
        "dns.cname LOOP",
        alias("a.provider.test.")
            .andThen(world -> world.add("provider.test", "a IN CNAME " + CHALLENGE)));
    put("dns.cname TOO_LONG", alias("c0.provider.test.").andThen(OutcomeWorlds::chain));
    put("dns.cname WILDCARD_CAPTURE", world -> world.add(ZONE, "* IN CNAME www.example.test."));
    put("dns.cname COEXISTS", OutcomeWorlds::besides);
    put("dns.cname ERROR", both(Behaviour.SERVFAIL.onType(Type.TXT)));
  }

  private static void chain(World world) {
    for (int i = 0; i < 12; i++) {
      world.add("provider.test", "c" + i + " IN CNAME c" + (i + 1) + ".provider.test.");
    }
  }

  private static void besides(World world) {
    Name name = Name.fromConstantString(CHALLENGE);
    Name target = Name.fromConstantString("www.example.test.");
    Behaviour alias =
        (query, transport, proper) -> {
          proper.addRecord(new CNAMERecord(name, DClass.IN, 60, target), Section.ANSWER);
          return proper;
        };
    world.add(ZONE, CHALLENGE + " IN TXT value");
    world.server(World.NS1).behave(alias.onType(Type.TXT).onName(CHALLENGE));
  }

  private void dnssec() {
    put("dns.dnssec SECURE", signed(signer -> signer, world -> {}));
    put("dns.dnssec INSECURE", world -> new ZoneSigner("other.test").vouchedFor(world));
    put("dns.dnssec CANNOT_TELL", world -> {});
    put("dns.dnssec BOGUS_DS_WITHOUT_DNSKEY", world -> new ZoneSigner(ZONE).vouchedFor(world));
    put("dns.dnssec BOGUS_DS_MISMATCH", signed(signer -> new ZoneSigner(ZONE), world -> {}));
    put(
        "dns.dnssec BOGUS_SIGNATURE_EXPIRED",
        signed(
            signer -> signer.valid(World.NOW.minus(days(30)), World.NOW.minus(days(1))), w -> {}));
    put(
        "dns.dnssec BOGUS_SIGNATURE_NOT_YET_VALID",
        signed(signer -> signer.valid(World.NOW.plus(days(1)), World.NOW.plus(days(9))), w -> {}));
    put(
        "dns.dnssec BOGUS_RRSIG_MISSING",
        world -> {
          ZoneSigner signer = new ZoneSigner(ZONE);
          signer.vouchedFor(world);
          signer.sign(world.server(World.NS1));
        });
    put("dns.dnssec BOGUS_SIGNATURE_INVALID", signed(signer -> signer, OutcomeWorlds::tamper));
    put(
        "dns.dnssec BOGUS_DENIAL_BROKEN",
        signed(signer -> signer, second(DENIES_THE_TYPE.onType(Type.TXT))));
  }

  /** The proof is for "no such name", the answer says "no such type". */
  private static final Behaviour DENIES_THE_TYPE =
      (query, transport, proper) -> {
        proper.getHeader().setRcode(0);
        return proper;
      };

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private interface Signing {
    ZoneSigner with(ZoneSigner known);
  }

  private static Consumer<World> signed(Signing signing, Consumer<World> afterwards) {
    return world -> {
      ZoneSigner known = new ZoneSigner(ZONE);
      known.vouchedFor(world);
      world.add(ZONE, "signed IN TXT value");
      signing.with(known).sign(world);
      afterwards.accept(world);
    };
  }

  private static void tamper(World world) {
    world.remove(ZONE, ZONE, Type.SOA);
    world.add(
        ZONE, "@ IN SOA ns1.example.test. other.example.test. 2026010107 1800 900 604800 120");
  }

  /** Nothing listens for TCP, and UDP answers are cut. */
  static void loseLargeAnswers(World world) {
    world
        .server(World.NS2)
        .refuseTcp()
        .behave(Behaviour.TRUNCATE.over(Transport.UDP).onType(Type.TXT));
  }
}
