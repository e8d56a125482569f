package certbotdoctor.probe.dns.dnssec;

import certbotdoctor.probe.dns.delegation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Checks the proof that a name or a type does not exist (RFC 4035 section 5.4, RFC 5155). */
final class Denial {
  private final Signatures signatures;
  private final List<NSECRecord> nsec = new ArrayList<>();
  private final List<NSEC3Record> nsec3 = new ArrayList<>();
  private Judgement signed = Judgement.SECURE;

  /** Reads the proof from the authority section of a negative or a wildcard answer. */
  Denial(Signatures signatures, List<Record> authority) {
    this.signatures = signatures;
    for (RRset set : Signatures.sets(authority)) {
      int type = set.getType();
      if (type == Type.NSEC || type == Type.NSEC3 || type == Type.SOA) {
        signed = signed.or(signatures.check(set));
        set.rrs().forEach(this::add);
      }
    }
  }

  private void add(Record one) {
    if (one instanceof NSECRecord proof) {
      nsec.add(proof);
    } else if (one instanceof NSEC3Record proof) {
      nsec3.add(proof);
    }
  }

  /** Whether it is proven that a name has no record of a type. */
  Judgement noData(Name name, int type) {
    return result(
        name, type, nsec3.isEmpty() ? nsecNoData(name, type) : hashed().noData(name, type));
  }

  /** Whether it is proven that a name does not exist. */
  Judgement noName(Name name) {
    return result(name, Type.NSEC, nsec3.isEmpty() ? nsecNoName(name) : hashed().noName(name));
  }

  /** Whether it is proven that a wildcard may stand for a name. */
  Judgement noCloser(Name name) {
    boolean proven = nsec3.isEmpty() ? covering(name).isPresent() : hashed().noCloser(name);
    return result(name, Type.NSEC, proven);
  }

  private Judgement result(Name name, int type, boolean proven) {
    if (!signed.isSecure()) {
      return signed;
    }
    if (nsec.isEmpty() && nsec3.isEmpty()) {
      return new Judgement(
          Security.BOGUS_DENIAL_BROKEN, name + " " + Type.string(type) + ": no proof");
    }
    return proven
        ? Judgement.SECURE
        : new Judgement(Security.BOGUS_DENIAL_BROKEN, name + " " + Type.string(type));
  }

  private HashedDenial hashed() {
    return new HashedDenial(signatures.zone(), nsec3);
  }

  private boolean nsecNoData(Name name, int type) {
    boolean matched = nsec.stream().anyMatch(one -> one.getName().equals(name) && lacks(one, type));
    boolean nonTerminal = covering(name).filter(one -> one.getNext().subdomain(name)).isPresent();
    return matched || nonTerminal || wildcardLacks(name, type);
  }

  /** Whether a proof's types leave a type out, and it comes from the right side of a zone cut. */
  private static boolean lacks(NSECRecord one, int type) {
    boolean child = type == Type.DS && one.hasType(Type.SOA) && one.getName().labels() > 1;
    return !one.hasType(type) && !one.hasType(Type.CNAME) && !child;
  }

  private boolean wildcardLacks(Name name, int type) {
    return covering(name).isPresent()
        && nsec.stream()
            .anyMatch(
                one ->
                    one.getName().isWild()
                        && Names.isBelow(name, Names.parent(one.getName()))
                        && lacks(one, type));
  }

  private boolean nsecNoName(Name name) {
    Optional<NSECRecord> proof = covering(name);
    if (proof.isEmpty()) {
      return false;
    }
    int labels = Math.max(common(name, proof.get().getName()), common(name, proof.get().getNext()));
    return Names.below("*", Names.ancestor(name, labels)).flatMap(this::covering).isPresent();
  }

  /** Labels that two names share from the right, the root's counted. */
  private static int common(Name one, Name other) {
    int labels = Math.min(one.labels(), other.labels());
    while (!Names.ancestor(one, labels).equals(Names.ancestor(other, labels))) {
      labels--;
    }
    return labels;
  }

  private Optional<NSECRecord> covering(Name name) {
    return nsec.stream()
        .filter(
            one -> {
              boolean last = one.getNext().compareTo(one.getName()) <= 0;
              return one.getName().compareTo(name) < 0
                  && (last || name.compareTo(one.getNext()) < 0);
            })
        .findFirst();
  }
}
