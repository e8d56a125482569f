package certbotdoctor.probe.dns.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.DnsProbes;
import certbotdoctor.probe.dns.DnsSettings;
import certbotdoctor.probe.dns.Resolvers;
import certbotdoctor.probe.dns.exchange.Limits;
import certbotdoctor.probe.dns.exchange.RecordedNetwork;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real faults on real servers, each with its exact outcome; sound zones with none. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealServersTest {
  private static final String VALUE = RealFaults.VALUE;

  private final Clock clock = Clock.systemUTC();
  private Laboratory laboratory = new Laboratory(Path.of("unused"));

  @BeforeAll
  void start(@TempDir Path dir) throws IOException, InterruptedException {
    Optional<String> obstacle = Laboratory.obstacle();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(obstacle).isEmpty();
    }
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    laboratory = new Laboratory(dir);
    RealFaults.plant(laboratory);
    laboratory.start();
  }

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private DnsSettings settings() throws IOException {
    List<InetSocketAddress> resolver = List.of(Resolvers.parse(Laboratory.RESOLVER).orElseThrow());
    Limits limits =
        new Limits(
            Duration.ofMinutes(1), 5000, 256, 16, Duration.ofSeconds(2), Duration.ofSeconds(2));
    return new DnsSettings(resolver, resolver, laboratory.anchors(), limits, 1, clock, x -> {});
  }

  private Map<ProbeRequest, ProbeResult> run(List<ProbeRequest> requests) throws IOException {
    try (LoopbackNetwork network = new LoopbackNetwork()) {
      return new DnsProbeRunner(settings(), network).run(requests);
    }
  }

  private static Slots slots(String domain) {
    Map<String, String> slots = new TreeMap<>();
    slots.put("domain", domain);
    slots.put("expected", VALUE);
    slots.put("stale", RealFaults.OLD);
    slots.put("account", "https://ca.test/acct/1");
    return Slots.of(slots);
  }

  @ParameterizedTest
  @CsvSource({
    "txt-absent.test,dns.txt,ABSENT",
    "txt-stale.test,dns.txt,STALE",
    "own-zone.test,dns.txt,ABSENT_IN_CHILD",
    "txt-foreign.test,dns.txt,FOREIGN",
    "txt-quotes.test,dns.txt,WRAPPED",
    "txt-one.test,dns.txt,EXPECTED_PARTLY",
    "txt-case.test,dns.txt,MANGLED",
    "double.test,dns.name,DOUBLE_NAME",
    "sub.double-sub.test,dns.name,DOUBLE_NAME",
    "apex.test,dns.name,APEX",
    "underscore.test,dns.name,UNDERSCORE_MISSING",
    "sub.parent-name.test,dns.name,WRONG_SUBDOMAIN",
    "prefixed.test,dns.name,CNAME_TARGET_PREFIXED",
    "wild-txt.test,dns.name,WILDCARD",
    "dangling.test,dns.cname,DANGLING",
    "loop.test,dns.cname,LOOP",
    "long.test,dns.cname,TOO_LONG",
    "captured.test,dns.cname,WILDCARD_CAPTURE",
    "no-txt.test,dns.cname,TARGET_WITHOUT_TXT",
    "unregistered.test,dns.delegation,DOMAIN_MISSING",
    "refused-bind.test,dns.delegation,LAME_REFUSED",
    "refused-nsd.test,dns.delegation,LAME_REFUSED",
    "refused-knot.test,dns.delegation,LAME_REFUSED",
    "refused-all.test,dns.delegation,LAME_REFUSED",
    "servfail-bind.test,dns.delegation,LAME_SERVFAIL",
    "servfail-knot.test,dns.delegation,LAME_SERVFAIL",
    "lame.test,dns.delegation,LAME_NOT_AUTHORITATIVE",
    "upward.test,dns.delegation,UPWARD_REFERRAL",
    "down.test,dns.delegation,TIMEOUT",
    "differ.test,dns.delegation,PARENT_CHILD_DIFFER",
    "glue.test,dns.delegation,GLUE_WRONG",
    "nameless.test,dns.delegation,NS_UNRESOLVABLE",
    "private.test,dns.delegation,PRIVATE_ADDRESS",
    "lagging.test,dns.serials,DIFFER",
    "no-key.test,dns.dnssec,BOGUS_DS_WITHOUT_DNSKEY",
    "mismatch.test,dns.dnssec,BOGUS_DS_MISMATCH",
    "expired.test,dns.dnssec,BOGUS_SIGNATURE_EXPIRED",
    "future.test,dns.dnssec,BOGUS_SIGNATURE_NOT_YET_VALID",
    "unsigned-copy.test,dns.dnssec,BOGUS_RRSIG_MISSING",
    "tampered.test,dns.dnssec,BOGUS_SIGNATURE_INVALID",
    "no-proof.test,dns.dnssec,BOGUS_DENIAL_BROKEN",
    "no-proof3.test,dns.dnssec,BOGUS_DENIAL_BROKEN",
    "caa.test,dns.caa,FORBIDS",
    "deep.sub.caa.test,dns.caa,FORBIDS",
    "*.caa-wild.test,dns.caa,FORBIDS",
    "caa-critical.test,dns.caa,CRITICAL_UNKNOWN",
    "caa-method.test,dns.caa,METHOD_FORBIDDEN",
    "caa-account.test,dns.caa,ACCOUNT_FORBIDDEN",
    "refused-all.test,dns.caa,LOOKUP_REFUSED",
    "servfail-all.test,dns.caa,LOOKUP_SERVFAIL",
    "down-all.test,dns.caa,LOOKUP_TIMEOUT",
    "expired.test,dns.public,SERVFAIL",
    "split.test,dns.local,SPLIT_HORIZON"
  })
  void findsTheFault(String domain, String probe, String outcome) throws IOException {
    ProbeRequest request = new ProbeRequest(probe, slots(domain));
    ProbeResult result = run(List.of(request)).values().iterator().next();
    assertThat(result.outcome().id())
        .as("facts %s, exchanges %s", result.facts().values(), result.trace())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sound.test",
        "*.sound.test",
        "a.b.sound-deep.test",
        "sound-rsa.test",
        "sound-ed25519.test",
        "sound-nsec3.test",
        "sound-optout.test",
        "sound-wild.test",
        "sound-alias.test",
        "sound-ns.test",
        "sound-many.test",
        "sound-caa.test"
      })
  void findsNothingInASoundZone(String domain) throws IOException {
    Set<String> sound =
        Set.of(
            "EXPECTED",
            "NONE",
            "CORRECT",
            "OK",
            "AGREE",
            "SECURE",
            "INSECURE",
            "ALLOWS",
            "VISIBLE",
            "SAME",
            "FOUND",
            "WILDCARD");
    List<ProbeRequest> requests = new ArrayList<>();
    for (ProbeDescriptor probe : DnsProbes.descriptors()) {
      requests.add(new ProbeRequest(probe.id(), slots(domain)));
    }
    Map<ProbeRequest, ProbeResult> live = run(requests);
    assertThat(live.values())
        .allSatisfy(
            one ->
                assertThat(sound)
                    .as("%s %s", one.request().probe(), one.facts().values())
                    .contains(one.outcome().id()));
    boolean signed = domain.contains("sound-") && !domain.matches("sound-(ns|many|caa)\\..*");
    assertThat(live.get(new ProbeRequest("dns.dnssec", slots(domain))))
        .extracting(one -> one.outcome().id())
        .isEqualTo(signed ? "SECURE" : "INSECURE");
    RecordedNetwork recorded =
        new RecordedNetwork(
            live.values().stream().flatMap(one -> one.trace().stream()).distinct().toList());
    Map<ProbeRequest, ProbeResult> replayed =
        new DnsProbeRunner(settings(), recorded).run(requests);
    assertThat(replayed.values())
        .extracting(one -> List.of(one.outcome(), one.facts(), one.trace()))
        .containsExactlyElementsOf(
            live.values().stream()
                .map(one -> List.of(one.outcome(), one.facts(), one.trace()))
                .toList());
  }
}
