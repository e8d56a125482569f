package certbotdoctor.probe.dns.world;

import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Signs a world's zones with one key each, and denies with NSEC records (RFC 4034). */
public final class ZoneSigner {
  private final Name apex;
  private final KeyPair pair;
  private final DNSKEYRecord key;
  private Instant from = World.NOW.minus(Duration.ofDays(1));
  private Instant until = World.NOW.plus(Duration.ofDays(10));

  /** A signer with a fresh key. */
  public ZoneSigner(String zone) {
    this.apex = Name.fromConstantString(zone.equals(".") ? zone : zone + ".");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.pair = generator.generateKeyPair();
      this.key =
          new DNSKEYRecord(
              apex, DClass.IN, 300, 257, 3, DNSSEC.Algorithm.ECDSAP256SHA256, pair.getPublic());
    } catch (GeneralSecurityException | DNSSEC.DNSSECException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs for another time. */
  public ZoneSigner valid(Instant begin, Instant end) {
    this.from = begin;
    this.until = end;
    return this;
  }

  /** The DS record for the parent, in zone-file form. */
  public String ds() {
    return apex + " 300 IN DS " + record().rdataToString();
  }

  private DSRecord record() {
    return new DSRecord(apex, DClass.IN, 300, DNSSEC.Digest.SHA256, key);
  }

  /** The key as a trust anchor. */
  public TrustAnchors anchor() {
    return new TrustAnchors(List.of(record()));
  }

  /** Signs what is above this zone, with this zone's DS record in it, and trusts the root. */
  public World vouchedFor(World world) {
    ZoneSigner root = new ZoneSigner(".");
    ZoneSigner top = new ZoneSigner("test");
    world.add(".", top.ds());
    root.sign(world);
    world.add("test", ds());
    top.sign(world);
    return world.trust(root.anchor());
  }

  /** Signs every copy of the zone. */
  public void sign(World world) {
    world.copies(apex.equals(Name.root) ? "." : apex.toString(true)).forEach(this::sign);
  }

  /** Signs one server's copy. */
  public void sign(WorldServer server) {
    sign(server.zone(apex.equals(Name.root) ? "." : apex.toString(true)));
  }

  private void sign(ZoneData zone) {
    zone.records.add(key);
    chain(zone);
    for (RRset set : sets(zone.records, this::isSigned).values()) {
      if (isAuthoritative(zone, set)) {
        set.sigs().forEach(zone.records::remove);
        zone.records.add(signature(set));
      }
    }
  }

  private Record signature(RRset set) {
    try {
      return DNSSEC.sign(set, key, pair.getPrivate(), from, until);
    } catch (DNSSEC.DNSSECException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isSigned(Record one) {
    return one.getType() != Type.RRSIG;
  }

  /** Delegations and what is below them are not signed, except DS and NSEC. */
  private boolean isAuthoritative(ZoneData zone, RRset set) {
    boolean atCut = !set.getName().equals(apex) && !zone.get(set.getName(), Type.NS).isEmpty();
    boolean signedAtCut = set.getType() == Type.DS || set.getType() == Type.NSEC;
    return isInZone(zone, set.getName()) && (!atCut || signedAtCut);
  }

  private boolean isInZone(ZoneData zone, Name name) {
    for (Name n = Names.parent(name);
        n.subdomain(apex) && !n.equals(apex) && n.labels() > 1;
        n = Names.parent(n)) {
      if (!zone.get(n, Type.NS).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void chain(ZoneData zone) {
    TreeSet<Name> names = new TreeSet<>();
    zone.records.stream()
        .map(Record::getName)
        .filter(name -> isInZone(zone, name))
        .forEach(names::add);
    List<Name> owners = new ArrayList<>(names);
    List<Record> proofs = new ArrayList<>();
    for (int i = 0; i < owners.size(); i++) {
      Name owner = owners.get(i);
      TreeSet<Integer> types = new TreeSet<>(List.of(Type.RRSIG, Type.NSEC));
      boolean cut = !owner.equals(apex) && !zone.get(owner, Type.NS).isEmpty();
      zone.records.stream()
          .filter(one -> one.getName().equals(owner))
          .filter(one -> !cut || one.getType() == Type.NS || one.getType() == Type.DS)
          .forEach(one -> types.add(one.getType()));
      Name next = owners.get((i + 1) % owners.size());
      int[] all = types.stream().mapToInt(Integer::intValue).toArray();
      proofs.add(new NSECRecord(owner, DClass.IN, 300, next, all));
    }
    zone.records.addAll(proofs);
  }

  private static Map<String, RRset> sets(List<Record> records, Predicate<Record> wanted) {
    Map<String, RRset> sets = new TreeMap<>();
    records.stream()
        .filter(wanted)
        .forEach(
            one ->
                sets.computeIfAbsent(
                        one.getName().canonicalize() + " " + one.getType(), key -> new RRset())
                    .addRR(one));
    return sets;
  }
}
