package certbotdoctor.probe.dns.dnssec;

/** What validation says, the worst first. */
public enum Security {
  /** The parent vouches for keys, but the zone has none. */
  BOGUS_DS_WITHOUT_DNSKEY,
  /** The parent vouches for other keys than the zone has. */
  BOGUS_DS_MISMATCH,
  /** Signatures have expired. */
  BOGUS_SIGNATURE_EXPIRED,
  /** Signatures begin in the future. */
  BOGUS_SIGNATURE_NOT_YET_VALID,
  /** Records of a signed zone have no signature. */
  BOGUS_RRSIG_MISSING,
  /** Signatures do not fit the records or the keys. */
  BOGUS_SIGNATURE_INVALID,
  /** That a name or record does not exist is not proven. */
  BOGUS_DENIAL_BROKEN,
  /** Not enough came back to say. */
  CANNOT_TELL,
  /** The zone is not signed, which is proven from above. */
  INSECURE,
  /** Signed, and in order. */
  SECURE;

  /** Whether a validating resolver would answer SERVFAIL. */
  public boolean isBogus() {
    return compareTo(CANNOT_TELL) < 0;
  }
}
