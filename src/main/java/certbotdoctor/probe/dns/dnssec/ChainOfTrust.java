package certbotdoctor.probe.dns.dnssec;

import certbotdoctor.probe.dns.delegation.Walk;
import certbotdoctor.probe.dns.delegation.Zone;
import certbotdoctor.probe.dns.exchange.Asker;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Follows DS and DNSKEY records from a trust anchor down a walk, at the servers themselves. */
final class ChainOfTrust {
  private final Asker asker;
  private final TrustAnchors anchors;
  private final Instant now;

  ChainOfTrust(Asker asker, TrustAnchors anchors, Instant now) {
    this.asker = asker;
    this.anchors = anchors;
    this.now = now;
  }

  /** The trust in the last zone of a walk. */
  CompletableFuture<ZoneTrust> of(Walk walk) {
    List<Zone> path = walk.path();
    for (int i = path.size() - 1; i >= 0; i--) {
      List<DSRecord> anchor = anchors.at(path.get(i).apex());
      if (!anchor.isEmpty()) {
        List<Zone> below = path.subList(i + 1, path.size());
        Zone top = path.get(i);
        return keys(top, anchor)
            .thenApply(ChainOfTrust::ofRoot)
            .thenCompose(trust -> down(top, trust, below));
      }
    }
    return CompletableFuture.completedFuture(
        ZoneTrust.ended(walk.zone().apex(), Security.CANNOT_TELL, "no trust anchor"));
  }

  /** A root that does not fit the anchor is another root: that is no fault of any zone below it. */
  private static ZoneTrust ofRoot(ZoneTrust trust) {
    boolean another = trust.zone().equals(Name.root) && trust.judgement().security().isBogus();
    return another
        ? ZoneTrust.ended(
            Name.root,
            Security.CANNOT_TELL,
            "the root zone that the resolver leads to is not the one of the trust anchor")
        : trust;
  }

  private CompletableFuture<ZoneTrust> down(Zone parent, ZoneTrust trust, List<Zone> below) {
    if (below.isEmpty() || !trust.judgement().isSecure()) {
      return CompletableFuture.completedFuture(trust);
    }
    Zone child = below.get(0);
    List<Zone> rest = below.subList(1, below.size());
    if (!parent.hasServers()) {
      return CompletableFuture.completedFuture(silent(parent.apex(), "DS"));
    }
    return asker
        .askAny(parent.some(), child.apex(), Type.DS, DnsAnswer::isAuthoritative)
        .thenCompose(heard -> delegated(child, trust, heard.answer()))
        .thenCompose(next -> down(child, next, rest));
  }

  private static ZoneTrust silent(Name zone, String what) {
    return ZoneTrust.ended(zone, Security.CANNOT_TELL, zone + " " + what + ": no answer");
  }

  private CompletableFuture<ZoneTrust> delegated(Zone child, ZoneTrust parent, DnsAnswer answer) {
    Name apex = child.apex();
    if (!answer.isAuthoritative()) {
      return CompletableFuture.completedFuture(silent(apex, "DS"));
    }
    Signatures signatures = new Signatures(parent.zone(), parent.keys(), now);
    Optional<RRset> ds = set(answer, apex, Type.DS);
    if (ds.isEmpty()) {
      Judgement denied = new Denial(signatures, answer.reply().authority()).noData(apex, Type.DS);
      return CompletableFuture.completedFuture(
          denied.isSecure()
              ? ZoneTrust.ended(apex, Security.INSECURE, apex + " has no DS")
              : ZoneTrust.ended(apex, denied));
    }
    Judgement signed = signatures.check(ds.get());
    return signed.isSecure()
        ? keys(child, ds.get().rrs().stream().map(one -> (DSRecord) one).toList())
        : CompletableFuture.completedFuture(ZoneTrust.ended(apex, signed));
  }

  /** The keys of a zone, if the digests vouch for one that signs them. */
  private CompletableFuture<ZoneTrust> keys(Zone zone, List<DSRecord> digests) {
    Name apex = zone.apex();
    List<DSRecord> usable = digests.stream().filter(ChainOfTrust::isSupported).toList();
    if (usable.isEmpty()) {
      return CompletableFuture.completedFuture(
          ZoneTrust.ended(apex, Security.INSECURE, apex + " DS: unknown algorithms"));
    }
    if (!zone.hasServers()) {
      return CompletableFuture.completedFuture(silent(apex, "DNSKEY"));
    }
    return asker
        .askAny(zone.some(), apex, Type.DNSKEY, one -> set(one, apex, Type.DNSKEY).isPresent())
        .thenApply(heard -> keys(apex, usable, heard.answer()));
  }

  private ZoneTrust keys(Name apex, List<DSRecord> digests, DnsAnswer answer) {
    if (!answer.isAuthoritative()) {
      return silent(apex, "DNSKEY");
    }
    Optional<RRset> set = set(answer, apex, Type.DNSKEY);
    if (set.isEmpty()) {
      return ZoneTrust.ended(apex, Security.BOGUS_DS_WITHOUT_DNSKEY, tags(apex, digests, List.of()))
          .by(digests);
    }
    List<DNSKEYRecord> all = set.get().rrs().stream().map(one -> (DNSKEYRecord) one).toList();
    List<DNSKEYRecord> vouched =
        all.stream().filter(key -> digests.stream().anyMatch(ds -> fits(ds, key))).toList();
    if (vouched.isEmpty()) {
      return ZoneTrust.ended(apex, Security.BOGUS_DS_MISMATCH, tags(apex, digests, all))
          .by(digests);
    }
    Judgement signed = new Signatures(apex, vouched, now).check(set.get());
    return ZoneTrust.of(apex, signed, signed.isSecure() ? all : List.of());
  }

  private static String tags(Name apex, List<DSRecord> digests, List<DNSKEYRecord> keys) {
    String ds =
        String.join(" ", digests.stream().map(one -> "" + one.getFootprint()).sorted().toList());
    String own =
        String.join(" ", keys.stream().map(one -> "" + one.getFootprint()).sorted().toList());
    return apex + " DS " + ds + ", " + (own.isEmpty() ? "no DNSKEY" : "DNSKEY " + own);
  }

  private static boolean isSupported(DSRecord ds) {
    int digest = ds.getDigestID();
    int algorithm = ds.getAlgorithm();
    boolean known =
        algorithm == 5
            || algorithm == 7
            || algorithm == 8
            || algorithm == 10
            || algorithm == 13
            || algorithm == 14
            || algorithm == 15
            || algorithm == 16;
    return known
        && (digest == DNSSEC.Digest.SHA1
            || digest == DNSSEC.Digest.SHA256
            || digest == DNSSEC.Digest.SHA384);
  }

  private static boolean fits(DSRecord ds, DNSKEYRecord key) {
    return ds.getFootprint() == key.getFootprint()
        && ds.getAlgorithm() == key.getAlgorithm()
        && new DSRecord(ds.getName(), DClass.IN, 0, ds.getDigestID(), key)
            .rdataToString()
            .equals(ds.rdataToString());
  }

  private static Optional<RRset> set(DnsAnswer answer, Name owner, int type) {
    List<Record> section = answer.reply().answer();
    return Signatures.sets(section).stream()
        .filter(one -> one.getType() == type && one.getName().equals(owner))
        .findFirst();
  }
}
