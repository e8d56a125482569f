package certbotdoctor.event;

import certbotdoctor.catalog.MessageMatch;
import certbotdoctor.catalog.Speaker;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is about certificates at all. What a provider's interface or a resolver says, it
 * says to any program; in the log of another one it tells nothing.
 */
final class Topic {
  private static final Pattern MENTION =
      Pattern.compile(
          "acme|certbot|let.?s.?encrypt|zerossl|certificate|challenge|dns-?01|http-?01|\\btxt\\b"
              + "|\\blego\\b|dehydrated|certmagic|cert-manager|record set|caddy|traefik|simp_le|getssl|plugin|dns[-_]\\w"
              + "|nsupdate|hook|unexpected error occurred|renew",
          Pattern.CASE_INSENSITIVE);

  private final Page page;
  private final boolean headed;
  private @Nullable Boolean foreign;

  /** The topic of a page, before its headers are read. */
  Topic(Page page) {
    this.page = page;
    this.headed = page.headed();
  }

  /** Whether a text without record headers says nothing of certificates or challenges. */
  boolean foreign() {
    Boolean known = foreign;
    if (known == null) {
      known = !headed && !MENTION.matcher(page.text()).find();
      foreign = known;
    }
    return known;
  }

  /** Whether a message may be said to any program. */
  static boolean anybodys(MessageMatch match) {
    return match.speaker() == Speaker.PROVIDER
        || (match.speaker() == Speaker.SYSTEM && match.kind().equals("zone-lookup-failed"));
  }
}
