package certbotdoctor.report;

import java.io.IOException;
import java.util.Set;

/**
 * Renders JSON of the published schema ({@code report.schema.json} beside this class), version 1:
 * the same report gives the same bytes. The members of an object are the components of its record,
 * by name and in order.
 */
final class JsonRenderer implements Renderer {
  private static final String FORMAT = "certbot-doctor-report";
  private static final int VERSION = 1;

  @Override
  public void render(Report report, Appendable out) throws IOException {
    try (JsonOut json = new JsonOut(out)) {
      JsonRecords records = new JsonRecords(json);
      json.object(report, r -> document(json, records, r));
    }
  }

  private static void document(JsonOut json, JsonRecords records, Report report)
      throws IOException {
    json.field("format", FORMAT);
    json.field("version", VERSION);
    json.object(
        "tool",
        report.toolVersion(),
        version -> {
          json.field("name", "certbot-doctor");
          json.field("version", version);
        });
    records.membersWithout(Set.of("toolVersion"), report);
  }
}
