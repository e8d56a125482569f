package certbotdoctor.acme;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A TXT value that was found, compared with those that dns-01 challenges ask for.
 *
 * @param difference how they differ
 * @param found the value that was found
 * @param nearest the expected value that it resembles most, or null where none is known
 * @param firstDifference index of the first character of {@code found} that differs from {@code
 *     nearest}; -1 where nothing differs or nothing is expected
 * @param diff what to remove from {@code nearest} and to add to it to get {@code found}; no runs
 *     where nothing is expected
 */
public record TxtComparison(
    TxtDifference difference,
    String found,
    @Nullable String nearest,
    int firstDifference,
    CharacterDiff diff) {
  /** Characters that typing errors may change, of 43. */
  private static final int TYPOS = 4;

  /** A shorter piece of a value proves nothing. */
  private static final int SHORTEST_PIECE = 8;

  /**
   * Compares.
   *
   * @param expected values that the challenges at the name ask for; empty where unknown
   * @param found the value, as its bytes are: without zone-file quotes
   * @param context what else is known
   */
  public static TxtComparison compare(
      Collection<String> expected, String found, TxtContext context) {
    String nearest = null;
    CharacterDiff best = new CharacterDiff(List.of());
    for (String value : expected) {
      CharacterDiff diff = CharacterDiff.between(value, found);
      if (nearest == null || diff.equalCharacters() > best.equalCharacters()) {
        nearest = value;
        best = diff;
      }
    }
    TxtDifference difference = known(found, context, expected);
    if (difference == TxtDifference.UNKNOWN && nearest != null) {
      difference = resembles(nearest, found, best);
    }
    if (difference == TxtDifference.UNKNOWN) {
      difference = TxtShape.of(found);
    }
    boolean differs = nearest != null && !nearest.equals(found);
    int at = differs && nearest != null ? CharacterDiff.commonPrefix(nearest, found) : -1;
    return new TxtComparison(difference, found, nearest, at, best);
  }

  /** A value that someone knows, or that only differs in its notation from an expected one. */
  private static TxtDifference known(
      String found, TxtContext context, Collection<String> expected) {
    if (expected.contains(found)) {
      return TxtDifference.EQUAL;
    }
    if (context.pairValues().contains(found)) {
      return TxtDifference.OTHER_OF_PAIR;
    }
    if (context.earlierValues().contains(found)) {
      return TxtDifference.STALE;
    }
    if (context.tokens().contains(found)) {
      return TxtDifference.TOKEN;
    }
    if (isKeyAuthorization(found, context)) {
      return TxtDifference.KEY_AUTHORIZATION;
    }
    for (String value : expected) {
      TxtDifference notation = notation(value, found);
      if (notation != TxtDifference.UNKNOWN) {
        return notation;
      }
    }
    return TxtDifference.UNKNOWN;
  }

  private static boolean isKeyAuthorization(String found, TxtContext context) {
    int dot = found.indexOf('.');
    if (dot < 0) {
      return false;
    }
    String thumbprint = context.thumbprint();
    boolean ours = thumbprint != null && found.substring(dot + 1).equals(thumbprint);
    return ours || context.tokens().contains(found.substring(0, dot));
  }

  private static TxtDifference notation(String value, String found) {
    if (found.equalsIgnoreCase(value)) {
      return TxtDifference.CASE;
    }
    if (TxtShape.withoutBlanks(found).equals(value)) {
      return TxtDifference.WHITESPACE;
    }
    if (TxtShape.withoutQuotes(found).equals(value)) {
      return TxtDifference.QUOTES;
    }
    if (found.equals(value + "=")) {
      return TxtDifference.PADDED_BASE64;
    }
    String urlSafe = found.replace('+', '-').replace('/', '_');
    if (urlSafe.equals(value) || urlSafe.equals(value + "=")) {
      return TxtDifference.STANDARD_BASE64;
    }
    return isHexOf(value, found) ? TxtDifference.HEX_DIGEST : TxtDifference.UNKNOWN;
  }

  private static boolean isHexOf(String value, String found) {
    return Base64Url.decode(value)
        .map(bytes -> HexFormat.of().formatHex(bytes))
        .filter(hex -> hex.equals(found.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  /** A piece of the expected value, or the value with typing errors. */
  private static TxtDifference resembles(String value, String found, CharacterDiff diff) {
    boolean piece = value.startsWith(found) || value.endsWith(found);
    if (piece && found.length() >= SHORTEST_PIECE) {
      return TxtDifference.TRUNCATED;
    }
    boolean longEnough = found.length() > 2 * TYPOS;
    return longEnough && diff.changes() <= TYPOS ? TxtDifference.SIMILAR : TxtDifference.UNKNOWN;
  }
}
