package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader is told of live checks that found nothing out. */
class LiveShortfallsTest {
  private final LiveShortfalls shortfalls = new LiveShortfalls();

  private void note(String probe, String domain, Outcome outcome, Slots facts) {
    shortfalls.note(
        new ProbeResult(
            new ProbeRequest(probe, Slots.of("domain", domain)),
            outcome,
            facts,
            List.of(),
            Instant.EPOCH));
  }

  private List<String> told() {
    return shortfalls.told().stream().map(LiveShortfallsTest::sentence).toList();
  }

  private static String sentence(Report.NotChecked one) {
    return one.what().plain() + ": " + one.why().plain();
  }

  @ParameterizedTest
  @CsvSource({
    "no-resolver, no resolver configured",
    "resolver-silent, no resolver answers",
    "resolver-useless, captive portal",
    "port-53-blocked, firewall drops DNS",
    "port-53-intercepted, answers in place of the name servers"
  })
  void whatIsInTheWayOfAllChecksIsToldOnce(String reason, String words) {
    for (String probe : List.of("dns.txt", "dns.caa", "dns.delegation")) {
      note(probe, "example.test", Outcome.FAILED, Slots.of("reason", reason));
    }

    assertThat(told())
        .singleElement()
        .satisfies(one -> assertThat(one).startsWith("DNS as it is now: ").contains(words));
  }

  @Test
  void aSpentBudgetNamesTheChecksAndTheDomainsThatItHit() {
    note("dns.txt", "a.test", Outcome.BUDGET_SPENT, Slots.NONE);
    note("dns.caa", "a.test", Outcome.BUDGET_SPENT, Slots.NONE);
    for (String domain : List.of("b.test", "c.test", "d.test", "e.test")) {
      note("dns.txt", domain, Outcome.BUDGET_SPENT, Slots.NONE);
    }

    assertThat(told())
        .containsExactly(
            "the TXT record, CAA of a.test, b.test, c.test and 2 more names: the budget of live"
                + " checks was spent; --budget gives them more time");
  }

  @Test
  void anUnreachableFamilyIsToldOnceHoweverManyServersItHides() {
    Slots facts = Slots.of("unreachable-family", "IPv6");
    note("dns.txt", "a.test", new Outcome("PRESENT"), facts);
    note("dns.txt", "b.test", new Outcome("PRESENT"), facts);

    assertThat(told())
        .containsExactly(
            "name servers over IPv6: this host reaches none of them over IPv6; the CA may");
  }

  @Test
  void aCheckThatBrokeSaysWhy() {
    note(
        "dns.dnssec",
        "a.test",
        Outcome.FAILED,
        Slots.of(Map.of("reason", "not-public", "detail", "10.0.0.1 UDP a.test. DNSKEY")));

    assertThat(told())
        .containsExactly(
            "DNSSEC of a.test: an address that cannot be public is not asked: 10.0.0.1 UDP a.test."
                + " DNSKEY");
  }

  @Test
  void aCheckThatFoundSomethingOutIsNotTold() {
    note("dns.txt", "a.test", new Outcome("PRESENT"), Slots.NONE);

    assertThat(told()).isEmpty();
  }
}
