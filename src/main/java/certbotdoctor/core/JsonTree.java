package certbotdoctor.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * JSON as a tree, put together from the parser's tokens. An {@code ObjectMapper} gives the same
 * tree, and takes longer to get ready than a small log to be read.
 */
public final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A reader of JSON as RFC 8259 has it. */
  public static final JsonTree STRICT = new JsonTree(new JsonFactory());

  /** A reader that also takes line ends and other control characters inside strings. */
  public static final JsonTree LENIENT =
      new JsonTree(
          JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build());

  private final JsonFactory factory;

  private JsonTree(JsonFactory factory) {
    this.factory = factory;
  }

  /**
   * The first value of a text; missing where there is none.
   *
   * @throws JsonProcessingException where the text is no JSON
   */
  public JsonNode read(String json) throws JsonProcessingException {
    try (JsonParser parser = factory.createParser(json)) {
      return first(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first value of a document in bytes, in whichever encoding it is; missing where there is
   * none.
   *
   * @throws IOException where it is no JSON
   */
  public JsonNode read(byte[] json) throws IOException {
    try (JsonParser parser = factory.createParser(json)) {
      return first(parser);
    }
  }

  /** A value, and how many characters were read up to its end. */
  public record Measured(JsonNode node, int length) {}

  /**
   * The value that a text begins with.
   *
   * @throws IOException where it is no JSON
   */
  public Measured measured(Reader json) throws IOException {
    try (JsonParser parser = factory.createParser(json)) {
      JsonNode node = first(parser);
      return new Measured(node, (int) parser.currentLocation().getCharOffset());
    }
  }

  private static JsonNode first(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    return token == null ? NODES.missingNode() : value(parser, token);
  }

  /** The value that a token begins; the parser refuses what is nested too deep. */
  private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      default -> NODES.nullNode();
    };
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private static JsonNode object(JsonParser parser) throws IOException {
    ObjectNode node = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      node.set(name, value(parser, parser.nextToken()));
    }
    return node;
  }

  private static JsonNode array(JsonParser parser) throws IOException {
    ArrayNode node = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      node.add(value(parser, token));
    }
    return node;
  }
}
