package certbotdoctor.core;

import java.nio.charset.StandardCharsets;

/** Words of ASCII in text that was not decoded. */
public final class Bytes {
  private Bytes() {}

  /** The bytes of a word. */
  public static byte[] of(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Whether a word stands at an offset.
   *
   * @param bytes text in an encoding that contains ASCII
   * @param at where it should stand
   * @param to after the last byte of the text
   */
  public static boolean startsWith(byte[] bytes, int at, int to, byte[] word) {
    if (to - at < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
