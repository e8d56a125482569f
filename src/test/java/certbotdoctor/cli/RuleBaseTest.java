package certbotdoctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.rules.RuleSet;
import certbotdoctor.rules.RuleSetLoader;
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

    assertThat(RuleBase.load(List.of()).rules()).isEqualTo(checked);
  }
}
