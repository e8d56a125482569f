package certbotdoctor.cli;

import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.IdentifierRun;
import certbotdoctor.run.Run;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which runs and certificates to look at.
 *
 * @param since only runs that ended after, or null for all
 * @param certificate only this lineage, or null for all
 * @param domain only certificates with this name, or null for all
 * @param all every run, not only the newest of each certificate
 */
record Selection(
    @Nullable LocalDateTime since,
    @Nullable String certificate,
    @Nullable String domain,
    boolean all) {
  /** How many names are told of an input that is about others. */
  private static final int NAMED = 8;

  static final Selection ALL = new Selection(null, null, null, false);

  List<Run> of(List<Run> runs) {
    return runs.stream().filter(this::inTime).map(this::narrowed).toList();
  }

  /** Says that nothing is about the name that was asked for, and what there is; else nothing. */
  Optional<String> missed(List<Run> runs) {
    String wanted = certificate != null ? "the certificate " + certificate : domain;
    List<CertificateRun> all = runs.stream().flatMap(run -> run.certificates().stream()).toList();
    if (wanted == null || all.stream().anyMatch(this::chosen)) {
      return Optional.empty();
    }
    Set<String> names = new TreeSet<>();
    for (CertificateRun one : all) {
      if (certificate == null) {
        one.identifiers().forEach(identifier -> names.add(identifier.name()));
      } else if (one.name() != null) {
        names.add(one.name());
      }
    }
    String others = String.join(", ", names.stream().limit(NAMED).toList());
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    String rest = names.isEmpty() ? "no name is in it." : "it is about " + others + more + ".";
    return Optional.of("Nothing in the input is about " + wanted + "; " + rest);
  }

  private boolean inTime(Run run) {
    LocalDateTime ended = run.diary().ended();
    return since == null || ended == null || !ended.isBefore(since);
  }

  private Run narrowed(Run run) {
    if (certificate == null && domain == null) {
      return run;
    }
    List<CertificateRun> chosen = run.certificates().stream().filter(this::chosen).toList();
    return new Run(run.diary(), chosen, run.outcome());
  }

  private boolean chosen(CertificateRun one) {
    boolean byName = certificate == null || certificate.equalsIgnoreCase(one.name());
    boolean byDomain =
        domain == null || one.identifiers().stream().anyMatch(i -> matches(i, domain));
    return byName && byDomain;
  }

  private static boolean matches(IdentifierRun identifier, String wanted) {
    String bare = wanted.startsWith("*.") ? wanted.substring(2) : wanted;
    return identifier.name().equalsIgnoreCase(bare);
  }
}
