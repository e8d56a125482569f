package certbotdoctor.probe.dns.exchange;

import certbotdoctor.probe.Exchange;

/**
 * How one server met one question.
 *
 * @param kind the family
 * @param reply what the response holds; {@link Reply#NONE} where there is none
 * @param exchange the evidence; its id and server are not yet set
 */
public record DnsAnswer(Kind kind, Reply reply, Exchange exchange) {
  /** The families of answers, for switches. */
  public enum Kind {
    /** NOERROR with something in the answer section. */
    RECORDS,
    /** NOERROR with an empty answer section: no such record here, or a referral. */
    NODATA,
    /** No such name; a CNAME chain may stand in the answer section. */
    NXDOMAIN,
    /** The server does not want to answer. */
    REFUSED,
    /** The server cannot answer. */
    SERVFAIL,
    /** Any other response code, for example NOTIMP or FORMERR. */
    OTHER_RCODE,
    /** Nothing came back in time, twice over UDP. */
    TIMEOUT,
    /** The host or the network says that nothing listens there. */
    UNREACHABLE,
    /** Something came back that is no answer to the question. */
    MALFORMED;

    /** Whether the server spoke about the name at all: records, none, or no such name. */
    public boolean isAbout() {
      return this == RECORDS || this == NODATA || this == NXDOMAIN;
    }

    /** Whether nothing came back. */
    public boolean isSilent() {
      return this == TIMEOUT || this == UNREACHABLE;
    }
  }

  /** Whether the server answers for its own zone. */
  public boolean isAuthoritative() {
    return kind.isAbout() && reply.authoritative();
  }
}
