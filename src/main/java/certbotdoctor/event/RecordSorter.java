package certbotdoctor.event;

import certbotdoctor.core.Bytes;
import certbotdoctor.log.RecordView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Sorts records with certbot's header by what their bytes look like, so that the traffic with the
 * CA, which is most of a log, need not be read where all of it went well.
 */
public final class RecordSorter {
  private static final byte[] LOGGER = Bytes.of("DEBUG:acme.client:");
  private static final byte[] REQUEST = Bytes.of("Sending ");
  private static final byte[] GET = Bytes.of("Sending GET ");
  private static final byte[] RESPONSE = Bytes.of("Received response:\nHTTP ");
  private static final byte[] PAYLOAD = Bytes.of("JWS payload:\nb'");
  private static final byte[] PROTECTED = Bytes.of("\n{\n  \"protected\": \"");

  /** Bytes of an encoded JWS header by which requests of one account are known again. */
  private static final int KNOWN = 64;

  private final FailureWords words = new FailureWords();
  private byte[] quietHeader = new byte[0];
  private boolean telling;

  /** What a record looks like. */
  public enum Sort {
    /** Tells nothing, and gives no events. */
    NOISE,
    /** Traffic with the CA that went well. */
    QUIET,
    /** Traffic with the CA that may tell of a failure. */
    SUSPECT,
    /** Traffic with the CA that may show the key of an account. */
    KEYED,
    /** Anything else. */
    OTHER
  }

  /** Sorts a record with certbot's header. */
  public Sort sort(RecordView record) {
    byte[] bytes = record.bytes();
    int from = record.from();
    int to = record.to();
    // what follows the first line may be a pasted log that goes on without a header
    if (record.oneLine() && Routine.noise(bytes, from, to)) {
      return Sort.NOISE;
    }
    telling = false;
    int logger = from + Trigger.STAMP;
    int message = logger + LOGGER.length;
    if (!Bytes.startsWith(bytes, logger, to, LOGGER)) {
      return Sort.OTHER;
    }
    if (Bytes.startsWith(bytes, message, to, RESPONSE)) {
      return response(bytes, message + RESPONSE.length, to);
    }
    if (Bytes.startsWith(bytes, message, to, REQUEST)) {
      return request(bytes, message, to);
    }
    return Bytes.startsWith(bytes, message, to, PAYLOAD)
        ? words.sort(bytes, message, to)
        : Sort.OTHER;
  }

  /** Whether {@link TrafficGlance} may see something in the traffic that was sorted last. */
  public boolean telling() {
    return telling;
  }

  private Sort response(byte[] bytes, int status, int to) {
    boolean fine = status < to && (bytes[status] == '2' || bytes[status] == '3');
    Sort sort = words.sort(bytes, status, to);
    telling = words.named();
    return sort == Sort.QUIET && !fine ? Sort.SUSPECT : sort;
  }

  private Sort request(byte[] bytes, int from, int to) {
    telling = Bytes.startsWith(bytes, from, to, GET);
    int line = from;
    while (line < to && bytes[line] != '\n') {
      line++;
    }
    if (line + 1 >= to) {
      return words.sort(bytes, from, to);
    }
    int header = line + PROTECTED.length;
    if (!Bytes.startsWith(bytes, line, to, PROTECTED) || !endsObject(bytes, to)) {
      return Sort.OTHER;
    }
    if (quietHeader.length > 0 && Bytes.startsWith(bytes, header, to, quietHeader)) {
      return Sort.QUIET;
    }
    return header(bytes, header, to);
  }

  /** A request names its account, or shows the account's key (RFC 8555 section 6.2). */
  private Sort header(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != '"' && bytes[end] != '\n') {
      end++;
    }
    String encoded = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    try {
      String header =
          new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
      if (!header.contains("\"kid\"") || header.contains("\"jwk\"")) {
        return Sort.KEYED;
      }
    } catch (IllegalArgumentException e) {
      return Sort.KEYED;
    }
    if (encoded.length() > KNOWN) {
      byte[] begin = encoded.substring(0, KNOWN).getBytes(StandardCharsets.ISO_8859_1);
      String decoded = new String(Base64.getUrlDecoder().decode(begin), StandardCharsets.US_ASCII);
      quietHeader = decoded.contains("\"kid\"") ? begin : quietHeader;
    }
    return Sort.QUIET;
  }

  private static boolean endsObject(byte[] bytes, int to) {
    int end = bytes[to - 1] == '\n' ? to - 1 : to;
    return end >= 3 && bytes[end - 1] == '}' && bytes[end - 2] == '\n' && bytes[end - 3] == '"';
  }
}
