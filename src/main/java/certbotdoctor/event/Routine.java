package certbotdoctor.event;

import certbotdoctor.log.LogRecord;
import java.nio.charset.StandardCharsets;
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

  /** The time stamp, without the colon after it. */
  private static final int STAMP = 23;

  private Routine() {}

  /** Whether a record can be passed over unread. */
  static boolean noise(LogRecord record) {
    if (!record.headed()) {
      return false;
    }
    byte[] is = record.bytes();
    if (severalLines(is)) {
      return false;
    }
    for (byte[] wanted : NOISY) {
      if (startsWith(is, wanted)) {
        return !refusal(is);
      }
    }
    return false;
  }

  /** Whether a library of HTTP notes here that a server answered with status 401 or 403. */
  private static boolean refusal(byte[] is) {
    for (int i = STAMP; i + 5 < is.length; i++) {
      if (is[i] == '"'
          && is[i + 1] == ' '
          && is[i + 2] == '4'
          && is[i + 3] == '0'
          && (is[i + 4] == '1' || is[i + 4] == '3')
          && is[i + 5] == ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whether something follows the first line: pasted logs go on without a header. */
  private static boolean severalLines(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1 < bytes.length;
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

  private static boolean startsWith(byte[] is, byte[] wanted) {
    if (is.length < STAMP + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (is[STAMP + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
