package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.delegation.Survey;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** How a server of a delegation does its duty, in the order in which faults are told. */
enum Health {
  REFUSED("servers-refused"),
  SERVFAIL("servers-servfail"),
  NOT_AUTHORITATIVE("servers-not-authoritative"),
  UPWARD("servers-upward"),
  TIMEOUT("servers-timeout"),
  OK("servers-ok");

  private final String fact;

  Health(String fact) {
    this.fact = fact;
  }

  /** Name of the fact that lists such servers. */
  String fact() {
    return fact;
  }

  /** Judges a server by its answer for the zone's SOA record. */
  static Health of(Name apex, Survey.View view) {
    DnsAnswer soa = view.soa();
    return switch (soa.kind()) {
      case REFUSED -> REFUSED;
      case SERVFAIL, MALFORMED -> SERVFAIL;
      case TIMEOUT, UNREACHABLE -> TIMEOUT;
      case OTHER_RCODE -> soa.exchange().rcode().equals("NOTAUTH") ? NOT_AUTHORITATIVE : SERVFAIL;
      case RECORDS ->
          soa.isAuthoritative() && !soa.reply().answers(apex, Type.SOA).isEmpty()
              ? OK
              : NOT_AUTHORITATIVE;
      case NODATA, NXDOMAIN -> isUpward(apex, soa) ? UPWARD : NOT_AUTHORITATIVE;
    };
  }

  /** A referral to a zone above, root servers as a rule, says "I do not know this zone". */
  private static boolean isUpward(Name apex, DnsAnswer soa) {
    Optional<Name> cut =
        soa.reply().authority().stream()
            .filter(one -> one.getType() == Type.NS)
            .map(Record::getName)
            .findFirst();
    return !soa.isAuthoritative() && cut.filter(to -> Names.isBelow(apex, to)).isPresent();
  }
}
