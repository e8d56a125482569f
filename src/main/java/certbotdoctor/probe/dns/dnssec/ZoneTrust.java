package certbotdoctor.probe.dns.dnssec;

import java.util.List;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;

/**
 * How far the trust in a zone reaches.
 *
 * @param zone where the chain of trust ended: the zone itself, or the one above it that ended it
 * @param judgement SECURE with keys, or why not
 * @param keys the zone's keys where it is secure
 */
record ZoneTrust(Name zone, Judgement judgement, List<DNSKEYRecord> keys) {
  ZoneTrust {
    keys = List.copyOf(keys);
  }

  static ZoneTrust ended(Name zone, Security security, String detail) {
    return new ZoneTrust(zone, new Judgement(security, detail), List.of());
  }

  static ZoneTrust ended(Name zone, Judgement judgement) {
    return new ZoneTrust(zone, judgement, List.of());
  }
}
