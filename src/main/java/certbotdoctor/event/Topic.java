package certbotdoctor.event;

import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.catalog.Speaker;
import java.util.regex.Pattern;

/**
 * Whether a text is about certificates at all. What a provider's interface, a resolver or Python
 * says, it says to any program; in the log of another one it tells nothing.
 */
enum Topic {
  CERTIFICATES,
  /** Nothing in the text speaks of certificates or challenges. */
  SOMETHING_ELSE,
  /** The stack trace of a program that is no ACME client. */
  ANOTHER_PROGRAM;

  private static final String CLIENT =
      "acme|certbot|(?<!/etc/)let.?s.?encrypt|/etc/letsencrypt/(?!live|archive)|zerossl|dns-?01"
          + "|http-?01|\\blego\\b|dehydrated|certmagic|cert-manager|caddy|traefik|simp_le|getssl"
          + "|challenges have failed|unexpected error occurred";

  private static final Pattern NAMED = Pattern.compile(CLIENT, Pattern.CASE_INSENSITIVE);

  private static final Pattern MENTION =
      Pattern.compile(
          CLIENT
              + "|let.?s.?encrypt|certificate|challenge|\\btxt\\b|record set|plugin|dns[-_]\\w"
              + "|nsupdate|hook|renew",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STACK =
      Pattern.compile(
          "Traceback \\(most recent call last\\)|^Exception in thread |^[ \\t]{1,16}+at"
              + " [\\w.$]{1,200}+\\(",
          Pattern.MULTILINE);

  /** The topic of a text without record headers; with certbot's, it is about certificates. */
  static Topic of(String text) {
    if (NAMED.matcher(text).find()) {
      return CERTIFICATES;
    }
    if (STACK.matcher(text).find()) {
      return ANOTHER_PROGRAM;
    }
    return MENTION.matcher(text).find() ? CERTIFICATES : SOMETHING_ELSE;
  }

  /** Whether a kind tells of a lookup, as any program makes them. */
  private static boolean ofLookup(String kind) {
    return kind.equals("zone-lookup-failed") || kind.equals("propagation-check-failed");
  }

  /** Whether a message in such a text tells nothing, as any program may say it or hear it. */
  boolean overhears(MessageMatch match) {
    return switch (this) {
      case CERTIFICATES -> false;
      case SOMETHING_ELSE ->
          match.speaker() == Speaker.PROVIDER
              || (match.speaker() == Speaker.SYSTEM && ofLookup(match.kind()));
      case ANOTHER_PROGRAM ->
          match.speaker() != Speaker.CLIENT && match.speaker() != Speaker.CA_OTHER;
    };
  }
}
