package certbotdoctor.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the phrases of the CertbotOutput grammar begin. Tells whether bytes can hold a phrase at all:
 * a beginning found is no phrase yet, but without one there is none. The list is taken from the
 * compiled grammar (a test keeps it current); in it a blank stands for a run of white space and a
 * zero for a run of digits.
 */
final class PhraseIndex {
  static final char BLANK = ' ';
  static final char DIGIT = '0';
  private static final String BLANKS = " \t\n\u000b\f\r";
  private static final String DIGITS = "0123456789";

  private final byte[] @Nullable [][] byFirst = new byte[128][][];

  /** Whether a phrase begins with two characters, by the first and the second. */
  private final boolean[] pairs = new boolean[128 * 128];

  PhraseIndex() {
    List<String> beginnings = beginnings();
    for (int first = 0; first < 128; first++) {
      List<byte[]> same = new ArrayList<>();
      for (String beginning : beginnings) {
        if (beginning.charAt(0) == first) {
          same.add(beginning.getBytes(StandardCharsets.US_ASCII));
        }
      }
      byFirst[first] = same.isEmpty() ? null : same.toArray(byte[][]::new);
    }
    beginnings.forEach(this::pair);
  }

  private void pair(String beginning) {
    String next = characters(beginning.charAt(1));
    boolean number = beginning.charAt(0) == DIGIT;
    for (char first : characters(beginning.charAt(0)).toCharArray()) {
      for (char second : (number ? next + DIGITS : next).toCharArray()) {
        pairs[(first << 7) | second] = true;
      }
    }
  }

  /** What a character of the list stands for. */
  private static String characters(char listed) {
    return listed == BLANK ? BLANKS : listed == DIGIT ? DIGITS : String.valueOf(listed);
  }

  /** Whether a phrase can begin at an offset, which is the first of a word. */
  boolean beginsAt(byte[] bytes, int at, int to) {
    byte first = bytes[at];
    if (at + 1 >= to || (first | bytes[at + 1]) < 0 || !pairs[(first << 7) | bytes[at + 1]]) {
      return false;
    }
    byte[][] candidates = first < 0 ? null : byFirst[first >= '0' && first <= '9' ? DIGIT : first];
    if (candidates != null) {
      for (byte[] candidate : candidates) {
        if (matches(candidate, bytes, at, to)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Compares; a blank stands for a run of white space, a zero for a run of digits. */
  private static boolean matches(byte[] beginning, byte[] bytes, int at, int to) {
    int i = at;
    for (byte wanted : beginning) {
      if (i == to) {
        return false;
      }
      if (wanted == BLANK || wanted == DIGIT) {
        int start = i;
        while (i < to && (wanted == BLANK ? blank(bytes[i]) : digit(bytes[i]))) {
          i++;
        }
        if (i == start) {
          return false;
        }
      } else if (bytes[i++] != wanted) {
        return false;
      }
    }
    return true;
  }

  static boolean blank(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  /** The beginnings that are looked for. */
  static List<String> beginnings() {
    try (InputStream in = PhraseIndex.class.getResourceAsStream("phrases.txt")) {
      byte[] list = Objects.requireNonNull(in, "phrases.txt").readAllBytes();
      return new String(list, StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
