package certbotdoctor.diagnose;

import certbotdoctor.config.LocalConfig;
import certbotdoctor.core.Slots;
import certbotdoctor.core.VerdictWord;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.ProbeRunner;
import certbotdoctor.rules.Rule;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.RunOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a history of runs to diagnoses: pure reasoning, with the live world behind one seam. */
public final class Diagnostician {
  /** The rule that fits where no other does. */
  private static final String UNKNOWN = "unknown";

  private static final int ROUNDS = 3;

  /** Subjects that live checks are made for; more are not answered in any time that one waits. */
  private static final int MOST_ASKED = 1000;

  private final RuleSet rules;
  private final ProbeRunner probes;
  private final Judge judge;
  private final Hypothesizer hypothesizer;
  private final SubjectSlots slots;
  private final ProviderComparison providers;
  private final ConfigFacts config;
  private final ProbePlanner planner = new ProbePlanner();
  private final Map<ProbeRequest, ProbeResult> results = new LinkedHashMap<>();
  private int notAsked;

  /** What was asked about each subject; by identity, because a subject holds its whole run. */
  private final IdentityHashMap<Subject, Set<ProbeRequest>> asked = new IdentityHashMap<>();

  /**
   * Reasons with a rule base.
   *
   * @param probes the live world; a runner that answers nothing keeps it offline
   */
  public Diagnostician(RuleSet rules, ProbeRunner probes, Freshness freshness) {
    this(rules, probes, freshness, null);
  }

  /**
   * Reasons with a rule base and this host's configuration.
   *
   * @param config certbot's configuration directory, or null where it is not known
   */
  public Diagnostician(
      RuleSet rules, ProbeRunner probes, Freshness freshness, @Nullable LocalConfig config) {
    this.rules = rules;
    this.probes = probes;
    this.judge = new Judge(freshness);
    this.hypothesizer = new Hypothesizer(rules);
    this.slots = new SubjectSlots(rules, freshness);
    this.providers = new ProviderComparison(rules);
    this.config = new ConfigFacts(config, rules);
  }

  /** A subject and the part of a run that it failed in. */
  private record Failure(History.Entry entry, Subject subject) {}

  /** A subject with all that is needed to judge it. */
  private record Open(Subject subject, FactSet facts, List<Rule> hypotheses, Slots slots) {}

  /**
   * The diagnoses of failures.
   *
   * @param entries the parts of runs to look at; those that did not fail have no diagnosis
   * @param runIds ids of runs in the report by their index
   */
  public List<Diagnosis> diagnose(
      History history, List<History.Entry> entries, Map<Integer, String> runIds) {
    FactExtractor extractor = new FactExtractor(history, config);
    List<Failure> failures = new ArrayList<>();
    for (History.Entry entry : entries) {
      if (entry.certificate().failed()) {
        String id = runIds.getOrDefault(entry.index(), "");
        subjects(entry, id).forEach(subject -> failures.add(new Failure(entry, subject)));
      }
    }
    Grouping grouping = new Grouping();
    int most = probes.asks() ? Math.min(failures.size(), MOST_ASKED) : 0;
    asked(failures.subList(0, most), extractor, grouping);
    unasked(failures.subList(most, failures.size()), extractor, grouping);
    notAsked = probes.asks() ? failures.size() - most : 0;
    return Ranker.ordered(grouping.diagnoses());
  }

  /** Diagnoses with the answers of live checks. */
  private void asked(List<Failure> failures, FactExtractor extractor, Grouping grouping) {
    List<Open> open = new ArrayList<>();
    for (Failure failure : failures) {
      open.add(open(failure.subject, extractor.of(failure.subject, failure.entry)));
    }
    ask(open);
    for (Open one : open) {
      grouping.add(judged(informed(one), seen(one)));
    }
  }

  /** Diagnoses where no live check is made: subjects whose facts are alike are judged once. */
  private void unasked(List<Failure> failures, FactExtractor extractor, Grouping grouping) {
    Likeness likeness = failures.size() > 1 ? new Likeness(rules.rules()) : null;
    Map<String, Grouping.Group> alike = new HashMap<>();
    for (Failure failure : failures) {
      FactSet facts = extractor.of(failure.subject, failure.entry);
      String seen = likeness == null ? "" : likeness.of(facts);
      Grouping.Group known = alike.get(seen);
      if (known != null) {
        known.add(failure.subject);
      } else {
        Diagnosis judged = judged(open(failure.subject, facts), Answers.NONE);
        alike.put(seen, grouping.add(judged));
      }
    }
  }

  /** Whether live checks were to be made for a subject. */
  public boolean wasAsked(Subject subject) {
    return asked.containsKey(subject);
  }

  /** The number of subjects that no live check was made for, as there are too many. */
  public int notAsked() {
    return notAsked;
  }

  private Open open(Subject subject, FactSet facts) {
    return new Open(subject, facts, hypothesizer.of(facts), slots.of(subject, facts));
  }

  /**
   * The diagnoses that live checks alone give, for names of which no log is at hand.
   *
   * @param subjects names, as if they had failed just now
   * @param given what is known besides: {@code ca}, {@code account}
   */
  public List<Diagnosis> survey(List<Subject> subjects, Slots given) {
    List<Rule> live =
        rules.rules().stream()
            .filter(rule -> rule.evidence().stream().anyMatch(spec -> spec.probe() != null))
            .toList();
    FactSet none = new FactSet(List.of());
    List<Open> open =
        subjects.stream()
            .map(subject -> new Open(subject, none, live, slots.of(subject, none, given)))
            .toList();
    ask(open);
    List<Diagnosis> seen = new ArrayList<>();
    for (Open one : open) {
      Answers answers = seen(one);
      List<Judgement> found =
          Ranker.ranked(
                  live.stream()
                      .map(rule -> judge.weigh(rule, one.subject, none, one.slots, answers))
                      .toList())
              .stream()
              .filter(Judgement::isObserved)
              .filter(judged -> judged.verdict().compareTo(VerdictWord.LIKELY) <= 0)
              .toList();
      if (!found.isEmpty()) {
        List<Judgement> others = found.subList(1, found.size());
        seen.add(new Diagnosis(List.of(one.subject), none, found.get(0), others));
      }
    }
    return Ranker.ordered(Grouping.grouped(seen));
  }

  /** The answers of live checks, compared with what a subject's plugin does. */
  private Answers seen(Open one) {
    return providers.compared(one.subject, results, asked.getOrDefault(one.subject, Set.of()));
  }

  /** All answers of live checks, by request. */
  public Map<ProbeRequest, ProbeResult> results() {
    return Collections.unmodifiableMap(results);
  }

  private static List<Subject> subjects(History.Entry entry, String id) {
    List<Subject> subjects = new ArrayList<>();
    for (IdentifierRun identifier : entry.certificate().identifiers()) {
      if (identifier.outcome() == RunOutcome.FAILURE) {
        subjects.add(new Subject(id, entry.run(), entry.certificate(), identifier));
      }
    }
    if (subjects.isEmpty()) {
      subjects.add(new Subject(id, entry.run(), entry.certificate(), null));
    }
    return subjects;
  }

  /** Asks what the hypotheses need; facts that an answer provides may bind further questions. */
  private void ask(List<Open> open) {
    IdentityHashMap<Open, Slots> known = new IdentityHashMap<>();
    open.forEach(one -> known.put(one, one.slots));
    List<Open> eager = open;
    for (int round = 0; round < ROUNDS && !eager.isEmpty(); round++) {
      IdentityHashMap<Open, Set<ProbeRequest>> planned = new IdentityHashMap<>();
      Set<ProbeRequest> wanted = new LinkedHashSet<>();
      for (Open one : eager) {
        Set<ProbeRequest> plan = planner.plan(one.hypotheses, known.getOrDefault(one, one.slots));
        planned.put(one, plan);
        asked.computeIfAbsent(one.subject, subject -> new LinkedHashSet<>()).addAll(plan);
        wanted.addAll(plan);
      }
      wanted.removeAll(results.keySet());
      if (!wanted.isEmpty()) {
        results.putAll(probes.run(wanted));
      }
      List<Open> learned = new ArrayList<>();
      for (Open one : eager) {
        if (learns(one, planned, known)) {
          learned.add(one);
        }
      }
      eager = learned;
    }
  }

  /** Adds to what is known of a subject what the answers tell; whether that was anything new. */
  private boolean learns(
      Open one,
      IdentityHashMap<Open, Set<ProbeRequest>> planned,
      IdentityHashMap<Open, Slots> known) {
    Slots before = known.getOrDefault(one, one.slots);
    Slots after = before;
    for (ProbeRequest request : planned.getOrDefault(one, Set.of())) {
      ProbeResult result = results.get(request);
      after = result == null ? after : after.with(result.facts());
    }
    known.put(one, after);
    return !after.equals(before);
  }

  /** The same with advice that rests on what was measured, and with the zone that was found. */
  private Open informed(Open one) {
    Slots seen = Slots.NONE;
    Answers answers = seen(one);
    for (ProbeRequest request : asked.getOrDefault(one.subject, Set.of())) {
      ProbeResult result = answers.get(request);
      if (result != null) {
        seen = seen.with(measured(result.facts())).with(zone(request, result, one.slots));
      }
    }
    return seen.equals(Slots.NONE)
        ? one
        : new Open(one.subject, one.facts, one.hypotheses, slots.of(one.subject, one.facts, seen));
  }

  private static Slots measured(Slots facts) {
    return Slots.NONE
        .with("lag-seconds", facts.get("lag-seconds"))
        .with("recommended-seconds", facts.get("recommended-seconds"))
        .with(ProviderComparison.SERVING_PLUGIN, facts.get(ProviderComparison.SERVING_PLUGIN))
        .with(ProviderComparison.SERVING_OPTION, facts.get(ProviderComparison.SERVING_OPTION));
  }

  /** The zone that holds the domain, as the delegation shows it. */
  private static Slots zone(ProbeRequest request, ProbeResult result, Slots known) {
    String zone = result.facts().get("zone", "");
    String domain = known.get("domain", "");
    boolean holds = zone.contains(".") && ("." + domain).endsWith("." + zone);
    return request.probe().equals(ProviderComparison.PROBE) && holds
        ? Slots.of("zone", zone)
        : Slots.NONE;
  }

  private Diagnosis judged(Open one, Answers answers) {
    List<Judgement> judgements =
        Ranker.ranked(
            one.hypotheses.stream()
                .map(rule -> judge.weigh(rule, one.subject, one.facts, one.slots, answers))
                .toList());
    boolean none = judgements.isEmpty() || judgements.get(0).verdict() == VerdictWord.RULED_OUT;
    Judgement best = none ? unknown(one, answers) : judgements.get(0);
    boolean sure = best.verdict() == VerdictWord.CONFIRMED;
    List<Judgement> alternatives =
        judgements.stream()
            .skip(none ? 0 : 1)
            .filter(judgement -> !judgement.rule().id().equals(UNKNOWN))
            .filter(
                judgement -> !sure || isDecided(best, judgement) || liesBeneath(judgement, best))
            .toList();
    return new Diagnosis(List.of(one.subject), one.facts, best, alternatives);
  }

  /**
   * Whether it is worth a word beside a confirmed cause: it is likely as well and no mere symptom
   * of that cause, or refuted.
   */
  private static boolean isDecided(Judgement sure, Judgement other) {
    boolean symptom = sure.rule().explains().contains(other.rule().id());
    return (other.verdict().compareTo(VerdictWord.LIKELY) <= 0 && !symptom)
        || other.verdict() == VerdictWord.RULED_OUT;
  }

  /** Whether a cause may be the reason of another one, which is then no end of the search. */
  private static boolean liesBeneath(Judgement judgement, Judgement best) {
    return judgement.rule().explains().contains(best.rule().id());
  }

  private Judgement unknown(Open one, Answers answers) {
    Rule rule =
        rules
            .rule(UNKNOWN)
            .orElseThrow(() -> new IllegalStateException("the rule base lacks 'unknown'"));
    return judge.weigh(rule, one.subject, one.facts, one.slots, answers);
  }
}
