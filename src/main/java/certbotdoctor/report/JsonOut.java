package certbotdoctor.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes indented JSON members in the order of the calls. */
final class JsonOut implements Closeable {

  /** Writes the members of one object. */
  interface Members<T> {
    void write(T value) throws IOException;
  }

  private final JsonGenerator json;

  JsonOut(Appendable out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    json = new JsonFactory().createGenerator(new AppendableWriter(out));
    json.setPrettyPrinter(printer);
    json.setCharacterEscapes(new ActingCharacters());
  }

  /** One object without a name: the document, or an element. */
  <T> void object(T value, Members<T> members) throws IOException {
    json.writeStartObject();
    members.write(value);
    json.writeEndObject();
  }

  /** An object member. */
  <T> void object(String name, T value, Members<T> members) throws IOException {
    json.writeFieldName(name);
    object(value, members);
  }

  /** An array of objects. */
  <T> void array(String name, List<? extends T> values, Members<T> members) throws IOException {
    json.writeArrayFieldStart(name);
    for (T value : values) {
      object(value, members);
    }
    json.writeEndArray();
  }

  /** A member that is null. */
  void nothing(String name) throws IOException {
    json.writeNullField(name);
  }

  void field(String name, String value) throws IOException {
    json.writeStringField(name, Visible.wellFormed(value));
  }

  void field(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  void field(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  /** A line number; null where it is not positive. */
  void line(String name, long value) throws IOException {
    if (value > 0) {
      json.writeNumberField(name, value);
    } else {
      json.writeNullField(name);
    }
  }

  void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(Visible.wellFormed(value));
    }
    json.writeEndArray();
  }

  void numbers(String name, List<Long> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (long value : values) {
      json.writeNumber(value);
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.close();
  }

  /** Escapes what would act on a terminal that shows the JSON; JSON itself leaves it as it is. */
  private static final class ActingCharacters extends CharacterEscapes {
    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    ActingCharacters() {
      ascii[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int unit) {
      boolean half = unit >= 0xd800 && unit <= 0xdfff;
      return !half && Visible.acts(unit)
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", unit))
          : null;
    }
  }
}
