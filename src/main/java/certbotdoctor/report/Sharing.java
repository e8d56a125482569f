package certbotdoctor.report;

import certbotdoctor.core.Text;
import certbotdoctor.probe.Exchange;
import certbotdoctor.report.DiagnosisReport.MatrixRow;
import certbotdoctor.report.DiagnosisReport.Reference;
import certbotdoctor.report.RunReport.CertificateReport;
import certbotdoctor.report.RunReport.IdentifierReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report fit for strangers: pseudonyms for domain and host names, addresses, e-mail,
 * accounts and the user's part of paths. The same original gets the same pseudonym wherever it
 * stands, and names keep their relations. Public names (CAs, DNS providers) stay.
 */
public final class Sharing {
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> words = new LinkedHashSet<>();

  private Sharing() {}

  /** The report with pseudonyms; {@code redacted} is true in it. */
  public static Report share(Report report) {
    Sharing sharing = new Sharing();
    sharing.learn(report);
    SharedShapes shapes = new SharedShapes(sharing.names, sharing.words);
    // sentences of this program may hold names that are known, but nothing else
    RecordMapper mapper =
        new RecordMapper(
            (value, kind) -> shapes.replace(value, kind != Text.Kind.PROSE),
            Set.of(Reference.class));
    Report mapped = mapper.map(report);
    return mapped.withRedacted();
  }

  /** Names that a field of the report calls names; others are known by their shape. */
  private void learn(Report report) {
    word(report.host());
    for (RunReport run : report.runs()) {
      for (CertificateReport certificate : run.certificates()) {
        name(certificate.name());
        certificate.identifiers().stream().map(IdentifierReport::name).forEach(this::name);
      }
    }
    report.diagnoses().forEach(this::learn);
    report.resolved().forEach(this::learn);
    for (Exchange exchange : report.exchanges()) {
      name(exchange.server());
      name(firstWord(exchange.question()));
      exchange.answer().forEach(record -> name(firstWord(record)));
      exchange.authority().forEach(record -> name(firstWord(record)));
      exchange.additional().forEach(record -> name(firstWord(record)));
    }
  }

  private void learn(DiagnosisReport diagnosis) {
    diagnosis.certificates().forEach(this::name);
    diagnosis.identifiers().forEach(this::name);
    diagnosis.comparisons().forEach(diff -> name(diff.name()));
    if (diagnosis.matrix() != null) {
      name(diagnosis.matrix().name());
      List<MatrixRow> rows = diagnosis.matrix().rows();
      rows.forEach(row -> name(row.server()));
    }
  }

  private static String firstWord(String text) {
    int blank = text.indexOf(' ');
    return blank < 0 ? text : text.substring(0, blank);
  }

  private void name(@Nullable String name) {
    if (name == null) {
      return;
    }
    String bare = name.startsWith("*.") ? name.substring(2) : name;
    bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    if (bare.contains(".")) {
      names.add(bare);
    } else {
      word(bare);
    }
  }

  private void word(@Nullable String word) {
    if (word == null) {
      return;
    }
    if (word.contains(".")) {
      names.add(word);
    } else if (word.length() >= 3 && !word.equals("localhost")) {
      words.add(word);
    }
  }
}
