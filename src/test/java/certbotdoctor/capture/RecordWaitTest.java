package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.dns.Resolvers;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.watch.Look;
import certbotdoctor.probe.dns.watch.Panel;
import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.WorldNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** Waiting for a record in a world of name servers on loopback. */
class RecordWaitTest {
  private static final String NAME = "_acme-challenge.example.test";
  private static final String VALUE = "LHswe_jcSBxVfEKkdV4pVs3Y-AnEBtKZb01-PU3Go3A";
  private static final String OTHER = "S3ARqVayiuGBC4hE1uyjKinSil386OExHz1vF1UFQUk";
  private static final Duration LONG = Duration.ofMinutes(2);

  private static String txt(String value) {
    return NAME + ". 60 IN TXT \"" + value + "\"";
  }

  private static RecordWait.Progress await(
      World world, Duration timeout, List<NameServer> resolvers, Consumer<RecordWait.Progress> seen)
      throws InterruptedException {
    try (WorldNetwork network = world.network()) {
      Panel panel = new Panel(world.settings(), network);
      return new RecordWait(panel, resolvers, seen).await(NAME, Set.of(VALUE), timeout);
    }
  }

  @Test
  void endsWhenTheLastServerHasTheValue() throws InterruptedException {
    try (World world = new World()) {
      world.server(World.NS1).add("example.test", txt(VALUE));
      List<Integer> lacking = new ArrayList<>();
      RecordWait.Progress end =
          await(
              world,
              LONG,
              List.of(),
              progress -> {
                lacking.add(progress.lacking().size());
                if (lacking.size() == 3) {
                  world.server(World.NS2).add("example.test", txt(VALUE));
                }
              });
      assertThat(end.done()).isTrue();
      assertThat(lacking).startsWith(1, 1, 1).endsWith(0);
    }
  }

  @Test
  void timesOutAndNamesTheServerAndWhatItServes() throws InterruptedException {
    try (World world = new World()) {
      world.server(World.NS1).add("example.test", txt(VALUE));
      world.server(World.NS2).add("example.test", txt(OTHER));
      RecordWait.Progress end = await(world, Duration.ofMillis(1), List.of(), progress -> {});
      assertThat(end.done()).isFalse();
      assertThat(end.lacking())
          .singleElement()
          .satisfies(
              look -> {
                assertThat(look.server().label()).isEqualTo("ns2.example.test (192.0.2.12)");
                assertThat(look.values()).containsExactly(OTHER);
              });
    }
  }

  @Test
  void serverThatDoesNotAnswerIsNotWaitedFor() throws InterruptedException {
    try (World world = new World()) {
      world.add("example.test", txt(VALUE));
      world.server(World.NS2).behave(Behaviour.DROP);
      RecordWait.Progress end = await(world, LONG, List.of(), progress -> {});
      assertThat(end.done()).isTrue();
      assertThat(end.silent()).extracting(NameServer::host).containsExactly("ns2.example.test");
    }
  }

  @Test
  void serverThatRefusesIsWaitedFor() throws InterruptedException {
    try (World world = new World()) {
      world.add("example.test", txt(VALUE));
      world.server(World.NS2).behave(Behaviour.REFUSE.onType(Type.TXT));
      RecordWait.Progress end = await(world, Duration.ofMillis(1), List.of(), progress -> {});
      assertThat(end.done()).isFalse();
      assertThat(end.lacking()).extracting(Look::state).containsExactly(Look.State.ERROR);
    }
  }

  @Test
  void aliasIsFollowedToTheZoneThatServesIt() throws InterruptedException {
    try (World world = new World()) {
      world.add("example.test", NAME + ". 60 IN CNAME example.provider.test.");
      world.add("provider.test", "example.provider.test. 60 IN TXT \"" + VALUE + "\"");
      RecordWait.Progress end = await(world, LONG, List.of(), progress -> {});
      assertThat(end.done()).isTrue();
      assertThat(end.target()).isNotNull();
      assertThat(end.looks().keySet())
          .extracting(NameServer::host)
          .containsExactly("ns1.provider.test");
    }
  }

  @Test
  void resolverIsAskedOnlyWhenAllServersHaveTheValue() throws InterruptedException {
    try (World world = new World()) {
      world.server(World.NS1).add("example.test", txt(VALUE));
      NameServer resolver = NameServer.resolver(Resolvers.parse(World.PUBLIC).orElseThrow());
      List<Boolean> asked = new ArrayList<>();
      RecordWait.Progress end =
          await(
              world,
              LONG,
              List.of(resolver),
              progress -> {
                asked.add(progress.looks().containsKey(resolver));
                if (asked.size() == 2) {
                  world.server(World.NS2).add("example.test", txt(VALUE));
                }
              });
      assertThat(end.done()).isTrue();
      assertThat(asked).startsWith(false, false).endsWith(true);
    }
  }

  @Test
  void nameWithoutZoneTimesOut() throws InterruptedException {
    try (World world = new World()) {
      try (WorldNetwork network = world.network()) {
        Panel panel = new Panel(world.settings(), network);
        RecordWait.Progress end =
            new RecordWait(panel, List.of(), progress -> {})
                .await("_acme-challenge.missing.test", Set.of(VALUE), Duration.ofMillis(1));
        assertThat(end.done()).isFalse();
      }
    }
  }
}
