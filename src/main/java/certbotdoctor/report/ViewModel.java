package certbotdoctor.report;

import certbotdoctor.probe.Exchange;
import certbotdoctor.report.DiagnosisReport.DiffRun;
import certbotdoctor.report.DiagnosisReport.TxtDiff;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The names that templates know. */
final class ViewModel {
  private final EscapingFormat format;
  private final Assets assets;
  private final Style style;

  ViewModel(EscapingFormat format, Assets assets, Style style) {
    this.format = format;
    this.assets = assets;
    this.style = style;
  }

  /** The root of a template's data. */
  Map<String, Object> of(Report report) {
    Overview overview = Overview.of(report);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("report", report);
    root.put("status", overview.status());
    if (overview.newest() != null) {
      root.put("newest", overview.newest());
    }
    root.put("certificates", overview.certificates());
    root.put("verdicts", overview.verdicts());
    root.put("style", style);
    root.put("ansi", ansi());
    root.put("hang", mark(TerminalWriter.HANG));
    root.put("whole", mark(TerminalWriter.WHOLE));
    root.put("gap", mark(TerminalWriter.GAP));
    root.put("span", (TemplateMethodModelEx) a -> markup(a, Escapes::markdownSpan));
    root.put("cell", (TemplateMethodModelEx) a -> markup(a, Escapes::markdownCell));
    root.put("block", (TemplateMethodModelEx) this::block);
    root.put("pieces", (TemplateMethodModelEx) a -> pieces((AdapterTemplateModel) a.get(0)));
    root.put("link", (TemplateMethodModelEx) a -> markup(a, Escapes::markdownLink));
    root.put("asset", (TemplateMethodModelEx) a -> trusted(assets.text(text(a))));
    root.put("assetHash", (TemplateMethodModelEx) a -> assets.hash(text(a)));
    // FreeMarker's own comparison of strings asks a collator, which takes control characters for
    // nothing and is slow to make
    root.put("is", (TemplateMethodModelEx) a -> text(a).equals(String.valueOf(a.get(1))));
    Set<String> exchanges =
        report.exchanges().stream().map(Exchange::id).collect(Collectors.toUnmodifiableSet());
    root.put("known", (TemplateMethodModelEx) a -> exchanges.contains(text(a)));
    charts(root, report, overview);
    return root;
  }

  /** Charts stand in the order of the runs and of the certificates. */
  private static void charts(Map<String, Object> root, Report report, Overview overview) {
    List<Charts.Chart> runs = report.runs().stream().map(Charts::run).toList();
    List<Charts.Chart> histories =
        overview.certificates().stream().map(line -> Charts.history(line.history())).toList();
    root.put("runCharts", runs);
    root.put("historyCharts", histories);
  }

  /** A difference; two values that share less than half are shown whole, one after the other. */
  private static List<DiffRun> pieces(AdapterTemplateModel comparison) {
    TxtDiff diff = (TxtDiff) comparison.getAdaptedObject(TxtDiff.class);
    int same =
        diff.runs().stream()
            .filter(run -> run.kind().equals("same"))
            .mapToInt(run -> run.text().length())
            .sum();
    if (same * 2 >= Math.min(diff.expected().length(), diff.found().length())) {
      return diff.runs();
    }
    return List.of(new DiffRun("removed", diff.expected()), new DiffRun("added", diff.found()));
  }

  private Map<String, Object> ansi() {
    Map<String, Object> codes = new LinkedHashMap<>();
    codes.put("off", sgr(0));
    codes.put("bold", sgr(1));
    codes.put("dim", sgr(2));
    codes.put("red", sgr(31));
    codes.put("green", sgr(32));
    codes.put("yellow", sgr(33));
    codes.put("blue", sgr(34));
    codes.put("cyan", sgr(36));
    return codes;
  }

  private EscapingFormat.Markup sgr(int code) {
    return trusted(style.colour() ? "\u001b[" + code + "m" : "");
  }

  private EscapingFormat.Markup mark(char mark) {
    return trusted(String.valueOf(mark));
  }

  private EscapingFormat.Markup trusted(String markup) {
    try {
      return format.fromMarkup(markup);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private EscapingFormat.Markup markup(List<?> arguments, UnaryOperator<String> escape) {
    return trusted(escape.apply(text(arguments)));
  }

  private static String text(List<?> arguments) {
    return String.valueOf(arguments.get(0));
  }

  private EscapingFormat.Markup block(List<?> arguments) {
    String text = text(arguments);
    int indent = Integer.parseInt(String.valueOf(arguments.get(1)));
    String language = arguments.size() > 2 ? String.valueOf(arguments.get(2)) : "";
    return trusted(Escapes.markdownBlock(text, language, indent));
  }
}
