package certbotdoctor.catalog;

import certbotdoctor.yaml.DataFinding;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue's data is faulty; carries every fault that was found. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<DataFinding> findings;

  CatalogException(List<DataFinding> findings) {
    super(findings.stream().map(DataFinding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** The faults in the order of the sources; never empty. */
  public List<DataFinding> findings() {
    return findings;
  }
}
