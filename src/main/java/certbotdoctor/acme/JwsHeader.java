package certbotdoctor.acme;

import certbotdoctor.core.JsonTree;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the protected header of an ACME request tells (RFC 8555 section 6.2). The nonce is not kept.
 *
 * @param alg signature algorithm, or null
 * @param kid URL of the account that signed, or null where a key stands instead
 * @param url URL that the request went to, or null
 * @param jwk public key that signed, or null where the account stands instead
 */
public record JwsHeader(
    @Nullable String alg, @Nullable String kid, @Nullable String url, @Nullable AccountKey jwk) {
  /**
   * Decodes the value of {@code protected}.
   *
   * @param encoded JSON object in base64url
   * @return empty where it is not that
   */
  public static Optional<JwsHeader> decode(String encoded) {
    return Base64Url.decode(encoded.strip()).flatMap(JwsHeader::read);
  }

  private static Optional<JwsHeader> read(byte[] bytes) {
    try {
      JsonNode header = JsonTree.STRICT.read(new String(bytes, StandardCharsets.UTF_8));
      if (header == null || !header.isObject()) {
        return Optional.empty();
      }
      return Optional.of(
          new JwsHeader(
              text(header, "alg"),
              text(header, "kid"),
              text(header, "url"),
              AccountKey.of(header.path("jwk")).orElse(null)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(JsonNode header, String name) {
    return header.path(name).textValue();
  }
}
