package certbotdoctor.program;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What befalls a log on its way: cuts, splices, flipped bits, other encodings, junk. */
final class Mutation {
  private static final List<String> JUNK =
      List.of(
          "[".repeat(20_000),
          "{\"a\":".repeat(5_000),
          "x".repeat(1_200_000),
          "DNS problem: ".repeat(3_000),
          "\nDomain: \nType: \nDetail: \n".repeat(200),
          "During secondary validation: ".repeat(2_000),
          "Hook command \"a\" returned error code 3 ".repeat(25_000),
          "Failed to renew certificate a with error: b ".repeat(3_000),
          "> ".repeat(40_000),
          "a@a." + "a.".repeat(40_000),
          "\u001b[31m\u202e\u0000\ufffd\u2028",
          "'\"\\\\\"'\"".repeat(4_000),
          "Identifier: example.org\nType:\n",
          "Traceback (most recent call last):\n  File \"x\", line 99999999999999999999\n",
          "HTTP 99999999999999999999\n",
          "2026-99-99 99:99:99,999:DEBUG:certbot:never\n",
          "Waiting 99999999999999999999 seconds for DNS changes to propagate\n",
          "Certificate expires on 2026-02-31.\n",
          "{\"identifier\": {\"type\": \"dns\", \"value\": 7}, \"status\": [], \"challenges\":"
              + " {}}\n",
          "%s ${domain} <#assign x=1> {{x}} \\u0000 &lt;script&gt;\n");

  private final Random random;
  private final List<byte[]> others;

  Mutation(Random random, List<byte[]> others) {
    this.random = random;
    this.others = others;
  }

  /** Applies one to four mutations. */
  byte[] of(byte[] bytes) {
    byte[] result = bytes;
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      result = once(result);
    }
    return result;
  }

  private byte[] once(byte[] bytes) {
    return switch (random.nextInt(14)) {
      case 0 -> Arrays.copyOf(bytes, at(bytes));
      case 1 -> Arrays.copyOfRange(bytes, at(bytes), bytes.length);
      case 2 -> without(bytes);
      case 3, 4 -> with(bytes, piece(others.get(random.nextInt(others.size()))));
      case 5 -> flipped(bytes);
      case 6 -> with(bytes, new byte[1 + random.nextInt(3000)]);
      case 7, 8 ->
          with(bytes, JUNK.get(random.nextInt(JUNK.size())).getBytes(StandardCharsets.UTF_8));
      case 9 -> encoded(bytes);
      case 10 -> replaced(bytes, "\n", "\r\n");
      case 11 -> replaced(bytes, "\n", " ");
      case 12 -> replaced(bytes, "\"", "&quot;");
      default -> replaced(bytes, "\n", "\\n");
    };
  }

  private int at(byte[] bytes) {
    return random.nextInt(bytes.length + 1);
  }

  private byte[] piece(byte[] bytes) {
    int from = at(bytes);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(20_000)));
  }

  private byte[] without(byte[] bytes) {
    int from = at(bytes);
    int to = Math.min(bytes.length, from + random.nextInt(2000));
    return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
  }

  private byte[] with(byte[] bytes, byte[] more) {
    int place = at(bytes);
    return joined(
        Arrays.copyOf(bytes, place), more, Arrays.copyOfRange(bytes, place, bytes.length));
  }

  private byte[] flipped(byte[] bytes) {
    byte[] result = bytes.clone();
    for (int i = 0; bytes.length > 0 && i < 1 + bytes.length / 500; i++) {
      result[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return result;
  }

  private byte[] encoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<Charset> charsets =
        List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE);
    return text.getBytes(charsets.get(random.nextInt(charsets.size())));
  }

  private static byte[] replaced(byte[] bytes, String one, String other) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(one, other)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
