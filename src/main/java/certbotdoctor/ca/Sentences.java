package certbotdoctor.ca;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;
import certbotdoctor.grammar.CaProblemParser;
import certbotdoctor.grammar.CaProblemParser.CaaStepContext;
import certbotdoctor.grammar.CaProblemParser.ClientContext;
import certbotdoctor.grammar.CaProblemParser.CoreContext;
import certbotdoctor.grammar.CaProblemParser.FetchingContext;
import certbotdoctor.grammar.CaProblemParser.PartContext;
import certbotdoctor.grammar.CaProblemParser.PrefixContext;
import certbotdoctor.grammar.CaProblemParser.SubproblemContext;
import certbotdoctor.grammar.CaProblemParser.TailContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Walks the parts of one detail in order and collects its symptoms. A prefix counts for the cores
 * behind it: for the next one, and for those that are joined to that one by {@code ;} or {@code ,}.
 */
final class Sentences {
  /** Cores that an address may stand in front of. */
  private static final Set<Integer> CONNECTIONS =
      Set.of(
          CaProblemParser.RULE_connection,
          CaProblemParser.RULE_httpResponse,
          CaProblemParser.RULE_httpMismatch,
          CaProblemParser.RULE_redirect,
          CaProblemParser.RULE_tls);

  private final Cores cores;
  private final CommonTokenStream stream;
  private final @Nullable String hint;
  private final List<CaSymptom> symptoms = new ArrayList<>();

  private Envelope group = Envelope.NONE;
  private Envelope envelope = Envelope.NONE;
  private @Nullable String urnType;
  private boolean groupSaysSomething;
  private boolean groupHasWords;
  private int lastRule = -1;
  private boolean afterClient;
  private boolean afterCore;
  private boolean joined;
  private Words before;

  /** The address in front of a core; other cores than those of connections have words there. */
  private @Nullable String ip;

  /**
   * @param tree the detail
   * @param grammar reads the texts that are quoted in it
   * @param type error type of the detail, where the input tells it apart from the text
   */
  Sentences(ProblemGrammar.Tree tree, ProblemGrammar grammar, @Nullable String type) {
    this.stream = tree.stream();
    this.cores = new Cores(stream, grammar);
    this.hint = type;
    this.before = words(tree.detail().tail());
    for (PartContext part : tree.detail().part()) {
      if (part.prefix() != null) {
        prefix(part.prefix());
      } else if (part.core() != null) {
        core(part.core());
      }
    }
    endGroup();
    if (symptoms.isEmpty()) {
      symptoms.add(unknown());
    }
  }

  /** What the detail says; never empty. */
  List<CaSymptom> symptoms() {
    return symptoms;
  }

  private Words words(@Nullable TailContext tail) {
    Words words = Words.of(stream, tail);
    groupHasWords |= words.sayAnything();
    Token address = words.first(CaProblemParser.ADDRESS);
    ip = address == null ? ip : Names.address(address);
    return words;
  }

  private void prefix(PrefixContext prefix) {
    leaveCore();
    if (prefix instanceof ClientContext client) {
      client(client.URN().getText());
    } else if (prefix instanceof SubproblemContext subproblem) {
      subproblem(Names.of(subproblem.name()));
    } else if (prefix instanceof CaaStepContext step) {
      envelope = envelope.with(Slots.of("caa", "true").with("ident", Names.of(step.name())));
    } else if (prefix instanceof FetchingContext fetching) {
      envelope = envelope.with(Slots.NONE.with("url", Names.of(fetching.name())));
    } else {
      plain(prefix.getStart());
    }
    before = words(prefix.getRuleContext(TailContext.class, 0));
  }

  private void plain(Token start) {
    switch (start.getType()) {
      case CaProblemParser.SECONDARY -> envelope = envelope.asSecondary();
      case CaProblemParser.RECHECK -> envelope = envelope.asRecheck();
      case CaProblemParser.PERSIST_LOOKUP ->
          envelope = envelope.with(Slots.of("challenge", "dns-persist-01"));
      default -> envelope = envelope.with(Slots.of("wfe", start.getText()));
    }
  }

  private void client(String urn) {
    if (urnType != null || groupSaysSomething) {
      endGroup();
      group = Envelope.NONE;
    }
    urnType = urn.substring(urn.lastIndexOf(':') + 1);
    groupHasWords = false;
    envelope = group;
    ip = null;
    afterClient = true;
  }

  private void subproblem(@Nullable String ident) {
    endGroup();
    group = Envelope.NONE.with(Slots.NONE.with("ident", ident));
    envelope = group;
  }

  private void core(CoreContext core) {
    int rule = Cores.rule(core);
    boolean words = before.sayAnything();
    boolean ownWords = rule == CaProblemParser.RULE_about && afterClient && !words;
    leaveCore();
    if (!ownWords && !isNoise(core)) {
      add(core, rule);
      groupSaysSomething = true;
      afterCore = true;
      lastRule = rule;
    }
    before = cores.tail(core);
    if (ownWords || !afterCore) {
      groupHasWords |= before.sayAnything();
    }
    joined = endsWithJoint(core.getStop());
  }

  /**
   * Whether a core is none: {@code Timeout} was a whole message once, elsewhere it is a word like
   * others, and so are beginnings without an end.
   */
  private boolean isNoise(CoreContext core) {
    boolean alone = core.connection() != null && core.connection().TIMEOUT_ALONE() != null;
    boolean noise = alone ? !envelope.slots().has("url") : !Cores.isComplete(core);
    groupHasWords |= noise;
    return noise;
  }

  private void add(CoreContext core, int rule) {
    Finding finding = cores.read(core, before);
    boolean saysRecheck = rule == CaProblemParser.RULE_caaRecheck;
    Envelope outer =
        CONNECTIONS.contains(rule) ? envelope.with(Slots.NONE.with("ip", ip)) : envelope;
    CaSymptom symptom = outer.around(finding, saysRecheck);
    int last = symptoms.size() - 1;
    if (continues(core, rule)) {
      CaSymptom begun = symptoms.get(last);
      Slots slots = begun.slots().with(finding.slots());
      symptoms.set(
          last,
          new CaSymptom(begun.code(), begun.form(), slots, begun.secondary(), begun.recheck()));
    } else {
      symptoms.add(symptom);
    }
  }

  /** Whether a core only completes the one before it: the values of a mismatch, a reason. */
  private boolean continues(CoreContext core, int rule) {
    if (symptoms.isEmpty() || !groupSaysSomething) {
      return false;
    }
    boolean values =
        rule == CaProblemParser.RULE_expectedGot && lastRule == CaProblemParser.RULE_txtMismatch;
    boolean reason =
        rule == CaProblemParser.RULE_refusedName
            && lastRule == CaProblemParser.RULE_refusedName
            && core.refusedName().IDENTIFIER_REASON() != null;
    return values || reason;
  }

  /** The prefixes of a core end with it, unless the next one is joined to it. */
  private void leaveCore() {
    if (afterCore && !joined) {
      envelope = group;
      ip = null;
    }
    afterCore = false;
    afterClient = false;
  }

  private static boolean endsWithJoint(@Nullable Token last) {
    String text = last == null ? "" : last.getText();
    return text.endsWith(";") || text.endsWith(",");
  }

  private void endGroup() {
    if (urnType != null && !groupSaysSomething && !"compound".equals(urnType)) {
      symptoms.add(unknown());
    }
    groupSaysSomething = false;
    urnType = null;
    lastRule = -1;
  }

  /** What no core says: an ACME request that failed within the CA, or what the type tells. */
  private CaSymptom unknown() {
    boolean internal = envelope.slots().has("wfe") && !groupHasWords;
    String type = urnType == null ? hint : urnType;
    Finding finding =
        internal ? Finding.of(SymptomCode.SERVER_ERROR, "server-internal") : TypeFallback.of(type);
    return envelope.around(finding, false);
  }
}
