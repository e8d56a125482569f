package certbotdoctor.probe.dns.check;

/** What the servers have at the challenge name, taken together. */
enum TxtOutcome {
  /** Every server that answers has every expected value. */
  EXPECTED,
  /** Some expected value is missing at some server. */
  EXPECTED_PARTLY,
  /** No expected value, but one with blanks or quotation marks that do not belong to it. */
  WRAPPED,
  /** No expected value, but one in another form that the CA refuses. */
  MANGLED,
  /** No expected value, but one of an earlier run. */
  STALE,
  /** No expected value, but one that looks like that of another challenge. */
  OTHER_CHALLENGE,
  /** Only values that are neither expected nor known. */
  FOREIGN,
  /** Values, but nothing to compare them with. */
  PRESENT,
  /** No TXT record at all. */
  ABSENT,
  /** No TXT record at all, in a zone to which the challenge name itself is delegated. */
  ABSENT_IN_CHILD,
  /** No server answers the question. */
  ERROR
}
