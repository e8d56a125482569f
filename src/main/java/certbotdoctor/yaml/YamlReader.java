package certbotdoctor.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one YAML document into nodes that know their places. */
final class YamlReader {
  private static final int MAX_DEPTH = 20;

  private final YAMLFactory factory = new YAMLFactory();

  /**
   * The document of a file; null where it is empty.
   *
   * @param findings gets the parser's complaint, if any; the result is null then
   */
  @Nullable YamlNode read(String file, String yaml, List<DataFinding> findings) {
    try (JsonParser parser = factory.createParser(yaml)) {
      return parser.nextToken() == null ? null : node(parser, 0);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      String text = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
      findings.add(
          new DataFinding(
              file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), "yaml", text));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private YamlNode node(JsonParser parser, int depth) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    if (depth > MAX_DEPTH) {
      throw new JsonParseException(parser, "nested too deeply");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(parser, depth + 1));
      }
      return new YamlNode.Sequence(items, at.getLineNr(), at.getColumnNr());
    }
    if (token != JsonToken.START_OBJECT) {
      String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
      return new YamlNode.Scalar(text, at.getLineNr(), at.getColumnNr());
    }
    List<YamlNode.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      JsonLocation keyAt = parser.currentTokenLocation();
      String key = parser.currentName();
      parser.nextToken();
      entries.add(
          new YamlNode.Entry(key, node(parser, depth + 1), keyAt.getLineNr(), keyAt.getColumnNr()));
    }
    return new YamlNode.Mapping(entries, at.getLineNr(), at.getColumnNr());
  }
}
