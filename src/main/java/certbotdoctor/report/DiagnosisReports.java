package certbotdoctor.report;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SourceSpan;
import certbotdoctor.core.Stance;
import certbotdoctor.core.Text;
import certbotdoctor.core.VerdictWord;
import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.Evidence;
import certbotdoctor.diagnose.Fact;
import certbotdoctor.diagnose.FactKinds;
import certbotdoctor.diagnose.Judgement;
import certbotdoctor.diagnose.Subject;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.report.DiagnosisReport.Alternative;
import certbotdoctor.report.DiagnosisReport.EvidenceReport;
import certbotdoctor.report.DiagnosisReport.Reference;
import certbotdoctor.rules.Rule;
import certbotdoctor.rules.Template;
import certbotdoctor.run.IdentifierRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Diagnoses in sentences. */
final class DiagnosisReports {
  private final Map<ProbeRequest, ProbeResult> probes;

  DiagnosisReports(Map<ProbeRequest, ProbeResult> probes) {
    this.probes = probes;
  }

  DiagnosisReport report(String id, Diagnosis diagnosis) {
    Judgement cause = diagnosis.cause();
    Rule rule = cause.rule();
    Slots slots = cause.slots();
    Rule.Variant variant = cause.variant();
    String title = variant == null || variant.title() == null ? rule.title() : variant.title();
    String summary =
        variant == null || variant.summary() == null ? rule.summary() : variant.summary();
    return new DiagnosisReport(
        id,
        rule.id(),
        variant == null ? null : variant.id(),
        diagnosis.subjects().stream().map(Subject::runId).distinct().toList(),
        certificates(diagnosis),
        identifiers(diagnosis),
        cause.verdict().id(),
        because(cause, diagnosis),
        Template.text(title, slots),
        Template.text(summary, slots),
        evidence(cause, diagnosis),
        diagnosis.alternatives().stream().map(DiagnosisReports::alternative).toList(),
        RemedyReports.of(cause, diagnosis.facts()),
        prevention(rule, slots),
        rule.myths().stream().map(myth -> Template.text(myth, slots)).toList(),
        Comparisons.of(diagnosis),
        Matrices.of(diagnosis, probes),
        rule.references().stream().map(r -> new Reference(r.title(), r.url())).toList());
  }

  private static @Nullable Text prevention(Rule rule, Slots slots) {
    String prevent = rule.page().prevent();
    return prevent == null ? null : new HostWords(slots).text(prevent);
  }

  private static List<String> certificates(Diagnosis diagnosis) {
    return diagnosis.subjects().stream()
        .map(subject -> subject.certificate().name())
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .distinct()
        .toList();
  }

  /** The names that failed; of a certificate that failed as a whole, all that did not succeed. */
  private static List<String> identifiers(Diagnosis diagnosis) {
    List<String> names = new ArrayList<>();
    for (Subject subject : diagnosis.subjects()) {
      if (subject.identifier() != null) {
        add(subject.identifier(), names);
      } else {
        subject.certificate().identifiers().stream()
            .filter(i -> !i.outcome().healthy())
            .forEach(i -> add(i, names));
      }
    }
    return names.stream().distinct().toList();
  }

  private static void add(IdentifierRun identifier, List<String> names) {
    names.add(identifier.wildcard() ? "*." + identifier.name() : identifier.name());
  }

  /** The row of the verdict table that held, in the words of its evidence. */
  private static Text because(Judgement cause, Diagnosis diagnosis) {
    List<Evidence> supporting =
        cause.evidence().stream().filter(e -> e.stance() == Stance.SUPPORTS).toList();
    if (!supporting.isEmpty()) {
      Text all = Text.EMPTY;
      for (int i = 0; i < Math.min(2, supporting.size()); i++) {
        all =
            i == 0
                ? supporting.get(i).says()
                : all.plus(Text.prose(" ")).plus(supporting.get(i).says());
      }
      return all;
    }
    if (cause.verdict() == VerdictWord.CANNOT_TELL) {
      return Text.prose("Nothing in what was read tells the cause.");
    }
    boolean alone =
        diagnosis.alternatives().stream()
            .allMatch(other -> other.verdict() == VerdictWord.RULED_OUT);
    String others =
        alone
            ? "It fits the symptom, and no other known cause does."
            : "It fits the symptom, as other causes do; nothing that was read decides between them.";
    return Text.prose(others);
  }

  private static List<EvidenceReport> evidence(Judgement cause, Diagnosis diagnosis) {
    List<EvidenceReport> reports = new ArrayList<>();
    for (Fact fact : diagnosis.facts().facts()) {
      if (fact.kind().equals(FactKinds.PROBLEM)
          && fact.span() != null
          && !blank(fact.quote())
          && reports.size() < 8) {
        EvidenceReport own = symptom(fact, fact.span());
        if (!reports.contains(own)) {
          reports.add(own);
        }
      }
    }
    HostWords words = new HostWords(cause.slots());
    cause.evidence().forEach(one -> reports.add(report(one, words)));
    return reports;
  }

  private static boolean blank(@Nullable String quote) {
    return quote == null || quote.isBlank();
  }

  private static EvidenceReport symptom(Fact fact, SourceSpan span) {
    return new EvidenceReport(
        "log",
        Stance.SUPPORTS.id(),
        Text.prose("The CA said: ").plus(Text.quoted(String.valueOf(fact.quote()))),
        null,
        span.source(),
        span.firstLine(),
        null,
        false,
        null,
        null,
        null);
  }

  private static EvidenceReport report(Evidence evidence, HostWords words) {
    if (evidence instanceof Evidence.Logged logged) {
      return logged(logged);
    }
    if (evidence instanceof Evidence.Observed seen) {
      String exchange = TellingExchange.of(seen);
      return new EvidenceReport(
          "live",
          seen.stance().id(),
          seen.says(),
          null,
          null,
          0,
          exchange,
          seen.during(),
          seen.result().at().toString(),
          null,
          null);
    }
    if (evidence instanceof Evidence.Configured configured) {
      return new EvidenceReport(
          "config",
          configured.stance().id(),
          configured.says(),
          null,
          configured.file(),
          0,
          null,
          false,
          null,
          null,
          null);
    }
    Evidence.Unavailable unknown = (Evidence.Unavailable) evidence;
    return new EvidenceReport(
        "unavailable",
        Stance.SILENT.id(),
        unknown.says(),
        null,
        null,
        0,
        null,
        false,
        null,
        unknown.why().id(),
        unknown.wouldSettle() == null ? null : words.text(unknown.wouldSettle()));
  }

  private static EvidenceReport logged(Evidence.Logged logged) {
    SourceSpan span = logged.span();
    return new EvidenceReport(
        "log",
        logged.stance().id(),
        logged.says(),
        logged.quote(),
        span == null ? null : span.source(),
        span == null ? 0 : span.firstLine(),
        null,
        false,
        null,
        null,
        null);
  }

  private static Alternative alternative(Judgement other) {
    Rule rule = other.rule();
    boolean refuted = other.verdict() == VerdictWord.RULED_OUT;
    Text because =
        other.verdict() == VerdictWord.RULED_OUT
            ? said(other, Stance.AGAINST).orElse(Text.prose("What was read speaks against it."))
            : said(other, Stance.SUPPORTS)
                .or(() -> said(other, Stance.AGAINST).map(Text.prose("Against it: ")::plus))
                .orElse(Text.prose("It fits the symptom."));
    List<Text> decide =
        rule.wouldDecide() == null || refuted
            ? List.of()
            : List.of(new HostWords(other.slots()).text(rule.wouldDecide()));
    return new Alternative(
        rule.id(),
        variantId(other.variant()),
        other.verdict().id(),
        Template.text(rule.title(), other.slots()),
        because,
        decide);
  }

  private static Optional<Text> said(Judgement other, Stance stance) {
    return other.evidence().stream()
        .filter(e -> e.stance() == stance)
        .findFirst()
        .map(Evidence::says);
  }

  private static @Nullable String variantId(Rule.@Nullable Variant variant) {
    return variant == null ? null : variant.id();
  }
}
