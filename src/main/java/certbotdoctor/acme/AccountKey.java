package certbotdoctor.acme;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The public half of an ACME account's key, as a JWK. Of a private key only the public members are
 * ever read.
 *
 * @param members the members that RFC 7638 section 3.2 requires, sorted by name
 */
public record AccountKey(SortedMap<String, String> members) {
  private static final Map<String, List<String>> PUBLIC_MEMBERS =
      Map.of(
          "RSA", List.of("n", "e"),
          "EC", List.of("crv", "x", "y"),
          "OKP", List.of("crv", "x"));

  private static final int PEM_LINE = 64;

  /** Copies the members. */
  public AccountKey {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  /**
   * The key of a JWK.
   *
   * @param jwk any JSON value, public or private key
   * @return empty where it is no RSA, EC or OKP key or lacks a public member
   */
  public static Optional<AccountKey> of(JsonNode jwk) {
    List<String> names = PUBLIC_MEMBERS.get(jwk.path("kty").asText(""));
    if (names == null) {
      return Optional.empty();
    }
    SortedMap<String, String> members = new TreeMap<>();
    members.put("kty", jwk.path("kty").asText());
    for (String name : names) {
      JsonNode member = jwk.path(name);
      boolean curve = name.equals("crv");
      if (!member.isTextual() || !isSafe(member.textValue(), curve)) {
        return Optional.empty();
      }
      members.put(name, member.textValue());
    }
    return Optional.of(new AccountKey(members));
  }

  /** Whether a member needs no escape in JSON; all but the curve are base64url. */
  private static boolean isSafe(String value, boolean curve) {
    return curve
        ? !value.isEmpty() && value.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c))
        : !value.isEmpty() && Base64Url.decode(value).isPresent();
  }

  /** The thumbprint: SHA-256 of the canonical JSON (RFC 7638 section 3), in base64url. */
  public String thumbprint() {
    StringBuilder json = new StringBuilder("{");
    members.forEach(
        (name, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
    return Base64Url.sha256(json.append('}').toString());
  }

  /**
   * The name of certbot's account directory: MD5, in hexadecimal, of the key's SubjectPublicKeyInfo
   * as PEM (certbot: certbot/_internal/account.py).
   *
   * @return empty for keys that certbot cannot have: other types and curves, malformed numbers
   */
  public Optional<String> certbotId() {
    return PublicKeys.subjectPublicKeyInfo(this)
        .map(
            der -> {
              String lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
              String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
              byte[] id = Base64Url.digest("MD5").digest(pem.getBytes(StandardCharsets.US_ASCII));
              return HexFormat.of().formatHex(id);
            });
  }
}
