package certbotdoctor.ca;

import certbotdoctor.core.SymptomCode;
import org.jspecify.annotations.Nullable;

/**
 * What an error type alone says (RFC 8555 section 6.7 and the types of ACMEv1), for a detail that
 * nobody knows.
 */
final class TypeFallback {
  static final String RATE_LIMIT_OTHER = "rate-limit-other";

  static final String TYPE_ONLY = "type-only";

  private TypeFallback() {}

  /** The finding for a type; unrecognised where the type leaves the kind of trouble open. */
  static Finding of(@Nullable String type) {
    SymptomCode code = code(type == null ? "" : type);
    return switch (code) {
      case UNRECOGNISED -> Finding.of(code);
      case RATE_LIMITED -> Finding.of(code, RATE_LIMIT_OTHER);
      default -> Finding.of(code, TYPE_ONLY);
    };
  }

  private static SymptomCode code(String type) {
    return switch (type) {
      case "dns" -> SymptomCode.DNS_OTHER;
      case "dnssec" -> SymptomCode.DNS_DNSSEC;
      case "caa" -> SymptomCode.CAA_LOOKUP;
      case "connection" -> SymptomCode.HTTP_CONNECT;
      case "tls" -> SymptomCode.TLS_ALPN;
      case "unknownHost" -> SymptomCode.ADDRESS_NONE;
      case "incorrectResponse" -> SymptomCode.KEY_AUTHORIZATION_WRONG;
      case "rateLimited" -> SymptomCode.RATE_LIMITED;
      case "serverInternal" -> SymptomCode.SERVER_ERROR;
      case "rejectedIdentifier", "unsupportedIdentifier" -> SymptomCode.IDENTIFIER;
      case "badNonce" -> SymptomCode.NONCE;
      case "accountDoesNotExist",
          "userActionRequired",
          "externalAccountRequired",
          "agreementRequired",
          "invalidContact",
          "invalidEmail",
          "unsupportedContact" ->
          SymptomCode.ACCOUNT;
      case "orderNotReady", "conflict", "badCSR", "invalidProfile", "alreadyReplaced" ->
          SymptomCode.ORDER;
      case "malformed", "badSignatureAlgorithm", "badPublicKey" -> SymptomCode.CLIENT_ERROR;
      default -> SymptomCode.UNRECOGNISED;
    };
  }
}
