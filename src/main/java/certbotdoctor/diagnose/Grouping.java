package certbotdoctor.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts subjects together that share cause and evidence, so that one repair is told once. */
final class Grouping {
  private final Map<String, Group> byKey = new LinkedHashMap<>();

  /** Subjects of which the first one's diagnosis is told. */
  static final class Group {
    private final Diagnosis first;
    private final List<Subject> subjects = new ArrayList<>();

    private Group(Diagnosis first) {
      this.first = first;
    }

    /** Adds a subject that is judged as others of the group were. */
    void add(Subject subject) {
      subjects.add(subject);
    }

    private Diagnosis joined() {
      return new Diagnosis(subjects, first.facts(), first.cause(), first.alternatives());
    }
  }

  static List<Diagnosis> grouped(List<Diagnosis> single) {
    Grouping grouping = new Grouping();
    single.forEach(grouping::add);
    return grouping.diagnoses();
  }

  /** Adds a diagnosis, and gives the group that it belongs to. */
  Group add(Diagnosis diagnosis) {
    Group group = byKey.computeIfAbsent(key(diagnosis), key -> new Group(diagnosis));
    diagnosis.subjects().forEach(group::add);
    return group;
  }

  /** One diagnosis for each group, in the order of their first subjects. */
  List<Diagnosis> diagnoses() {
    return byKey.values().stream().map(Group::joined).toList();
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
