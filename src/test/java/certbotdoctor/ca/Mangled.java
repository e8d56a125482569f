package certbotdoctor.ca;

import java.util.List;
import java.util.Random;

/** Problem texts as users paste them: cut, joined, wrapped, with foreign bytes in between. */
final class Mangled {
  private static final List<String> TEXTS = Vector.all().map(Vector::text).toList();

  private static final List<String> SCRAPS =
      List.of(
          "\0",
          "\"",
          "\\",
          "\\\"",
          " ",
          "\n   ",
          "\t",
          "\u00a0",
          "\u2028",
          "é",
          "\ud83d\ude00",
          "\ufffd",
          "; ",
          ", ",
          " :: ",
          ":",
          "“",
          "”",
          "(",
          "[",
          "<",
          "...",
          "{",
          "`");

  private Mangled() {}

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      String whole = TEXTS.get(random.nextInt(TEXTS.size()));
      int from = random.nextInt(3) == 0 ? random.nextInt(whole.length() + 1) : 0;
      int end = random.nextInt(3) == 0 ? random.nextInt(whole.length() + 1) : whole.length();
      text.append(whole, Math.min(from, end), Math.max(from, end));
      text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      text.insert(random.nextInt(text.length() + 1), SCRAPS.get(random.nextInt(SCRAPS.size())));
    }
    return text.toString();
  }
}
