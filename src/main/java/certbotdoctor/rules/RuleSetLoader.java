package certbotdoctor.rules;

import certbotdoctor.yaml.BuiltInFiles;
import certbotdoctor.yaml.DataFile;
import certbotdoctor.yaml.DataFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Loads rules and providers: those of the program, and more of the user's that override by id. */
public final class RuleSetLoader {
  private final Supplier<FactVocabulary> vocabulary;
  private final Map<String, Suspicion> rules = new TreeMap<>();
  private final Map<String, Provider> providers = new TreeMap<>();
  private final Map<String, NoticeRule> notices = new TreeMap<>();

  /**
   * Loads with the facts and probes that rules may name; they are asked for only where rules come
   * that were not checked when the program was built.
   */
  public RuleSetLoader(Supplier<FactVocabulary> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The rule base that comes with the program.
   *
   * @throws RuleException with all faults, if there are any
   */
  public RuleSetLoader builtIn() throws RuleException {
    try {
      return builtIn(BuiltInFiles.open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rule base in the files that come with the program.
   *
   * @throws RuleException with all faults, if there are any
   */
  public RuleSetLoader builtIn(BuiltInFiles files) throws RuleException {
    return add(
        FactVocabulary.CHECKED,
        files.folder("causes"),
        files.folder("providers"),
        files.folder("notices"));
  }

  /**
   * Adds rule, provider and notice files; one with a known id replaces the earlier one.
   *
   * @throws RuleException with all faults, if there are any
   */
  public RuleSetLoader add(
      List<DataFile> causes, List<DataFile> providerFiles, List<DataFile> noticeFiles)
      throws RuleException {
    return add(vocabulary.get(), causes, providerFiles, noticeFiles);
  }

  private RuleSetLoader add(
      FactVocabulary known,
      List<DataFile> causes,
      List<DataFile> providerFiles,
      List<DataFile> noticeFiles)
      throws RuleException {
    List<DataFinding> findings = new ArrayList<>();
    for (DataFile file : causes) {
      Suspicion rule = new RuleReader(file, known, findings).suspicion();
      if (rule != null) {
        rules.put(rule.id(), rule);
      }
    }
    for (DataFile file : providerFiles) {
      Provider provider = new ProviderReader(file, findings).read();
      if (provider != null) {
        providers.put(provider.id(), provider);
      }
    }
    for (DataFile file : noticeFiles) {
      NoticeRule notice = NoticeReader.read(file, known, findings);
      if (notice != null) {
        notices.put(notice.id(), notice);
      }
    }
    if (!findings.isEmpty()) {
      throw new RuleException(findings);
    }
    return this;
  }

  /** What has been loaded. */
  public RuleSet load() {
    return new RuleSet(
        List.copyOf(rules.values()),
        List.copyOf(providers.values()),
        List.copyOf(notices.values()));
  }
}
