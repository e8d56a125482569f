package certbotdoctor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.catalog.Catalog;
import certbotdoctor.catalog.MessageKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The data files of the rule base against their published schemas, and providers among others. */
class RuleDataTest {
  private static final Path RULES = Path.of("rules");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static Map<String, JsonNode> files(String directory) throws IOException {
    Map<String, JsonNode> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(RULES.resolve(directory))) {
      for (Path file : all.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        String name = file.getFileName().toString();
        files.put(
            name.substring(0, name.length() - ".yaml".length()), YAML.readTree(file.toFile()));
      }
    }
    return files;
  }

  private static Stream<DynamicTest> valid(String directory, String schemaFile) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(RULES.resolve(schemaFile)));
    return files(directory).entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> assertThat(schema.validate(file.getValue())).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> messagesFollowTheirSchema() throws IOException {
    return valid("messages", "message.schema.json");
  }

  @TestFactory
  Stream<DynamicTest> causesFollowTheirSchema() throws IOException {
    return valid("causes", "cause.schema.json");
  }

  @TestFactory
  Stream<DynamicTest> noticesFollowTheirSchema() throws IOException {
    return valid("notices", "notice.schema.json");
  }

  @TestFactory
  Stream<DynamicTest> providersFollowTheirSchema() throws IOException {
    return valid("providers", "provider.schema.json");
  }

  @Test
  void providerFileIsNamedAfterItsId() throws IOException {
    assertThat(files("providers"))
        .isNotEmpty()
        .allSatisfy((file, node) -> assertThat(node.path("id").asText()).isEqualTo(file));
  }

  @Test
  void rulesSpeakOfKindsAndMessagesThatExist() throws IOException {
    List<String> words = new ArrayList<>();
    files("causes").values().forEach(node -> words.addAll(messageWords(node)));
    List<String> known =
        new ArrayList<>(Arrays.stream(MessageKind.values()).map(MessageKind::id).toList());
    Catalog.builtIn().entries().forEach(entry -> known.add(entry.id()));
    assertThat(known).containsAll(words);
  }

  /** The kinds and ids in all clauses about messages. */
  private static List<String> messageWords(JsonNode node) {
    List<String> words = new ArrayList<>();
    if (node.path("fact").asText().equals("message")) {
      for (String slot : List.of("kind", "id")) {
        JsonNode value = node.path("where").path(slot);
        JsonNode listed = value.isObject() ? value.path("not") : value;
        words.addAll(listed.isTextual() ? List.of(listed.asText()) : texts(listed));
      }
    }
    node.forEach(child -> words.addAll(messageWords(child)));
    return words;
  }

  @Test
  void noNameMeansTwoProviders() throws IOException {
    List<String> names = new ArrayList<>();
    files("providers")
        .values()
        .forEach(
            node -> {
              names.add(node.path("id").asText());
              names.addAll(texts(node.path("aliases")));
            });
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void noApiHostBelongsToTwoProviders() throws IOException {
    List<String> hosts = new ArrayList<>();
    files("providers").values().forEach(node -> hosts.addAll(texts(node.path("api-hosts"))));
    assertThat(hosts).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void noNameServerBelongsToTwoProviders() throws IOException {
    Map<String, JsonNode> providers = files("providers");
    List<String> collisions = new ArrayList<>();
    providers.forEach(
        (one, oneNode) ->
            providers.forEach(
                (other, otherNode) -> {
                  for (String glob : texts(oneNode.path("name-servers"))) {
                    for (String name : texts(otherNode.path("name-servers"))) {
                      if (!one.equals(other) && matches(glob, name.replace("*", "ns1"))) {
                        collisions.add(glob + " of " + one + " takes " + name + " of " + other);
                      }
                    }
                  }
                }));
    assertThat(collisions).isEmpty();
  }

  @Test
  void everyFactNamesItsSource() throws IOException {
    List<String> unsourced = new ArrayList<>();
    files("providers")
        .forEach(
            (file, node) -> {
              List<String> sourced =
                  StreamSupport.stream(node.path("sources").spliterator(), false)
                      .map(source -> source.path("fact").asText())
                      .toList();
              for (String fact :
                  List.of(
                      "aliases",
                      "package",
                      "credentials",
                      "propagation",
                      "api-hosts",
                      "name-servers",
                      "ui",
                      "traps",
                      "follows-cname")) {
                if (node.has(fact) && !sourced.contains(fact)) {
                  unsourced.add(file + ": " + fact);
                }
              }
              if (node.path("propagation").has("recommended") && !sourced.contains("recommended")) {
                unsourced.add(file + ": recommended");
              }
            });
    assertThat(unsourced).isEmpty();
  }

  private static boolean matches(String glob, String name) {
    return name.matches(glob.replace(".", "\\.").replace("*", ".*"));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
