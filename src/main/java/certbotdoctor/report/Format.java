package certbotdoctor.report;

import java.util.Locale;
import java.util.Optional;

/** The formats that a report can be written in. */
public enum Format {
  TEXT("txt"),
  HTML("html"),
  MD("md"),
  JSON("json"),
  PROM("prom");

  private final String extension;

  Format(String extension) {
    this.extension = extension;
  }

  /** The file name extension without dot, in lower case. */
  public String extension() {
    return extension;
  }

  /** The name on the command line, for example {@code html}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that a file name's extension asks for, in any case; empty for any other name. */
  public static Optional<Format> ofExtension(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (name.endsWith("." + format.extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
