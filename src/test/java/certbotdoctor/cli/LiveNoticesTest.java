package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.report.Report;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * What servers do that the CA's resolver copes with is remarked, each in a sentence that names the
 * servers or records, and is no diagnosis.
 */
class LiveNoticesTest {
  private static final String DOMAIN = "a.example.test";
  private static final String TXT = "_acme-challenge.a 60 IN TXT new";
  private static final Name CHALLENGE = Name.fromConstantString("_acme-challenge.a.example.test.");

  /** A case: the notice, words that it must say, and the servers that give rise to it. */
  record Case(String notice, String words, Consumer<World> world) {
    @Override
    public String toString() {
      return notice;
    }
  }

  private static final Behaviour OLD =
      (query, transport, proper) -> {
        Message message = Behaviour.empty(query, Rcode.NOERROR);
        message.addRecord(new TXTRecord(CHALLENGE, DClass.IN, 17, "old"), Section.ANSWER);
        return message;
      };

  private static final Behaviour BARE =
      (query, transport, proper) -> {
        proper.removeAllRecords(Section.AUTHORITY);
        return proper;
      };

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "empty-non-terminal-denied",
            "a.example.test does not exist",
            world -> world.server(World.NS1).behave(Behaviour.rcode(3).onName("a.example.test."))),
        new Case(
            "tcp-refused",
            "ns2.example.test (192.0.2.12)",
            world -> world.server(World.NS2).refuseTcp()),
        new Case(
            "one-nameserver-down",
            "SERVFAIL: ns2.example.test",
            world -> world.server(World.NS2).behave(Behaviour.SERVFAIL)),
        new Case(
            "negative-answers-without-soa",
            "lack the zone's SOA record",
            world -> world.server(World.NS1).behave(BARE.onType(Type.CAA))),
        new Case(
            "caa-account-unknown",
            "https://ca.test/acct/2",
            world ->
                world.add(
                    "example.test",
                    "@ IN CAA 0 issue \"letsencrypt.org; accounturi=https://ca.test/acct/2\"")),
        new Case(
            "public-resolvers-lag",
            "for up to 17 s more: 192.0.2.54: old",
            world -> world.server(World.PUBLIC).behave(OLD.onType(Type.TXT))),
        new Case(
            "public-resolvers-fail",
            "cannot answer for _acme-challenge.a.example.test",
            world -> world.server(World.PUBLIC).behave(Behaviour.SERVFAIL)),
        new Case(
            "local-resolver-caches",
            "still answers from its cache; the zone's servers have other records: new",
            world -> world.server(World.RESOLVER).behave(OLD.onType(Type.TXT))));
  }

  private static Report surveyed(Consumer<World> change) throws RuleBase.FaultyRules {
    try (World world = new World().add("example.test", TXT)) {
      change.accept(world);
      return LiveSurvey.of(world, DOMAIN, "new");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRemarkedAndNoDiagnosis(Case example) throws Exception {
    Report report = surveyed(example.world());

    assertThat(report.notices())
        .filteredOn(one -> one.id().equals(example.notice()))
        .singleElement()
        .satisfies(one -> assertThat(one.text().plain()).contains(example.words()));
    assertThat(report.diagnoses()).noneMatch(one -> one.verdict().equals("confirmed"));
  }

  @Test
  void anAbsentRecordIsNoFaultWhereNobodyExpectsOne() throws Exception {
    try (World world = new World()) {
      Report report = LiveSurvey.of(world, DOMAIN);

      assertThat(report.diagnoses()).isEmpty();
      assertThat(report.headline().plain()).contains("found no fault at _acme-challenge.a.example");
      assertThat(report.checked().get(0).matrix().rows())
          .isNotEmpty()
          .allMatch(row -> row.state().equals("absent"));
    }
  }

  @Test
  void aValueIsShownAsItIsWhereNoneIsExpected() throws Exception {
    try (World world = new World().add("example.test", TXT)) {
      Report report = LiveSurvey.of(world, DOMAIN);

      assertThat(report.checked().get(0).matrix().rows())
          .isNotEmpty()
          .allSatisfy(
              row -> {
                assertThat(row.state()).isEqualTo("found");
                assertThat(row.values()).containsExactly("new");
              });
    }
  }

  @Test
  void silenceIsNotTakenForAZoneInOrder() throws Exception {
    try (World world = new World()) {
      world.server(World.RESOLVER).behave(Behaviour.REFUSE);
      world.server(World.NS1).behave(Behaviour.DROP);
      Report report = LiveSurvey.of(world.withoutPublicResolvers(), DOMAIN);

      assertThat(report.headline().plain()).doesNotContain("no fault");
    }
  }

  @Test
  void aZoneInOrderGivesNone() throws Exception {
    Report report = surveyed(world -> {});

    assertThat(report.notices()).isEmpty();
    assertThat(report.diagnoses()).isEmpty();
  }
}
