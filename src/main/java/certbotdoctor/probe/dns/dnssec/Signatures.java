package certbotdoctor.probe.dns.dnssec;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Checks signatures of one zone at one time.
 *
 * @param zone the signer
 * @param keys its validated keys
 * @param now the time of validation
 */
record Signatures(Name zone, List<DNSKEYRecord> keys, Instant now) {
  Signatures {
    keys = List.copyOf(keys);
  }

  /** The record sets of a section with their signatures, in order. */
  static List<RRset> sets(List<Record> section) {
    Map<String, RRset> sets = new LinkedHashMap<>();
    for (Record one : section) {
      if (one.getType() != Type.RRSIG) {
        sets.computeIfAbsent(key(one.getName(), one.getType()), key -> new RRset()).addRR(one);
      }
    }
    for (Record one : section) {
      if (one instanceof RRSIGRecord sig) {
        RRset set = sets.get(key(sig.getName(), sig.getTypeCovered()));
        if (set != null) {
          set.addRR(sig);
        }
      }
    }
    return List.copyOf(sets.values());
  }

  private static String key(Name owner, int type) {
    return owner.canonicalize() + " " + type;
  }

  /**
   * Whether some signature of a set is good; if none is, the fault of the one that comes nearest.
   */
  Judgement check(RRset set) {
    String what = set.getName() + " " + Type.string(set.getType());
    List<RRSIGRecord> mine =
        set.sigs().stream().filter(one -> one.getSigner().equals(zone)).toList();
    if (mine.isEmpty()) {
      return new Judgement(Security.BOGUS_RRSIG_MISSING, what);
    }
    Judgement worst = new Judgement(Security.BOGUS_SIGNATURE_INVALID, what + ": no such key");
    for (RRSIGRecord sig : mine) {
      for (DNSKEYRecord key : keys) {
        if (key.getFootprint() == sig.getFootprint() && key.getAlgorithm() == sig.getAlgorithm()) {
          Judgement one = check(set, sig, key, what);
          if (one.isSecure()) {
            return one;
          }
          worst = worst.or(one);
        }
      }
    }
    return worst;
  }

  private Judgement check(RRset set, RRSIGRecord sig, DNSKEYRecord key, String what) {
    try {
      DNSSEC.verify(set, sig, key, now);
      return Judgement.SECURE;
    } catch (DNSSEC.SignatureExpiredException e) {
      return new Judgement(Security.BOGUS_SIGNATURE_EXPIRED, what + " until " + sig.getExpire());
    } catch (DNSSEC.SignatureNotYetValidException e) {
      return new Judgement(
          Security.BOGUS_SIGNATURE_NOT_YET_VALID, what + " from " + sig.getTimeSigned());
    } catch (DNSSEC.UnsupportedAlgorithmException e) {
      return new Judgement(Security.CANNOT_TELL, what + ": algorithm " + sig.getAlgorithm());
    } catch (DNSSEC.DNSSECException e) {
      return new Judgement(Security.BOGUS_SIGNATURE_INVALID, what);
    }
  }
}
