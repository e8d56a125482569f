package certbotdoctor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where the renderers come from. */
public final class Reports {
  private static final String SCHEMA = "report.schema.json";

  private Reports() {}

  /**
   * The renderer of a format. A format's classes are loaded on its first use.
   *
   * @param style layout of the text format; the others do not heed it
   */
  public static Renderer renderer(Format format, Style style) {
    return switch (format) {
      case JSON -> new JsonRenderer();
      case PROM -> new OpenMetricsRenderer();
      case TEXT, HTML, MD -> new TemplateRenderer(format.id(), style);
    };
  }

  /** The JSON Schema (2020-12) of the JSON report, version 1. */
  public static String jsonSchema() {
    try (InputStream in = Reports.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + SCHEMA);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SCHEMA, e);
    }
  }
}
