package certbotdoctor.event;

import certbotdoctor.core.Bytes;
import certbotdoctor.core.WordSearch;
import certbotdoctor.log.RecordStore;
import certbotdoctor.log.RecordView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a glance at unread traffic with a CA shows: the directory, and the tokens of authorizations.
 *
 * @param directory the URL that was asked first
 * @param tokens tokens of challenges by the name they are for, in lower case, each once
 */
public record TrafficGlance(@Nullable String directory, Map<String, List<String>> tokens) {
  /** Nothing. */
  public static final TrafficGlance NONE = new TrafficGlance(null, Map.of());

  /** The mark of a record of traffic with a CA. */
  public static final int TRAFFIC = 1;

  /** The further mark of traffic from which a glance may take something. */
  public static final int TELLING = 2;

  /** What a response that names an identifier contains. */
  static final String IDENTIFIER = "\"identifier\"";

  private static final byte[] GET = Bytes.of("DEBUG:acme.client:Sending GET request to ");
  private static final byte[] RESPONSE = Bytes.of("DEBUG:acme.client:Received response:");
  private static final String VALUE = "\"value\"";
  private static final String TOKEN = "\"token\"";
  private static final WordSearch IDENTIFIERS = new WordSearch(List.of(IDENTIFIER));
  private static final WordSearch VALUES = new WordSearch(List.of(VALUE));
  private static final WordSearch TOKENS = new WordSearch(List.of(TOKEN));

  /** A glance at the records of a run. */
  public static TrafficGlance of(RecordStore records) {
    String directory = null;
    Map<String, List<String>> tokens = new HashMap<>();
    for (int i = 0; i < records.count(); i++) {
      RecordView record = records.get(i);
      int logger = record.from() + Trigger.STAMP;
      if (Bytes.startsWith(record.bytes(), logger, record.to(), GET) && directory == null) {
        directory = url(record, logger + GET.length);
      } else if (Bytes.startsWith(record.bytes(), logger, record.to(), RESPONSE)) {
        authorization(record, logger, tokens);
      }
    }
    return new TrafficGlance(directory, tokens);
  }

  /**
   * Adds the records that a summary needs: those that are no traffic, and of the traffic what a
   * glance takes something from. Of a known text its time is enough.
   *
   * @param records traffic with a CA is marked, known texts are noted
   * @param needed where they are added
   */
  public static void addNeeded(RecordStore records, RecordStore needed) {
    for (int i = 0; i < records.count(); i++) {
      int marks = records.marks(i);
      if (marks != TRAFFIC) {
        RecordView record = records.get(i);
        Object text = records.note(i);
        int length = text == null ? record.to() - record.from() : Trigger.STAMP;
        needed.add(record, length, marks, text);
      }
    }
  }

  private static String url(RecordView record, int from) {
    int end = from;
    while (end < record.to() && record.bytes()[end] > ' ') {
      end++;
    }
    String url = new String(record.bytes(), from, end - from, StandardCharsets.UTF_8);
    return url.replaceFirst("[.:]$", "");
  }

  private static void authorization(RecordView record, int from, Map<String, List<String>> tokens) {
    byte[] bytes = record.bytes();
    int to = record.to();
    int identifier = IDENTIFIERS.find(bytes, from, to);
    int value = identifier < 0 ? -1 : VALUES.find(bytes, identifier, to);
    if (value < 0) {
      return;
    }
    String name = string(record, value + VALUE.length()).toLowerCase(Locale.ROOT);
    List<String> known = tokens.computeIfAbsent(name, key -> new ArrayList<>());
    for (int at = TOKENS.find(bytes, from, to); at >= 0; at = TOKENS.find(bytes, at + 1, to)) {
      String token = string(record, at + TOKEN.length());
      if (!token.isEmpty() && !known.contains(token)) {
        known.add(token);
      }
    }
  }

  /** The string after a key and its colon. */
  private static String string(RecordView record, int from) {
    byte[] bytes = record.bytes();
    int start = from;
    while (start < record.to() && (bytes[start] == ':' || PhraseIndex.blank(bytes[start]))) {
      start++;
    }
    int end = start + 1;
    while (end < record.to() && bytes[end] != '"' && bytes[end] != '\n') {
      end++;
    }
    return start < record.to() && end < record.to() && bytes[start] == '"'
        ? new String(bytes, start + 1, end - start - 1, StandardCharsets.UTF_8)
        : "";
  }
}
