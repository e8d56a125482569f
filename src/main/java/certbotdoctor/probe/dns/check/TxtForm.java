package certbotdoctor.probe.dns.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Recognises an expected value in a found one that the CA, which compares octets, would refuse. */
final class TxtForm {
  /** Shorter beginnings of a value are not taken for a cut-off one. */
  private static final int RECOGNISABLE = 12;

  private TxtForm() {}

  /** How a found value differs from the expected one that it stems from; empty if it does not. */
  static Optional<String> of(String found, String expected) {
    String bare = found.replaceAll("\\s", "");
    if (bare.equals(expected)) {
      return Optional.of("whitespace");
    }
    String unquoted = bare.replaceAll("[\"'\\\\]", "");
    if (unquoted.equals(expected)) {
      return Optional.of("quotes");
    }
    if (unquoted.equals(expected + "=")) {
      return Optional.of("padded-base64");
    }
    if (unquoted.replace('+', '-').replace('/', '_').replace("=", "").equals(expected)) {
      return Optional.of("standard-base64");
    }
    if (unquoted.equalsIgnoreCase(expected)) {
      return Optional.of("case");
    }
    return derived(unquoted, expected);
  }

  /** Whether a form is the value itself within characters that do not belong to it. */
  static boolean isWrapping(String form) {
    return form.equals("whitespace") || form.equals("quotes");
  }

  private static Optional<String> derived(String found, String expected) {
    if (found.length() >= RECOGNISABLE && expected.startsWith(found)) {
      return Optional.of("truncated");
    }
    if (found.equalsIgnoreCase(hex(expected))) {
      return Optional.of("hex-digest");
    }
    if (digest(found).equals(expected)) {
      return Optional.of("key-authorization");
    }
    return found.contains(expected) ? Optional.of("embedded") : Optional.empty();
  }

  private static String hex(String expected) {
    try {
      return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(expected));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The value for a key authorization (RFC 8555 section 8.4). */
  private static String digest(String keyAuthorization) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(keyAuthorization.getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether a value looks like one of a challenge: 43 characters of base64url. */
  static boolean isDigest(String value) {
    return value.matches("[A-Za-z0-9_-]{43}");
  }
}
