package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.dns.exchange.Limits;
import certbotdoctor.probe.dns.exchange.LiveNetwork;
import certbotdoctor.probe.dns.exchange.Network;
import certbotdoctor.probe.dns.exchange.RecordedNetwork;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.WorldNetwork;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsProbeRunnerTest {
  private static final String DOMAIN = "example.test";

  private static List<ProbeRequest> all(String domain) {
    List<ProbeRequest> requests = new ArrayList<>();
    for (ProbeDescriptor probe : DnsProbes.descriptors()) {
      requests.add(new ProbeRequest(probe.id(), Slots.of("domain", domain)));
    }
    return requests;
  }

  private static Map<ProbeRequest, ProbeResult> runAll(World world, Network network) {
    return new DnsProbeRunner(world.settings(), network).run(all(DOMAIN));
  }

  private static ProbeResult run(DnsProbeRunner runner, ProbeRequest request) {
    return runner.run(List.of(request)).values().iterator().next();
  }

  private static DnsSettings with(DnsSettings settings, List<InetSocketAddress> resolvers) {
    return new DnsSettings(
        resolvers,
        resolvers,
        settings.anchors(),
        settings.limits(),
        settings.seed(),
        settings.clock(),
        settings.progress());
  }

  @Test
  void sendsNothingOffline() {
    try (World world = new World()) {
      List<InetSocketAddress> real = List.of(world.server(World.RESOLVER).socket());
      DnsSettings settings = with(world.settings(), real);
      assertThat(new DnsProbeRunner(settings, Network.offline()).run(all(DOMAIN)).values())
          .hasSize(DnsProbes.descriptors().size())
          .allSatisfy(one -> assertThat(one.outcome()).isEqualTo(Outcome.NOT_RUN_OFFLINE))
          .allSatisfy(one -> assertThat(one.trace()).isEmpty());
      assertThat(world.server(World.RESOLVER).received()).isZero();

      // the same with a network does send
      Clock clock = Clock.fixed(World.NOW, ZoneOffset.UTC);
      try (LiveNetwork live = new LiveNetwork(Set.of(real.get(0).getAddress()), false, clock)) {
        ProbeResult result = run(new DnsProbeRunner(settings, live), all(DOMAIN).get(0));
        assertThat(result.outcome()).isNotEqualTo(Outcome.NOT_RUN_OFFLINE);
        assertThat(world.server(World.RESOLVER).received()).isPositive();
      }
    }
  }

  @Test
  void sendsEachQuestionOnce() {
    try (World world = new World();
        WorldNetwork network = world.network()) {
      runAll(world, network);
      assertThat(network.sent()).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void answersAgainWithoutAsking() {
    try (World world = new World();
        WorldNetwork network = world.network()) {
      DnsProbeRunner runner = new DnsProbeRunner(world.settings(), network);
      Map<ProbeRequest, ProbeResult> first = runner.run(all(DOMAIN));
      int sent = network.sent().size();
      assertThat(runner.run(all(DOMAIN))).isEqualTo(first);
      assertThat(network.sent()).hasSize(sent);
    }
  }

  @Test
  void namesExchangesByWhatWasAsked() {
    try (World world = new World();
        WorldNetwork one = world.network();
        WorldNetwork two = world.network()) {
      assertThat(exchanges(runAll(world, one)))
          .extracting(Exchange::id, Exchange::key)
          .containsExactlyElementsOf(
              exchanges(runAll(world, two)).stream().map(it -> tuple(it.id(), it.key())).toList());
    }
  }

  private static List<Exchange> exchanges(Map<ProbeRequest, ProbeResult> results) {
    return results.values().stream().flatMap(one -> one.trace().stream()).distinct().toList();
  }

  @Test
  void repeatsEveryCheckFromItsRecordedAnswers() {
    try (World world = new World();
        WorldNetwork network = world.network()) {
      world.add("example.test", "_acme-challenge IN TXT \"a \\\" b\"");
      world.add("test", "ns1.example IN AAAA 2001:db8::11");
      world.add("example.test", "@ IN CAA 0 issue \"other.example\"");
      world.server(World.NS1).behave(Behaviour.LOWER_CASE, Behaviour.NO_EDNS);
      world.server(World.NS2).behave(Behaviour.DROP.onType(Type.NS), Behaviour.TRUNCATE);
      Map<ProbeRequest, ProbeResult> live = runAll(world, network);
      Map<ProbeRequest, ProbeResult> replayed = runAll(world, new RecordedNetwork(exchanges(live)));
      assertThat(replayed).isEqualTo(live);
    }
  }

  @Test
  void saysThatAReportDoesNotHoldAnAnswer() {
    try (World world = new World()) {
      assertThat(runAll(world, new RecordedNetwork(List.of())).values())
          .allSatisfy(
              one -> {
                assertThat(one.outcome()).isEqualTo(Outcome.FAILED);
                assertThat(one.facts().get("reason")).isIn("not-recorded", "not-public");
              });
    }
  }

  @Test
  void stopsWhenTheBudgetIsSpent() {
    Limits none =
        new Limits(Duration.ZERO, 5000, 256, 16, Duration.ofMillis(1), Duration.ofMillis(1));
    Limits few =
        new Limits(Duration.ofMinutes(1), 3, 256, 16, Duration.ofSeconds(1), Duration.ofSeconds(1));
    for (Limits limits : List.of(none, few)) {
      try (World world = new World().limit(limits);
          WorldNetwork network = world.network()) {
        assertThat(runAll(world, network).values())
            .allSatisfy(one -> assertThat(one.outcome()).isEqualTo(Outcome.BUDGET_SPENT));
        assertThat(network.sent()).hasSizeLessThanOrEqualTo(3);
      }
    }
  }

  @Test
  void givesUpOnServersThatWouldTakeLongerThanTheBudget() {
    Limits limits =
        new Limits(
            Duration.ofMillis(300), 500, 256, 16, Duration.ofMinutes(1), Duration.ofMinutes(1));
    try (World world = new World().limit(limits);
        WorldNetwork network = world.network()) {
      world.server(World.NS1).behave(Behaviour.DROP);
      world.server(World.NS2).behave(Behaviour.DROP);
      ProbeRequest request = all(DOMAIN).get(0);
      ProbeResult result = run(new DnsProbeRunner(world.settings(), network), request);
      assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_SPENT);
    }
  }

  @Test
  void saysWhatARequestLacks() {
    try (World world = new World()) {
      assertThat(world.probe("dns.txt").facts().values())
          .containsEntry("reason", "missing-slot")
          .containsEntry("detail", "domain");
      assertThat(world.probe("dns.txt", "domain", "a..b").facts().values())
          .containsEntry("reason", "invalid-slot");
      ProbeRequest unknown = new ProbeRequest("dns.nothing", Slots.NONE);
      ProbeResult result = run(new DnsProbeRunner(world.settings(), Network.offline()), unknown);
      assertThat(result.facts().values()).containsEntry("reason", "unknown-probe");
      DnsSettings nobody = with(world.settings(), List.of());
      assertThat(new DnsProbeRunner(nobody, Network.offline()).run(all(DOMAIN)).values())
          .allSatisfy(one -> assertThat(one.facts().get("reason")).isEqualTo("no-resolver"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"resolver-silent", "resolver-useless", "port-53-blocked", "port-53-intercepted"})
  void saysWhatIsWrongWithTheOwnNetwork(String reason) {
    Behaviour hijack =
        (query, transport, proper) -> {
          proper.getHeader().unsetFlag(Flags.AA);
          proper.getHeader().setFlag(Flags.RA);
          proper.removeAllRecords(Section.AUTHORITY);
          return proper;
        };
    try (World world = new World()) {
      switch (reason) {
        case "resolver-silent" -> world.server(World.RESOLVER).behave(Behaviour.DROP);
        case "resolver-useless" -> world.server(World.RESOLVER).behave(Behaviour.REFUSE);
        case "port-53-blocked" -> world.server(World.ROOT).behave(Behaviour.DROP);
        default -> world.server(World.ROOT).behave(hijack);
      }
      ProbeResult result = world.probe("dns.delegation", "domain", DOMAIN);
      assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(result.facts().get("reason")).isEqualTo(reason);
    }
  }

  @Test
  void retriesOnceAfterALostDatagram() {
    AtomicInteger seen = new AtomicInteger();
    try (World world = new World()) {
      world
          .server(World.NS1)
          .behave((query, transport, proper) -> seen.getAndIncrement() == 0 ? null : proper);
      assertThat(world.probe("dns.delegation", "domain", DOMAIN).outcome().id()).isEqualTo("OK");
    }
  }

  @Test
  void beginsBelowARootThatTheResolverDoesNotServe() {
    try (World world = new World()) {
      world.server(World.RESOLVER).behave(Behaviour.REFUSE.onName("."));
      ProbeResult result = world.probe("dns.delegation", "domain", DOMAIN);
      assertThat(result.outcome().id()).isEqualTo("OK");
      assertThat(result.facts().get("zones")).isEqualTo("test, example.test");
    }
  }
}
