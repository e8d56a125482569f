package certbotdoctor.log;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The source of mails, such as those of cron in {@code /var/mail/root}: their bodies are read as
 * they were before quoted-printable or base64 made them fit for transport (RFC 2045, section 6).
 * Heads and all other parts stay as they are.
 */
final class MailSource extends LineFilter {
  /** How many of an input's first bytes tell whether it is one. */
  static final int HEAD = 128;

  /** RFC 5322, section 2.2, and the line between the mails of an mbox (RFC 4155). */
  private static final Pattern FIRST_LINE =
      Pattern.compile(
          "(?i)(?:From \\S+ .*|(?:Return-Path|Received|Delivered-To|X-Original-To|Envelope-To"
              + "|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type"
              + "|Content-Transfer-Encoding):.*)");

  private static final Pattern NEXT_MAIL = Pattern.compile("From \\S+ .*\\d{4}\\s*");
  private static final String ENCODING = "content-transfer-encoding:";

  /** How the part that follows is encoded. */
  private enum Encoding {
    NONE,
    QUOTED,
    BASE64
  }

  private Encoding encoding = Encoding.NONE;
  private boolean body;

  private MailSource(InputStream in) {
    super(in);
  }

  /** The content with mails decoded; the same where the beginning is not that of a mail. */
  static InputStream decoded(InputStream in, byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).stripTrailing();
    return FIRST_LINE.matcher(first).matches() ? new MailSource(in) : in;
  }

  @Override
  byte[] changed(byte[] raw, byte[] next) {
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    if (NEXT_MAIL.matcher(text).matches() || (body && text.startsWith("--"))) {
      body = false; // the boundary of a part of a mail, or the next mail
      encoding = Encoding.NONE;
      return raw;
    }
    if (body) {
      return switch (encoding) {
        case NONE -> raw;
        case QUOTED -> unquoted(text);
        case BASE64 -> Base64.getMimeDecoder().decode(whole(text));
      };
    }
    if (text.isBlank()) {
      body = encoding != Encoding.NONE;
    } else if (text.toLowerCase(Locale.ROOT).startsWith(ENCODING)) {
      encoding = encoding(text.substring(ENCODING.length()).strip().toLowerCase(Locale.ROOT));
    }
    return raw;
  }

  private static Encoding encoding(String name) {
    return switch (name) {
      case "quoted-printable" -> Encoding.QUOTED;
      case "base64" -> Encoding.BASE64;
      default -> Encoding.NONE;
    };
  }

  /** A line that breaks off within a group would be refused; what is whole of it is read. */
  private static String whole(String text) {
    String stripped = text.strip();
    return stripped.substring(0, stripped.length() - stripped.length() % 4);
  }

  /** RFC 2045, section 6.7. */
  private static byte[] unquoted(String text) {
    String content = text.stripTrailing();
    boolean soft = content.endsWith("=");
    int end = soft ? content.length() - 1 : content.length();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < end; i++) {
      char c = content.charAt(i);
      int high = c == '=' ? hex(content, i + 1) : -1;
      int low = high < 0 ? -1 : hex(content, i + 2);
      if (low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    if (!soft && text.endsWith("\n")) {
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static int hex(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
  }
}
