package certbotdoctor.probe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to one server and what came back: the evidence of a live check, complete enough to
 * repeat the check from it.
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
 * @param options how it was asked where that is not the usual way, sorted: {@code plain} (no EDNS),
 *     {@code no-dnssec} (DO clear), {@code recurse} (RD set)
 * @param additional records of the additional section in zone-file form, without OPT
 * @param remarks what the sections do not show, sorted: {@code case-changed} (the question came
 *     back in other letters), {@code no-edns} (no OPT record in the response)
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
    Instant at,
    List<String> options,
    List<String> additional,
    List<String> remarks) {
  /** Copies the lists. */
  public Exchange {
    flags = List.copyOf(flags);
    answer = List.copyOf(answer);
    authority = List.copyOf(authority);
    options = List.copyOf(options);
    additional = List.copyOf(additional);
    remarks = List.copyOf(remarks);
  }

  /** An exchange asked the usual way, with nothing in the additional section. */
  public Exchange(
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
    this(
        id, server, address, transport, question, rcode, flags, answer, authority, ede, millis, at,
        List.of(), List.of(), List.of());
  }

  /** What was asked of whom and how: two exchanges with the same key are the same question. */
  public String key() {
    return String.join(" ", question, address, transport, String.join(",", options));
  }

  /** The same exchange under a name of its own and with the name of its server. */
  public Exchange named(String id, String server) {
    return new Exchange(
        id,
        server,
        address,
        transport,
        question,
        rcode,
        flags,
        answer,
        authority,
        ede,
        millis,
        at,
        options,
        additional,
        remarks);
  }
}
