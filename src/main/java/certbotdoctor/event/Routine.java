package certbotdoctor.event;

import certbotdoctor.core.Bytes;
import certbotdoctor.core.WordSearch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that libraries write in every run and that tell nothing. */
final class Routine {
  /** Their levels and loggers, some with the beginning of the message. */
  private static final List<String> NOISY =
      List.of(
          "DEBUG:urllib3.",
          "DEBUG:requests.",
          "INFO:requests.",
          "DEBUG:parsedatetime:",
          "DEBUG:httpcore.",
          "DEBUG:asyncio:",
          "DEBUG:botocore.hooks:",
          "DEBUG:botocore.loaders:",
          "DEBUG:botocore.auth:",
          "DEBUG:botocore.parsers:",
          "DEBUG:botocore.retryhandler:",
          "DEBUG:s3transfer.",
          "DEBUG:acme.client:Storing nonce: ",
          "DEBUG:acme.client:Requesting fresh nonce",
          // certbot: _internal/client.py, which shows the object with the request in base64
          "DEBUG:certbot._internal.client:CSR: CSR(file=",
          "DEBUG:certbot.client:CSR: CSR(file=");

  /**
   * How a library of HTTP notes that a server answered with status 401, 403 or 429; and what only
   * stands in such a record where a paste lost its line breaks, so that others hang on to it.
   */
  private static final WordSearch TELLING =
      new WordSearch(
          List.of(
              "\" 401 ",
              "\" 403 ",
              "\" 429 ",
              ":DEBUG:",
              ":INFO:",
              ":WARNING:",
              ":ERROR:",
              "Detail: "));

  /** The noisy ones by the first letter of their loggers. */
  private static final byte[][][] BY_LETTER = byLetter();

  private Routine() {}

  /** Whether a record of one line with certbot's header can be passed over unread. */
  static boolean noise(byte[] bytes, int from, int to) {
    // the first letter of the logger decides for most
    int level = from + Trigger.STAMP;
    int letter = level + (level < to && bytes[level] == 'D' ? 6 : 5);
    if (letter >= to || bytes[letter] < 0) {
      return false;
    }
    for (byte[] noisy : BY_LETTER[bytes[letter]]) {
      if (Bytes.startsWith(bytes, level, to, noisy)) {
        return TELLING.find(bytes, level, to) < 0;
      }
    }
    return false;
  }

  /** Whether a logger is one of certbot, the ACME library or a library that they use. */
  static boolean known(@Nullable String logger) {
    return logger != null
        && (logger.startsWith("certbot")
            || logger.startsWith("acme.")
            || logger.startsWith("letsencrypt")
            || logger.startsWith("urllib3")
            || logger.startsWith("requests")
            || logger.startsWith("boto")
            || logger.startsWith("lexicon")
            || logger.startsWith("google")
            || logger.startsWith("http")
            || logger.startsWith("cloudflare")
            || logger.startsWith("digitalocean"));
  }

  private static byte[][][] byLetter() {
    byte[][][] table = new byte[128][][];
    for (int letter = 0; letter < table.length; letter++) {
      List<byte[]> same = new ArrayList<>();
      for (String noisy : NOISY) {
        if (noisy.charAt(noisy.indexOf(':') + 1) == letter) {
          same.add(Bytes.of(noisy));
        }
      }
      table[letter] = same.toArray(byte[][]::new);
    }
    return table;
  }
}
