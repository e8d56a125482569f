package certbotdoctor.probe.dns.check;

/** What the servers have at the challenge name, taken together. */
enum TxtOutcome {
  /** Every server that answers has every expected value. */
  EXPECTED,
  /** Some expected value is missing at some server. */
  EXPECTED_PARTLY,
  /** No expected value, but one in a form that the CA refuses. */
  MANGLED,
  /** No expected value, but one of an earlier run. */
  STALE,
  /** Only values that are neither expected nor known. */
  FOREIGN,
  /** Values, but nothing to compare them with. */
  PRESENT,
  /** No TXT record at all. */
  ABSENT,
  /** No server answers the question. */
  ERROR
}
