package certbotdoctor.probe.dns.check;

/** What CAA says of a request; of several records the most favourable one counts. */
enum CaaOutcome {
  /** The CA may issue. */
  ALLOWS,
  /** The CA may, but not to this account (RFC 8657 section 3). */
  ACCOUNT_FORBIDDEN,
  /** The CA may, but not by this validation method (RFC 8657 section 4). */
  METHOD_FORBIDDEN,
  /** The CA may not. */
  FORBIDS,
  /** A property that the CA does not know is marked critical. */
  CRITICAL_UNKNOWN,
  /** The servers refuse the question. */
  LOOKUP_REFUSED,
  /** The servers do not know the type. */
  LOOKUP_NOTIMP,
  /** The servers do not answer the question. */
  LOOKUP_TIMEOUT,
  /** The servers fail, or the alias at the name leads nowhere. */
  LOOKUP_SERVFAIL
}
