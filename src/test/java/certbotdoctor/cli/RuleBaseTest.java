package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import certbotdoctor.rules.RuleSet;
import certbotdoctor.rules.RuleSetLoader;
import certbotdoctor.rules.Suspicion;
import certbotdoctor.yaml.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBaseTest {
  private static List<DataFile> yaml(String folder) throws IOException {
    return DataFile.ofDirectory(Path.of("rules", folder));
  }

  /** Reading the YAML as a user's rules checks every fact, slot, probe and outcome by name. */
  @Test
  void builtInRulesAreTheYamlRulesAndTheseHaveNoFault() throws Exception {
    RuleSet checked =
        new RuleSetLoader(RuleBase::vocabulary)
            .add(yaml("causes"), yaml("providers"), yaml("notices"))
            .load();

    RuleSet builtIn = RuleBase.load(List.of()).rules();
    assertThat(builtIn.rules()).isEqualTo(checked.rules());
    assertThat(builtIn.providers()).isEqualTo(checked.providers());
    assertThat(builtIn.notices()).isEqualTo(checked.notices());
    assertThat(builtIn.suspicions())
        .extracting(Suspicion::id, Suspicion::symptoms, Suspicion::unless)
        .isEqualTo(
            checked.rules().stream()
                .map(rule -> tuple(rule.id(), rule.symptoms(), rule.unless()))
                .toList());
  }
}
