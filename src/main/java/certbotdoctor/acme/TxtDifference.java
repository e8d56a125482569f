package certbotdoctor.acme;

import java.util.Locale;

/** How a TXT value that was found differs from what a dns-01 challenge asks for. */
public enum TxtDifference {
  /** It is an expected value. */
  EQUAL,
  /** Letters in the other case. */
  CASE,
  /** Blanks or line ends in it or around it. */
  WHITESPACE,
  /** Literal quotes around it. */
  QUOTES,
  /** The padding {@code =} of base64 behind it. */
  PADDED_BASE64,
  /** {@code +} and {@code /} in place of {@code -} and {@code _}. */
  STANDARD_BASE64,
  /** The digest in hexadecimal. */
  HEX_DIGEST,
  /** The key authorization instead of its digest. */
  KEY_AUTHORIZATION,
  /** The challenge's token instead of the digest. */
  TOKEN,
  /** A beginning or an end is missing. */
  TRUNCATED,
  /** A few characters differ, as after typing it. */
  SIMILAR,
  /** The value for another identifier at the same name: base and wildcard need two records. */
  OTHER_OF_PAIR,
  /** The value of an earlier attempt. */
  STALE,
  /** It looks like a digest, but nobody knows of which challenge. */
  GENUINE_SHAPE,
  /** It belongs to something else: SPF, a site verification, plain words. */
  FOREIGN_TEXT,
  /** Nothing, or blanks only. */
  EMPTY,
  /** None of these. */
  UNKNOWN;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in reports, for example {@code padded-base64}. */
  public String id() {
    return id;
  }
}
