package certbotdoctor.cli;

import certbotdoctor.capture.CapturedProbes;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.catalog.CatalogException;
import certbotdoctor.diagnose.FactKinds;
import certbotdoctor.diagnose.ProviderComparison;
import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.DnsProbes;
import certbotdoctor.rules.FactVocabulary;
import certbotdoctor.rules.RuleException;
import certbotdoctor.rules.RuleSet;
import certbotdoctor.rules.RuleSetLoader;
import certbotdoctor.yaml.BuiltInFiles;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule base in use: that of the program, and the user's additions.
 *
 * @param catalog messages
 * @param rules causes, providers, notices
 */
record RuleBase(Catalog catalog, RuleSet rules) {

  /** The folders of a directory of rules. */
  private static final String FOLDERS = "messages, causes, providers, notices";

  /**
   * Loads the rule base.
   *
   * @param more directories with {@code causes}, {@code messages}, {@code providers}, {@code
   *     notices}
   * @throws FaultyRules when a file of the user is wrong
   */
  static RuleBase load(List<Path> more) throws FaultyRules {
    try {
      BuiltInFiles files = BuiltInFiles.open();
      Catalog catalog = Catalog.of(files);
      RuleSetLoader loader = new RuleSetLoader(RuleBase::vocabulary).builtIn(files);
      for (Path directory : more) {
        if (!Files.isDirectory(directory)) {
          throw new FaultyRules(directory + " is no directory.");
        }
        List<DataFile> stray = DataFile.ofDirectory(directory);
        if (!stray.isEmpty()) {
          String file = stray.get(0).file();
          throw new FaultyRules(
              file + " would not be read; put it into one of the folders " + FOLDERS + ".");
        }
        List<String> faults = new ArrayList<>();
        catalog = messages(catalog, directory, faults);
        rules(loader, directory, faults);
        if (!faults.isEmpty()) {
          throw new FaultyRules(String.join("\n", faults));
        }
      }
      return new RuleBase(catalog, loader.load());
    } catch (RuleException | CatalogException e) {
      throw new FaultyRules(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new FaultyRules("The rules cannot be read: " + e.getMessage());
    }
  }

  private static Catalog messages(Catalog catalog, Path directory, List<String> faults)
      throws IOException {
    try {
      return catalog.with(DataFile.ofDirectory(directory.resolve("messages")));
    } catch (CatalogException e) {
      faults.add(String.valueOf(e.getMessage()));
      return catalog;
    }
  }

  private static void rules(RuleSetLoader loader, Path directory, List<String> faults)
      throws IOException {
    try {
      loader.add(
          DataFile.ofDirectory(directory.resolve("causes")),
          DataFile.ofDirectory(directory.resolve("providers")),
          DataFile.ofDirectory(directory.resolve("notices")));
    } catch (RuleException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
  }

  /** What rules may speak of. */
  static FactVocabulary vocabulary() {
    Map<String, FactVocabulary.Probe> probes =
        Stream.concat(DnsProbes.descriptors().stream(), Stream.of(CapturedProbes.descriptor()))
            .collect(Collectors.toMap(ProbeDescriptor::id, RuleBase::terms));
    return new FactVocabulary(FactKinds.slots(), probes);
  }

  private static FactVocabulary.Probe terms(ProbeDescriptor probe) {
    return new FactVocabulary.Probe(
        union(probe.outcomes(), ProviderComparison.outcomes(probe.id())),
        union(probe.needs(), probe.takes()),
        probe.needs(),
        union(probe.facts(), ProviderComparison.facts(probe.id())));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
  }

  /** Faults, one a line. */
  static String lines(List<DataFinding> findings) {
    return findings.stream().map(DataFinding::toString).collect(Collectors.joining("\n"));
  }

  /** Rules that cannot be used. */
  static final class FaultyRules extends Exception {
    private static final long serialVersionUID = 1L;

    FaultyRules(String message) {
      super(message);
    }
  }
}
