package certbotdoctor.probe.dns.delegation;

/** The walk cannot even begin: this host's own access to DNS does not work. */
public final class NoNetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Reason {
    /** No resolver answers. */
    RESOLVER_SILENT,
    /** The resolvers answer, but with nothing to start from. */
    RESOLVER_USELESS,
    /** The resolvers answer, but no other server does: a firewall keeps port 53 for them. */
    PORT_53_BLOCKED,
    /** Somebody else answers in place of the servers that were asked. */
    PORT_53_INTERCEPTED
  }

  private final Reason reason;

  NoNetworkException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /** What is in the way. */
  public Reason reason() {
    return reason;
  }
}
