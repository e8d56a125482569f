package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.ZoneSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnssecProbeTest {
  private static final String SECOND = "ns2.example.test (192.0.2.12)";

  /** A resolver that strips DNSSEC would make a stub validator call all this bogus. */
  private static World world(ZoneSigner child) {
    World world = new World();
    ZoneSigner root = new ZoneSigner(".");
    ZoneSigner top = new ZoneSigner("test");
    world.add(".", top.ds());
    root.sign(world);
    world.add("test", child.ds());
    top.sign(world);
    return world.trust(root.anchor());
  }

  private static ProbeResult probe(World world) {
    return world.probe("dns.dnssec", "domain", "example.test");
  }

  @Test
  void validatesDenialAndZoneFromTheRoot() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      child.sign(world);
      ProbeResult result = probe(world);
      assertThat(result.facts().get("detail", "")).isEmpty();
      assertThat(result.outcome().id()).isEqualTo("SECURE");
      assertThat(result.facts().get("zone")).isEqualTo("example.test");
    }
  }

  @Test
  void validatesRecords() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child).add("example.test", "_acme-challenge IN TXT value")) {
      child.sign(world);
      assertThat(probe(world).outcome().id()).isEqualTo("SECURE");
    }
  }

  @Test
  void validatesWildcardRecords() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child).add("example.test", "* IN TXT value")) {
      child.sign(world);
      assertThat(probe(world).outcome().id()).isEqualTo("SECURE");
    }
  }

  @Test
  void provesThatAZoneIsNotSigned() {
    try (World world = world(new ZoneSigner("other.test"))) {
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("INSECURE");
    }
  }

  @Test
  void tellsDsWithoutKeys() {
    try (World world = world(new ZoneSigner("example.test"))) {
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("BOGUS_DS_WITHOUT_DNSKEY");
      assertThat(result.facts().get("extent")).isEqualTo("all");
    }
  }

  @Test
  void tellsDsOfAnotherKey() {
    try (World world = world(new ZoneSigner("example.test"))) {
      new ZoneSigner("example.test").sign(world);
      assertThat(probe(world).outcome().id()).isEqualTo("BOGUS_DS_MISMATCH");
    }
  }

  @Test
  void tellsExpiredSignatures() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      child
          .valid(World.NOW.minus(Duration.ofDays(30)), World.NOW.minus(Duration.ofDays(1)))
          .sign(world);
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("BOGUS_SIGNATURE_EXPIRED");
      assertThat(result.facts().get("detail"))
          .isEqualTo("example.test. DNSKEY until 2026-01-14T12:00:00Z");
    }
  }

  @Test
  void tellsSignaturesOfTheFuture() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      child
          .valid(World.NOW.plus(Duration.ofDays(1)), World.NOW.plus(Duration.ofDays(9)))
          .sign(world);
      assertThat(probe(world).outcome().id()).isEqualTo("BOGUS_SIGNATURE_NOT_YET_VALID");
    }
  }

  @Test
  void namesTheServerThatHasNoSignatures() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      child.sign(world.server(World.NS1));
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("BOGUS_RRSIG_MISSING");
      assertThat(result.facts().get("servers")).isEqualTo(SECOND);
      assertThat(result.facts().get("extent")).isEqualTo("some");
    }
  }

  @Test
  void tellsRecordsThatWereChangedAfterSigning() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child).add("example.test", "_acme-challenge IN TXT value")) {
      child.sign(world);
      world.add("example.test", "_acme-challenge IN TXT unsigned");
      assertThat(probe(world).outcome().id()).isEqualTo("BOGUS_SIGNATURE_INVALID");
    }
  }

  @Test
  void tellsDenialWithoutProof() {
    Behaviour unproven =
        (query, transport, proper) -> {
          proper.getSection(Section.AUTHORITY).stream()
              .filter(one -> isProof(one))
              .toList()
              .forEach(one -> proper.removeRecord(one, Section.AUTHORITY));
          return proper;
        };
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      child.sign(world);
      world.server(World.NS2).behave(unproven.onType(Type.TXT));
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("BOGUS_DENIAL_BROKEN");
      assertThat(result.facts().get("servers")).isEqualTo(SECOND);
    }
  }

  private static boolean isProof(Record one) {
    return one.getType() == Type.NSEC
        || (one instanceof RRSIGRecord sig && sig.getTypeCovered() == Type.NSEC);
  }

  @Test
  void tellsAProofForSomethingElse() {
    // the proof is for "no such name", the answer says "no such type"
    Behaviour noData =
        (query, transport, proper) -> {
          proper.getHeader().setRcode(Rcode.NOERROR);
          return proper;
        };
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      child.sign(world);
      world.server(World.NS2).behave(noData.onType(Type.TXT));
      assertThat(probe(world).outcome().id()).isEqualTo("BOGUS_DENIAL_BROKEN");
    }
  }

  @Test
  void cannotTellWithoutAnchor() {
    try (World world = new World().trust(new ZoneSigner("elsewhere.test").anchor())) {
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("CANNOT_TELL");
      assertThat(result.facts().get("detail")).isEqualTo("no trust anchor");
    }
  }

  @Test
  void anotherRootIsNoFaultOfTheZone() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      child.sign(world);
      world.trust(new ZoneSigner(".").anchor());
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("CANNOT_TELL");
      assertThat(result.facts().get("detail")).contains("not the one of the trust anchor");
    }
  }

  @Test
  void tellsHowLongADsIsKept() {
    ZoneSigner child = new ZoneSigner("example.test");
    try (World world = world(child)) {
      assertThat(probe(world).facts().get("ds-ttl")).isEqualTo("300");
      assertThat(probe(world).facts().get("ds-wait")).isEqualTo("5 minutes");
    }
  }

  @Test
  void judgesTheTargetOfAnAlias() {
    ZoneSigner child = new ZoneSigner("example.test");
    World world = new World();
    ZoneSigner root = new ZoneSigner(".");
    ZoneSigner top = new ZoneSigner("test");
    ZoneSigner provider = new ZoneSigner("provider.test");
    try (world) {
      world.add(".", top.ds());
      root.sign(world);
      world.add("test", child.ds() + "\n" + provider.ds());
      top.sign(world);
      world.add("example.test", "_acme-challenge IN CNAME x.provider.test.");
      child.sign(world);
      world.trust(root.anchor());
      ProbeResult result = probe(world);
      assertThat(result.outcome().id()).isEqualTo("BOGUS_DS_WITHOUT_DNSKEY");
      assertThat(result.facts().get("zone")).isEqualTo("provider.test");
    }
  }

  @Test
  void readsAnchorsFromDsAndDnskeyRecords() throws IOException {
    assertThat(TrustAnchors.iana().ds()).hasSize(2);
    String ds = new ZoneSigner("example.test").ds();
    TrustAnchors read =
        TrustAnchors.read(new ByteArrayInputStream(ds.getBytes(StandardCharsets.US_ASCII)));
    assertThat(read.ds()).hasSize(1);
    Assertions.assertThatThrownBy(
            () -> TrustAnchors.read(new ByteArrayInputStream(new byte[] {';', '\n'})))
        .isInstanceOf(IOException.class);
  }
}
