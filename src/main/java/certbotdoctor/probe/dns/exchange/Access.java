package certbotdoctor.probe.dns.exchange;

/** Whether an address may be asked. */
public enum Access {
  /** It may. */
  ASK,
  /** No: the address cannot be reached from the public Internet (RFC 6890), so the CA cannot. */
  NOT_PUBLIC,
  /** No: nothing may be sent at all. */
  OFFLINE
}
