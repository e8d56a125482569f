package certbotdoctor.run;

import certbotdoctor.ca.CaSymptom;
import certbotdoctor.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out which certificate and identifier something in a run belongs to. */
final class Attribution {
  private static final String LABEL = "_acme-challenge.";

  /** The URL that an HTTP validation asks for (RFC 8555, section 8.3). */
  private static final Pattern FETCHED =
      Pattern.compile(
          "https?://([\\w\\-]+(?:\\.[\\w\\-]+)+)(?::\\d+)?/\\.well-known/acme-challenge/");

  private Attribution() {}

  /** The identifier that a CA problem is about: named with it, else told by its own words. */
  static @Nullable String identifier(Event.CaProblem problem) {
    if (problem.identifier() != null && !problem.identifier().isBlank()) {
      return problem.identifier();
    }
    for (CaSymptom symptom : problem.text().symptoms()) {
      for (String slot : List.of("ident", "name", "names")) {
        String name = symptom.slots().get(slot);
        if (name != null && !name.isBlank() && name.indexOf(' ') < 0) {
          return ofOwner(name);
        }
      }
    }
    Matcher fetched = FETCHED.matcher(problem.text().detail());
    return fetched.find() ? fetched.group(1) : null;
  }

  /** The identifier that a TXT owner name belongs to. */
  static String ofOwner(String owner) {
    String name = owner.endsWith(".") ? owner.substring(0, owner.length() - 1) : owner;
    return name.toLowerCase(Locale.ROOT).startsWith(LABEL) ? name.substring(LABEL.length()) : name;
  }

  /** The certificate that knows a name, the current one where none or several do. */
  static CertificateBuilder certificate(RunBuilder run, String name) {
    if (knows(run.current, name)) {
      return run.current;
    }
    for (CertificateBuilder certificate : run.certificates) {
      if (!certificate.closed && knows(certificate, name)) {
        return certificate;
      }
    }
    return run.current;
  }

  private static boolean knows(CertificateBuilder certificate, String name) {
    return certificate.knows(name) || certificate.knows("*." + name);
  }

  /** What can be told only at the end of a run. */
  static void settle(RunBuilder run) {
    CertificateBuilder last = run.current;
    if (run.certificates.size() == 1 && last.identifierCount() == 0) {
      domains(run.arguments).forEach(last::identifier);
    }
    boolean failed = run.certificates.stream().anyMatch(c -> c.outcome() == RunOutcome.FAILURE);
    boolean lacking =
        run.requested != null && !run.plugins.isEmpty() && !run.plugins.contains(run.requested);
    if ((run.abnormal || (lacking && !last.succeeded)) && !failed) {
      last.failed = true;
    }
    // one name and no other: what the CA said of no name in particular is about this one
    for (CertificateBuilder certificate : run.certificates) {
      certificate.dryRun |= run.dryRun;
    }
  }

  /** The names of {@code -d}, {@code --domain} and {@code --domains}. */
  static List<String> domains(List<String> arguments) {
    List<String> domains = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String value = null;
      if (argument.equals("-d") || argument.equals("--domain") || argument.equals("--domains")) {
        value = i + 1 < arguments.size() ? arguments.get(++i) : null;
      } else if (argument.startsWith("--domain") && argument.indexOf('=') > 0) {
        value = argument.substring(argument.indexOf('=') + 1);
      } else if (argument.startsWith("-d") && argument.length() > 2 && argument.charAt(2) != '-') {
        value = argument.substring(2);
      }
      if (value != null) {
        for (String name : value.split(",", -1)) {
          if (!name.isBlank()) {
            domains.add(name.strip());
          }
        }
      }
    }
    return domains;
  }
}
