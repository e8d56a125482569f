package certbotdoctor.probe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to one server and what came back: the evidence of a live check.
 *
 * @param id stable name within a report, {@code X1}, {@code X2} …
 * @param server host name of the server, or its address where no name is known
 * @param address address and, where not 53, port
 * @param transport {@code udp} or {@code tcp}
 * @param question owner name with trailing dot, blank, type
 * @param rcode mnemonic, or {@code TIMEOUT}, {@code UNREACHABLE}, {@code MALFORMED}
 * @param flags header flags in lower case, in wire order
 * @param answer records of the answer section in zone-file form
 * @param authority records of the authority section in zone-file form
 * @param ede extended DNS error (RFC 8914), code and text, or null
 * @param millis time taken
 * @param at when it was asked, UTC
 */
public record Exchange(
    String id,
    String server,
    String address,
    String transport,
    String question,
    String rcode,
    List<String> flags,
    List<String> answer,
    List<String> authority,
    @Nullable String ede,
    long millis,
    Instant at) {
  /** Copies the lists. */
  public Exchange {
    flags = List.copyOf(flags);
    answer = List.copyOf(answer);
    authority = List.copyOf(authority);
  }
}
