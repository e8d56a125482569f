package certbotdoctor.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A lineage's {@code renewal/NAME.conf}: certbot's own record of how to renew it (ConfigObj
 * notation; certbot: certbot/src/certbot/_internal/storage.py).
 *
 * @param file where it stands
 * @param parameters the section {@code renewalparams} without its subsections; unset values are
 *     left out
 */
public record RenewalFile(Path file, SortedMap<String, String> parameters) {
  private static final String SECTION = "[renewalparams]";

  /** Copies the parameters. */
  public RenewalFile {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   */
  static RenewalFile read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    SortedMap<String, String> parameters = new TreeMap<>();
    boolean inside = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        inside = line.equals(SECTION);
      } else if (inside && !line.startsWith("#") && line.indexOf('=') > 0) {
        int equals = line.indexOf('=');
        String value = unquoted(line.substring(equals + 1).strip());
        if (!value.isEmpty() && !value.equals("None")) {
          parameters.put(line.substring(0, equals).strip(), value);
        }
      }
    }
    return new RenewalFile(file, parameters);
  }

  /**
   * A value without the quotation marks that ConfigObj puts around commas, or a list's last one.
   */
  private static String unquoted(String value) {
    String bare = value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
    boolean quoted =
        bare.length() > 1
            && (bare.startsWith("\"") || bare.startsWith("'"))
            && bare.endsWith(bare.substring(0, 1));
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  /** The name of the lineage. */
  public String name() {
    String base = file.getFileName().toString();
    return base.substring(0, base.length() - ".conf".length());
  }

  /** A parameter, null where it is not set. */
  public @Nullable String get(String parameter) {
    return parameters.get(parameter);
  }

  /** The first parameter that ends so, null where none does. */
  public @Nullable String ofSuffix(String suffix) {
    return parameters.entrySet().stream()
        .filter(one -> one.getKey().endsWith(suffix))
        .map(one -> one.getValue())
        .findFirst()
        .orElse(null);
  }
}
