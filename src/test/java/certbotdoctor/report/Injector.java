package certbotdoctor.report;

import certbotdoctor.core.Text;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts a string into the string fields of a report, found by reflection. */
final class Injector {
  /** Fields with words from finite sets, which decide what a renderer shows. */
  private static final Set<String> FINITE =
      Set.of(
          "Input.kind",
          "RunReport.outcome",
          "Step.kind",
          "CertificateReport.outcome",
          "IdentifierReport.outcome",
          "ProblemReport.code",
          "DiagnosisReport.verdict",
          "EvidenceReport.kind",
          "EvidenceReport.stance",
          "Alternative.verdict",
          "RemedyReport.risk",
          "DiffRun.kind",
          "MatrixRow.state");

  private final Predicate<String> fields;
  private final String value;
  private final List<Text.Kind> kinds;

  private Injector(Predicate<String> fields, String value, List<Text.Kind> kinds) {
    this.fields = fields;
    this.value = value;
    this.kinds = kinds;
  }

  /** The report with the value in every field but those with words from finite sets. */
  static Report everywhere(Report report, String value) {
    return inject(report, field -> !FINITE.contains(field), value);
  }

  /** As {@link #everywhere}, but sentences hold it as a quotation only. */
  static Report quotedEverywhere(Report report, String value) {
    List<Text.Kind> quoted = List.of(Text.Kind.QUOTED);
    return (Report) new Injector(field -> !FINITE.contains(field), value, quoted).record(report);
  }

  /** The report with the value in every field. */
  static Report reallyEverywhere(Report report, String value) {
    return inject(report, field -> true, value);
  }

  /** The report with the value in every field that a predicate takes. */
  static Report inject(Report report, Predicate<String> fields, String value) {
    return (Report) new Injector(fields, value, List.of(Text.Kind.values())).record(report);
  }

  /** The names of all string fields, for example {@code Input.source}. */
  static Set<String> fields(Report report) {
    Set<String> names = new TreeSet<>();
    inject(report, names::add, "");
    return names;
  }

  private @Nullable Object value(@Nullable Object old, String field) {
    if (old instanceof String) {
      return fields.test(field) ? value : old;
    }
    if (old instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(value(element, field)));
      return copy;
    }
    if (old instanceof Text text) {
      return fields.test(field) ? text(text) : old;
    }
    return old instanceof Record inner ? record(inner) : old;
  }

  /** A sentence gets a piece of each kind; one without words stays so. */
  private Text text(Text old) {
    if (old.segments().isEmpty()) {
      return old;
    }
    List<Text.Segment> segments = new ArrayList<>();
    for (Text.Kind kind : kinds) {
      segments.add(new Text.Segment(kind, value));
    }
    return new Text(segments);
  }

  private Object record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        String field = record.getClass().getSimpleName() + "." + components[i].getName();
        values[i] = value(components[i].getAccessor().invoke(record), field);
      }
      return record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
