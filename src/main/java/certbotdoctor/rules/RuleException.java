package certbotdoctor.rules;

import certbotdoctor.yaml.DataFinding;
import java.util.List;
import java.util.stream.Collectors;

/** Faults in the rule base, all of them at once. */
public final class RuleException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<DataFinding> findings;

  /** Faults, at least one. */
  public RuleException(List<DataFinding> findings) {
    super(findings.stream().map(DataFinding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** The faults. */
  public List<DataFinding> findings() {
    return findings;
  }
}
