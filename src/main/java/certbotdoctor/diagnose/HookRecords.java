package certbotdoctor.diagnose;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.core.Slots;
import certbotdoctor.event.Event;
import certbotdoctor.run.IdentifierRun;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a hook says that it put the value of a challenge: its output names a record and the value
 * on one line. Only names that cannot be meant otherwise count, as hooks print many things.
 */
final class HookRecords {
  private static final String LABEL = "_acme-challenge.";
  private static final int LONGEST_LINE = 1000;

  /** A name that ends with the root's dot, or stands before the type in a zone file's notation. */
  private static final Pattern OWNER =
      Pattern.compile(
          "(?<![\\w.-])((?:[\\w-]{1,63}\\.){1,20}[A-Za-z][\\w-]{0,62})(?:\\.(?![\\w-])|\\.?\\s+(?:\\d{1,9}\\s+)?(?:IN\\s+)?TXT\\b)");

  private static final Pattern CHALLENGE_OWNER =
      Pattern.compile("(?i)(?<![\\w.-])(_acme-challenge(?:\\.[\\w-]{1,63}){1,20})");

  private HookRecords() {}

  /** Adds a fact for each line of hooks' output that names a record with the identifier's value. */
  static void add(Subject subject, List<Fact> facts) {
    IdentifierRun identifier = subject.identifier();
    if (identifier == null) {
      return;
    }
    for (Event event : subject.certificate().events()) {
      if (event instanceof Event.HookRan hook && hook.output() != null) {
        hook.output().lines().forEach(line -> line(line, hook, identifier, facts));
      }
    }
  }

  private static void line(
      String line, Event.HookRan hook, IdentifierRun identifier, List<Fact> facts) {
    if (line.length() > LONGEST_LINE
        || identifier.expectedTxt().stream().noneMatch(line::contains)) {
      return;
    }
    String name = owner(line);
    if (name == null) {
      return;
    }
    String place = place(name, identifier.name(), line);
    if (place != null) {
      Slots slots = Slots.of("name", name, "place", place);
      facts.add(Fact.logged(FactKinds.HOOK_RECORD, slots, hook.origin().span(), line.strip()));
    }
  }

  private static @Nullable String owner(String line) {
    Matcher challenge = CHALLENGE_OWNER.matcher(line);
    if (challenge.find()) {
      return challenge.group(1);
    }
    Matcher owner = OWNER.matcher(line);
    return owner.find() ? owner.group(1) : null;
  }

  /** Null where the name may be meant relative to a zone, or be that of an alias. */
  private static @Nullable String place(String owner, String identifier, String line) {
    String name = owner.toLowerCase(Locale.ROOT);
    String domain = identifier.toLowerCase(Locale.ROOT);
    String right = DnsChallengeName.of(domain).value();
    if (name.equals(right)) {
      return "challenge-name";
    }
    if (name.startsWith(right + ".")) {
      String rest = name.substring(right.length() + 1);
      boolean again = rest.indexOf('.') > 0 && (domain.equals(rest) || domain.endsWith("." + rest));
      return again ? "double-domain" : null;
    }
    boolean beside = name.equals(domain) || name.equals(LABEL.substring(1) + domain);
    return beside && !line.toLowerCase(Locale.ROOT).contains("_acme-challenge") ? "beside" : null;
  }
}
