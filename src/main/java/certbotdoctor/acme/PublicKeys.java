package certbotdoctor.acme;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.Optional;

/** Public keys in the form that X.509 certificates hold them in. */
final class PublicKeys {
  /** Curves by their names in JWKs (RFC 7518 section 6.2.1.1) and in Java. */
  private static final Map<String, String> CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

  private PublicKeys() {}

  /** SubjectPublicKeyInfo in DER; empty for keys that are not RSA or NIST EC, or are malformed. */
  static Optional<byte[]> subjectPublicKeyInfo(AccountKey key) {
    String type = key.members().getOrDefault("kty", "");
    try {
      return switch (type) {
        case "RSA" ->
            Optional.of(encoded("RSA", new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        case "EC" -> curve(key);
        default -> Optional.empty();
      };
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> curve(AccountKey key) throws GeneralSecurityException {
    String curve = CURVES.get(key.members().getOrDefault("crv", ""));
    if (curve == null) {
      return Optional.empty();
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
    ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
    return Optional.of(encoded("EC", new ECPublicKeySpec(point, spec)));
  }

  private static byte[] encoded(String algorithm, KeySpec spec) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePublic(spec).getEncoded();
  }

  /** An unsigned number (RFC 7518 section 2); zero where it is missing. */
  private static BigInteger number(AccountKey key, String member) {
    byte[] bytes = Base64Url.decode(key.members().getOrDefault(member, "")).orElse(new byte[0]);
    return new BigInteger(1, bytes);
  }
}
