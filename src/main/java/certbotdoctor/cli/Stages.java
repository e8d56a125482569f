package certbotdoctor.cli;

import certbotdoctor.event.Event;
import certbotdoctor.event.EventReader;
import certbotdoctor.log.InputException;
import certbotdoctor.log.LogInput;
import certbotdoctor.log.LogRecord;
import certbotdoctor.log.RecordReader;
import certbotdoctor.report.Redactor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes stages as JSON lines, without secrets. */
final class Stages {
  private final PrintStream out;
  private final Redactor redactor;
  private final JsonMapper json =
      JsonMapper.builder()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .addModule(
              new SimpleModule()
                  .addSerializer(TemporalAccessor.class, ToStringSerializer.instance)
                  .addSerializer(TemporalAmount.class, ToStringSerializer.instance))
          .build();

  Stages(PrintStream out, Redactor redactor) {
    this.out = out;
    this.redactor = redactor;
  }

  /** Prints records, or with a reader their events. */
  void print(List<LogInput> inputs, @Nullable EventReader reader)
      throws InputException, IOException {
    for (LogInput input : inputs) {
      try (InputStream in = input.open();
          RecordReader records = new RecordReader(input.name(), in)) {
        while (records.hasNext()) {
          LogRecord record = records.next();
          if (reader == null) {
            record(record);
          } else {
            for (Event event : reader.read(record).events()) {
              Map<String, Object> line = new LinkedHashMap<>();
              line.put("event", event.kind());
              line.put("value", event);
              line(line);
            }
          }
        }
      }
    }
  }

  private void record(LogRecord record) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("span", record.span());
    line.put("headed", record.headed());
    line.put("text", record.text());
    line(line);
  }

  /** Prints one object. */
  void line(Object value) throws IOException {
    out.println(redactor.redact(json.writeValueAsString(value)));
  }
}
