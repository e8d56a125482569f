package certbotdoctor.probe.dns.check;

/** What is wrong with the delegation, the cause before its symptoms. */
enum DelegationOutcome {
  /** The registry does not know the domain. */
  DOMAIN_MISSING,
  /** The addresses in the referral are not those of the servers, and do not serve the zone. */
  GLUE_WRONG,
  /** Servers answer REFUSED. */
  LAME_REFUSED,
  /** Servers answer SERVFAIL, or something that cannot be read. */
  LAME_SERVFAIL,
  /** Servers do not answer as an authority of the zone. */
  LAME_NOT_AUTHORITATIVE,
  /** Servers send the asker to a zone above. */
  UPWARD_REFERRAL,
  /** Servers do not answer. */
  TIMEOUT,
  /** Names of servers have no address. */
  NS_UNRESOLVABLE,
  /** Addresses that no one outside can reach. */
  PRIVATE_ADDRESS,
  /** The parent names other servers than the zone itself. */
  PARENT_CHILD_DIFFER,
  /** Nothing is. */
  OK
}
