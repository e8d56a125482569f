package certbotdoctor.ca;

import certbotdoctor.core.WordSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds in prose of any program where a CA's problem text begins, so that only such text reaches
 * {@link CaTextReader}. One pass over the text, literal comparisons only.
 */
public final class CaTrigger {
  private static final int ASCII = 128;

  private static final List<String> BEGINNINGS =
      List.of(
          "urn:ietf:params:acme:error:",
          "urn:acme:error:",
          "DNS problem:",
          "CNAME record found for",
          "Incorrect TXT record",
          "No TXT record found ",
          "No TXT records found for DNS",
          "No valid TXT record",
          "Correct value not found for DNS",
          "The TXT record \"",
          "The key authorization was not found",
          "The key authorization file from the server did not match",
          "Error retrieving TXT records for DNS",
          "Retrieving TXT records for DNS-PERSIST-01",
          "Checking DNS-PERSIST-01",
          "Parsing DNS-PERSIST-01",
          "CAA record for",
          "While processing CAA for",
          "During secondary validation",
          "during secondary validation",
          "Rechecking CAA",
          "rechecking caa",
          "Cannot issue for",
          "Policy forbids issuing",
          "Invalid identifiers requested ::",
          "Error creating new order ::",
          "Error creating new authz ::",
          "Error creating new cert ::",
          "Error creating new account ::",
          "Error finalizing order ::",
          "Unable to update challenge ::",
          "Unable to validate JWS ::",
          "Invalid response from http",
          "Fetching http",
          "no valid A records",
          "no valid AAAA records",
          "No valid IP addresses found for",
          "Timeout during connect (",
          "Incorrect validation certificate for tls-alpn-01",
          "Cannot negotiate ALPN protocol",
          "JWS has an invalid anti-replay nonce",
          "Your account is temporarily prevented",
          "Service busy; retry later",
          "Account \"http",
          "Account is not valid, has status",
          "Account creation on ACMEv1 is disabled",
          "ACMEv1 is deprecated and you can no longer",
          "KeyID header contained an invalid account URL",
          "The service is down for maintenance or had an internal error",
          "The client lacks sufficient authorization ::",
          "The server experienced an internal error ::",
          "There were too many requests of a given type ::",
          "The request message was malformed ::",
          "The request specified an account that does not exist ::",
          "The CSR is unacceptable (e.g., due to a short key) ::",
          "The server will not issue certificates for the identifier ::",
          "The client sent an unacceptable anti-replay nonce ::",
          "There was a problem with a DNS query ",
          "The server could not connect to the client ",
          "The server could not resolve a domain name ::");

  private static final List<String> LIMITS =
      List.of(
          "oo many certificates",
          "oo many registrations",
          "oo many new registrations",
          "oo many failed authorizations",
          "oo many new orders",
          "oo many currently pending");

  private static final List<@Nullable List<String>> BY_FIRST = byFirst();
  private static final WordSearch SEARCH = new WordSearch(beginnings());

  private CaTrigger() {}

  /**
   * Finds the first beginning of a problem text.
   *
   * @param text any text, of any length
   * @param from where to start, from 0
   * @return index of the first character of the problem text, or -1 where there is none
   */
  public static int find(CharSequence text, int from) {
    for (int at = Math.max(from, 0); at < text.length(); at++) {
      char first = text.charAt(at);
      if (first < ASCII) {
        List<String> candidates = BY_FIRST.get(first);
        if (candidates != null && beginsAt(text, at, candidates)) {
          return at;
        }
      }
    }
    return -1;
  }

  /**
   * Whether bytes hold the beginning of a problem text.
   *
   * @param bytes text in an encoding that contains ASCII
   * @param from first byte
   * @param to after the last byte
   */
  public static boolean in(byte[] bytes, int from, int to) {
    return SEARCH.find(bytes, from, to) >= 0;
  }

  private static boolean beginsAt(CharSequence text, int at, List<String> candidates) {
    for (String candidate : candidates) {
      if (regionMatches(text, at, candidate)) {
        return true;
      }
    }
    return false;
  }

  private static boolean regionMatches(CharSequence text, int at, String literal) {
    if (literal.length() > text.length() - at) {
      return false;
    }
    for (int i = 1; i < literal.length(); i++) {
      if (text.charAt(at + i) != literal.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Every beginning that is looked for. */
  public static List<String> beginnings() {
    return BY_FIRST.stream().filter(Objects::nonNull).flatMap(List::stream).toList();
  }

  private static List<@Nullable List<String>> byFirst() {
    List<@Nullable List<String>> table = new ArrayList<>();
    for (int i = 0; i < ASCII; i++) {
      table.add(null);
    }
    List<String> all = new ArrayList<>(BEGINNINGS);
    for (String limit : LIMITS) {
      all.add("T" + limit);
      all.add("t" + limit);
    }
    for (String beginning : all) {
      char first = beginning.charAt(0);
      List<String> same = table.get(first);
      if (same == null) {
        same = new ArrayList<>();
        table.set(first, same);
      }
      same.add(beginning);
    }
    return table;
  }
}
