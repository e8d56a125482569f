package certbotdoctor.probe.dns.dnssec;

import java.util.List;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * How far the trust in a zone reaches.
 *
 * @param zone where the chain of trust ended: the zone itself, or the one above it that ended it
 * @param judgement SECURE with keys, or why not
 * @param keys the zone's keys where it is secure
 * @param dsTtl seconds for which resolvers keep the DS records that did not lead to keys; 0 where
 *     they are not at fault
 */
record ZoneTrust(Name zone, Judgement judgement, List<DNSKEYRecord> keys, long dsTtl) {
  ZoneTrust {
    keys = List.copyOf(keys);
  }

  static ZoneTrust of(Name zone, Judgement judgement, List<DNSKEYRecord> keys) {
    return new ZoneTrust(zone, judgement, keys, 0);
  }

  /** The same with DS records that are at fault. */
  ZoneTrust by(List<DSRecord> digests) {
    long ttl = digests.stream().mapToLong(Record::getTTL).max().orElse(0);
    return new ZoneTrust(zone, judgement, keys, ttl);
  }

  static ZoneTrust ended(Name zone, Security security, String detail) {
    return of(zone, new Judgement(security, detail), List.of());
  }

  static ZoneTrust ended(Name zone, Judgement judgement) {
    return of(zone, judgement, List.of());
  }
}
