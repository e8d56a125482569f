package certbotdoctor.event;

import certbotdoctor.ca.CaSymptom;
import certbotdoctor.ca.CaText;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.log.RecordReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code event/vectors.yaml}.
 *
 * @param about what it is
 * @param text the text, as it stands in a log or on a terminal
 * @param events all events that it gives, in order, each with the fields that matter
 */
record OutputVector(String about, String text, List<Map<String, String>> events) {
  private static final Catalog CATALOG = Catalog.builtIn();

  static List<OutputVector> all() {
    InputStream in =
        Objects.requireNonNull(OutputVector.class.getResourceAsStream("/event/vectors.yaml"));
    try {
      JsonNode vectors = JsonMapper.builder(new YAMLFactory()).build().readTree(in);
      return StreamSupport.stream(vectors.spliterator(), false).map(OutputVector::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OutputVector of(JsonNode node) {
    List<Map<String, String>> events = new ArrayList<>();
    for (JsonNode event : node.path("events")) {
      Map<String, String> fields = new LinkedHashMap<>();
      event.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
      events.add(fields);
    }
    return new OutputVector(node.path("about").asText(), node.path("text").asText(), events);
  }

  /** The events of a text, read as an input of its own. */
  static List<Event> read(String text) {
    EventReader reader = new EventReader(CATALOG);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Event> events = new ArrayList<>();
    try (RecordReader records = new RecordReader("vector", new ByteArrayInputStream(bytes))) {
      while (records.hasNext()) {
        events.addAll(reader.read(records.next()).events());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  /** An event's fields by name, without its place; those that are null are left out. */
  static Map<String, String> fields(Event event) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", event.kind().name());
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      if (!component.getName().equals("origin")) {
        add(fields, component.getName(), value(event, component));
      }
    }
    return fields;
  }

  private static @Nullable Object value(Event event, RecordComponent component) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static void add(Map<String, String> fields, String name, @Nullable Object value) {
    if (value instanceof CaText text) {
      add(fields, "type", text.type());
      fields.put("detail", text.detail());
      for (CaSymptom symptom : text.symptoms()) {
        fields.merge("code", symptom.code().id(), (one, other) -> one + " " + other);
        symptom.slots().values().forEach(fields::putIfAbsent);
      }
    } else if (value instanceof MessageMatch match) {
      fields.put("id", match.id());
      fields.put("means", match.kind());
      fields.putAll(match.slots().values());
    } else if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
