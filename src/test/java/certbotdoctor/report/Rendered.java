package certbotdoctor.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A report as text. */
final class Rendered {
  private Rendered() {}

  static String of(Format format, Report report) {
    return of(format, report, Style.PLAIN);
  }

  static String of(Format format, Report report, Style style) {
    StringBuilder out = new StringBuilder();
    try {
      Reports.renderer(format, style).render(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
