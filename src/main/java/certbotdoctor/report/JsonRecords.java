package certbotdoctor.report;

import certbotdoctor.core.Text;
import certbotdoctor.report.DiagnosisReport.EvidenceReport;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes records as JSON objects, each component as a member of the same name. */
final class JsonRecords {
  private static final Set<String> NOT_OF_LOG =
      Set.of("exchange", "during", "at", "why", "wouldSettle");

  /** By kind of evidence, what the record has for other kinds only. */
  private static final Map<String, Set<String>> FOREIGN =
      Map.of(
          "live", Set.of("source", "line", "why", "wouldSettle"),
          "config", Set.of("line", "exchange", "during", "at", "why", "wouldSettle"),
          "unavailable", Set.of("stance", "quote", "source", "line", "exchange", "during", "at"));

  private final JsonOut json;

  JsonRecords(JsonOut json) {
    this.json = json;
  }

  /** Writes the components of a record, but for those of the given names. */
  void membersWithout(Set<String> names, Record record) throws IOException {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!names.contains(component.getName())) {
        member(component.getName(), valueOf(component, record));
      }
    }
  }

  private void element(Object value) throws IOException {
    if (value instanceof EvidenceReport evidence) {
      evidence(evidence);
    } else if (value instanceof Record record) {
      membersWithout(Set.of(), record);
    } else {
      throw new IllegalStateException("no JSON for " + value.getClass().getName());
    }
  }

  private void member(String name, @Nullable Object value) throws IOException {
    if (value == null) {
      json.nothing(name);
    } else if (value instanceof List<?> list) {
      list(name, list);
    } else if (value instanceof Boolean flag) {
      json.field(name, flag.booleanValue());
    } else if (value instanceof Long number) {
      number(name, number);
    } else if (value instanceof Text || value instanceof String || value instanceof Instant) {
      json.field(name, plain(value));
    } else {
      json.object(name, value, this::element);
    }
  }

  private void number(String name, long value) throws IOException {
    if (name.equals("line")) {
      json.line(name, value);
    } else {
      json.field(name, value);
    }
  }

  private void list(String name, List<?> values) throws IOException {
    if (values.isEmpty() || isObject(values.get(0))) {
      json.array(name, values, this::element);
    } else if (values.get(0) instanceof Long) {
      json.numbers(name, values.stream().map(Long.class::cast).toList());
    } else {
      json.strings(name, values.stream().map(JsonRecords::plain).toList());
    }
  }

  /**
   * Each kind of evidence has the members that mean something for it, and no others; a quotation
   * comes last, where there is one.
   */
  private void evidence(EvidenceReport evidence) throws IOException {
    Set<String> foreign = new HashSet<>(FOREIGN.getOrDefault(evidence.kind(), NOT_OF_LOG));
    foreign.add("quote");
    membersWithout(foreign, evidence);
    if (evidence.quote() != null) {
      json.field("quote", evidence.quote());
    }
  }

  private static boolean isObject(Object value) {
    return value instanceof Record && !(value instanceof Text);
  }

  private static String plain(Object value) {
    return value instanceof Text text ? text.plain() : value.toString();
  }

  private static @Nullable Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
