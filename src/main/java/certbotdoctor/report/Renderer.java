package certbotdoctor.report;

import java.io.IOException;

/** Writes a report in one format. */
public interface Renderer {
  /**
   * Renders a report.
   *
   * @param report what to show
   * @param out where to; not closed
   * @throws IOException when the target cannot be written
   */
  void render(Report report, Appendable out) throws IOException;
}
