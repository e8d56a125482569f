package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.Slots;
import certbotdoctor.core.Text;
import certbotdoctor.diagnose.FactKinds;
import certbotdoctor.diagnose.Freshness;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogInputs;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.report.DiagnosisReport;
import certbotdoctor.report.DiagnosisReport.RemedyReport;
import certbotdoctor.report.Report;
import certbotdoctor.rules.Clause;
import certbotdoctor.rules.Placeholders;
import certbotdoctor.rules.Rule;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.rules.Suspicion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of every rule reads well with the names and values of every sample. */
class RuleTextTest {
  /** What the gap of a missing value leaves: double blanks, blanks before marks, placeholders. */
  private static final Pattern GAP =
      Pattern.compile(
          "  | [,;:)]| \\.(?![a-z])|\\( |\\(\\)|,,|\\.\\.(?!\\.)|<[a-z][a-z0-9.-]*>|\\$\\{|\\[\\[|\\]\\]");

  private static final Freshness NOW =
      new Freshness(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void textsOfAllRulesReadWellForAllSamples() throws Exception {
    RuleBase base = RuleBase.load(List.of());
    Set<String> faults = new TreeSet<>();
    for (SampleCase sample : SampleCase.in(Path.of("samples"), new ArrayList<>())) {
      List<LogInput> inputs = new ArrayList<>();
      for (Path input : sample.inputs()) {
        inputs.addAll(LogInputs.of(input));
      }
      Reading reading = new Analysis(base.catalog(), base.rules(), NOW).read(inputs);
      report(base, base.rules(), reading, requests -> Map.of())
          .diagnoses()
          .forEach(one -> check(one, sample, faults));
      for (Rule rule : base.rules().rules()) {
        RuleSet alone = new RuleSet(withUnknown(base, rule), base.rules().providers(), List.of());
        report(base, alone, reading, RuleTextTest::failed)
            .diagnoses()
            .forEach(one -> check(one, sample, faults));
      }
    }
    assertThat(faults).isEmpty();
  }

  /** A rule that always applies, and the one that stands in where it is ruled out. */
  private static List<Suspicion> withUnknown(RuleBase base, Rule rule) {
    List<Suspicion> rules = new ArrayList<>(List.of(Suspicion.of(forced(rule))));
    base.rules()
        .rule("unknown")
        .filter(unknown -> !unknown.id().equals(rule.id()))
        .map(Suspicion::of)
        .ifPresent(rules::add);
    return rules;
  }

  private static Report report(RuleBase base, RuleSet rules, Reading reading, ProbeRunner probes) {
    return new Analysis(base.catalog(), rules, NOW)
        .diagnose(reading, Selection.ALL, probes, List::of)
        .report();
  }

  /** Live checks of which none could be made, so that nothing is known of what they tell. */
  private static Map<ProbeRequest, ProbeResult> failed(Collection<ProbeRequest> requests) {
    Map<ProbeRequest, ProbeResult> results = new LinkedHashMap<>();
    for (ProbeRequest request : requests) {
      results.put(
          request, new ProbeResult(request, Outcome.FAILED, Slots.NONE, List.of(), NOW.now()));
    }
    return results;
  }

  /** The rule, thought of for every failure. */
  private static Rule forced(Rule rule) {
    Clause always = Clause.of(FactKinds.IDENTIFIERS, Map.of(), false);
    return new Rule(
        rule.id(),
        rule.since(),
        rule.title(),
        rule.summary(),
        rule.severity(),
        rule.frequency(),
        rule.frequencies(),
        List.of(List.of(always)),
        List.of(),
        rule.evidence(),
        rule.verdict(),
        rule.variants(),
        rule.explains(),
        rule.remedies(),
        rule.myths(),
        rule.wouldDecide(),
        rule.page(),
        rule.references(),
        rule.tests());
  }

  private static void check(DiagnosisReport diagnosis, SampleCase sample, Set<String> faults) {
    Stream<Text> own =
        Stream.of(
                Stream.of(diagnosis.title(), diagnosis.summary(), diagnosis.because()),
                diagnosis.wrongAdvice().stream(),
                Stream.ofNullable(diagnosis.prevention()),
                diagnosis.evidence().stream().map(DiagnosisReport.EvidenceReport::says),
                diagnosis.evidence().stream().flatMap(one -> Stream.ofNullable(one.wouldSettle())),
                diagnosis.remedies().stream().flatMap(RuleTextTest::texts))
            .flatMap(texts -> texts);
    own.map(RuleTextTest::outline)
        .filter(text -> text.isBlank() || GAP.matcher(text).find() || text.contains("null"))
        .forEach(text -> faults.add(diagnosis.cause() + ": " + text + " (" + sample.name() + ")"));
    diagnosis.remedies().stream()
        .flatMap(remedy -> remedy.steps().stream())
        .flatMap(step -> Stream.ofNullable(step.command()))
        .flatMap(command -> Placeholders.in(command).stream())
        .filter(name -> !Placeholders.explained(name))
        .forEach(name -> faults.add(diagnosis.cause() + ": where does one find <" + name + ">?"));
    diagnosis.remedies().stream()
        .filter(remedy -> remedy.steps().isEmpty())
        .forEach(
            remedy -> faults.add(diagnosis.cause() + ": " + remedy.id() + " has no step left"));
  }

  private static Stream<Text> texts(RemedyReport remedy) {
    return Stream.concat(
        Stream.of(remedy.title(), remedy.why()),
        Stream.concat(
            remedy.steps().stream().map(DiagnosisReport.RemedyStep::text),
            Stream.ofNullable(remedy.verify())));
  }

  /** The rule's own words; what is quoted or code is not judged. */
  private static String outline(Text text) {
    StringBuilder words = new StringBuilder();
    text.segments()
        .forEach(
            one -> words.append(one.kind() == Text.Kind.PROSE ? one.value() : "\u2039…\u203a"));
    return words.toString();
  }
}
