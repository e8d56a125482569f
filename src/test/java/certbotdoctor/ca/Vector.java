package certbotdoctor.ca;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of vectors.tsv: error type, text ({@code ⏎} is a line end), and one column for each
 * symptom: code, form, flags, and {@code {slot=value | …}}.
 */
record Vector(@Nullable String type, String text, List<String> symptoms) {

  static Stream<Vector> all() {
    InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream("/ca/vectors.tsv"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Vector::of).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vector of(String line) {
    String[] columns = line.split("\t", -1);
    String type = columns[0].isEmpty() ? null : columns[0];
    String text = columns[1].replace('⏎', '\n');
    return new Vector(type, text, List.copyOf(Arrays.asList(columns).subList(2, columns.length)));
  }

  /** A symptom as it stands in a column. */
  static String column(CaSymptom symptom) {
    StringBuilder column = new StringBuilder();
    column.append(symptom.code()).append(' ').append(symptom.form());
    column.append(symptom.secondary() ? " secondary" : "");
    column.append(symptom.recheck() ? " recheck" : "");
    symptom
        .slots()
        .values()
        .forEach(
            (name, value) ->
                column
                    .append(column.indexOf("{") < 0 ? " {" : " | ")
                    .append(name)
                    .append('=')
                    .append(visible(value)));
    return column.append(column.indexOf("{") < 0 ? "" : "}").toString();
  }

  private static String visible(String value) {
    return value.replace('\n', '⏎').replace('\t', '⇥').replace('\0', '␀');
  }
}
