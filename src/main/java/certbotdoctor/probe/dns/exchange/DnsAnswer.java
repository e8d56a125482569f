package certbotdoctor.probe.dns.exchange;

import certbotdoctor.probe.Exchange;

/** How one server met one question. */
public sealed interface DnsAnswer {
  /** The families of answers, for switches. */
  enum Kind {
    RECORDS,
    NODATA,
    NXDOMAIN,
    REFUSED,
    SERVFAIL,
    OTHER_RCODE,
    TIMEOUT,
    UNREACHABLE,
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

  /** The family. */
  Kind kind();

  /** What the response holds; {@link Reply#NONE} where there is none. */
  Reply reply();

  /** The evidence; its id and server are not yet set. */
  Exchange exchange();

  /** Whether the server answers for its own zone. */
  default boolean isAuthoritative() {
    return kind().isAbout() && reply().authoritative();
  }

  /** NOERROR with something in the answer section. */
  record Records(Reply reply, Exchange exchange) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.RECORDS;
    }
  }

  /** NOERROR with an empty answer section: no such record here, or a referral. */
  record NoData(Reply reply, Exchange exchange) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.NODATA;
    }
  }

  /** No such name; a CNAME chain may stand in the answer section. */
  record NxDomain(Reply reply, Exchange exchange) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.NXDOMAIN;
    }
  }

  /** The server does not want to answer. */
  record Refused(Reply reply, Exchange exchange) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }

  /** The server cannot answer. */
  record ServFail(Reply reply, Exchange exchange) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.SERVFAIL;
    }
  }

  /** Any other response code, for example NOTIMP or FORMERR. */
  record OtherRcode(Reply reply, Exchange exchange) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.OTHER_RCODE;
    }
  }

  /** Nothing came back in time, twice over UDP. */
  record Timeout(Exchange exchange) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.TIMEOUT;
    }

    @Override
    public Reply reply() {
      return Reply.NONE;
    }
  }

  /** The host or the network says that nothing listens there. */
  record Unreachable(Exchange exchange, String reason) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.UNREACHABLE;
    }

    @Override
    public Reply reply() {
      return Reply.NONE;
    }
  }

  /** Something came back that is no answer to the question. */
  record Malformed(Exchange exchange, String reason) implements DnsAnswer {
    @Override
    public Kind kind() {
      return Kind.MALFORMED;
    }

    @Override
    public Reply reply() {
      return Reply.NONE;
    }
  }
}
