package certbotdoctor.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts subjects together that share cause and evidence, so that one repair is told once. */
final class Grouping {
  private Grouping() {}

  static List<Diagnosis> grouped(List<Diagnosis> single) {
    Map<String, List<Diagnosis>> byKey = new LinkedHashMap<>();
    for (Diagnosis diagnosis : single) {
      byKey.computeIfAbsent(key(diagnosis), key -> new ArrayList<>()).add(diagnosis);
    }
    return byKey.values().stream().map(Grouping::joined).toList();
  }

  private static Diagnosis joined(List<Diagnosis> same) {
    Diagnosis first = same.get(0);
    List<Subject> subjects =
        same.stream().flatMap(diagnosis -> diagnosis.subjects().stream()).toList();
    return new Diagnosis(subjects, first.facts(), first.cause(), first.alternatives());
  }

  private static String key(Diagnosis diagnosis) {
    Judgement cause = diagnosis.cause();
    String variant = cause.variant() == null ? "" : cause.variant().id();
    String evidence =
        cause.evidence().stream()
            .map(e -> e.spec() + e.stance() + (e instanceof Evidence.Unavailable))
            .collect(Collectors.joining(","));
    String others =
        diagnosis.alternatives().stream().map(a -> a.rule().id()).collect(Collectors.joining(","));
    return String.join("|", cause.rule().id(), variant, cause.verdict().id(), evidence, others);
  }
}
