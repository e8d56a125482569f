package certbotdoctor.event;

import certbotdoctor.core.WordSearch;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that libraries write in every run and that tell nothing. */
final class Routine {
  private static final List<byte[]> NOISY =
      List.of(
          bytes(":DEBUG:urllib3."),
          bytes(":DEBUG:requests."),
          bytes(":INFO:requests."),
          bytes(":DEBUG:parsedatetime:"),
          bytes(":DEBUG:httpcore."),
          bytes(":DEBUG:asyncio:"),
          bytes(":DEBUG:botocore.hooks:"),
          bytes(":DEBUG:botocore.loaders:"),
          bytes(":DEBUG:botocore.auth:"),
          bytes(":DEBUG:botocore.parsers:"),
          bytes(":DEBUG:botocore.retryhandler:"),
          bytes(":DEBUG:s3transfer."),
          bytes(":DEBUG:acme.client:Storing nonce: "),
          bytes(":DEBUG:acme.client:Requesting fresh nonce"));

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

  /** First letters of their loggers. */
  private static final BitSet FIRST_LETTERS = firstLetters();

  /** The time stamp, without the colon after it. */
  private static final int STAMP = 23;

  private Routine() {}

  /** Whether a record of one line with certbot's header can be passed over unread. */
  static boolean noise(byte[] bytes, int from, int to) {
    // the first letter of the logger decides for most
    int level = from + STAMP + 1;
    int letter = level + (level < to && bytes[level] == 'D' ? 6 : 5);
    if (letter >= to || bytes[letter] < 0 || !FIRST_LETTERS.get(bytes[letter])) {
      return false;
    }
    for (byte[] wanted : NOISY) {
      if (startsWith(bytes, from + STAMP, to, wanted)) {
        return TELLING.find(bytes, from + STAMP + 1, to) < 0;
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

  private static boolean startsWith(byte[] is, int from, int to, byte[] wanted) {
    if (to - from < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (is[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static BitSet firstLetters() {
    BitSet letters = new BitSet(128);
    for (byte[] noisy : NOISY) {
      letters.set(noisy[noisy[1] == 'D' ? 7 : 6]);
    }
    return letters;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
