package certbotdoctor.probe.dns.dnssec;

import certbotdoctor.probe.dns.delegation.Names;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;
import org.xbill.DNS.utils.base32;

/**
 * Proofs with hashed names (RFC 5155 section 8).
 *
 * @param zone the zone they speak for
 * @param proofs its NSEC3 records, signatures checked
 */
record HashedDenial(Name zone, List<NSEC3Record> proofs) {
  HashedDenial {
    proofs = List.copyOf(proofs);
  }

  boolean noData(Name name, int type) {
    Optional<NSEC3Record> match = matching(name);
    if (match.isPresent()) {
      return lacks(match.get(), type);
    }
    Optional<Name> encloser = encloser(name);
    if (encloser.isEmpty()) {
      return false;
    }
    Optional<NSEC3Record> cover = covering(nextCloser(name, encloser.get()));
    boolean optOut = cover.filter(HashedDenial::isOptOut).isPresent();
    boolean wildcard =
        Names.below("*", encloser.get())
            .flatMap(this::matching)
            .filter(one -> lacks(one, type))
            .isPresent();
    return cover.isPresent() && (wildcard || (optOut && type == Type.DS));
  }

  boolean noName(Name name) {
    Optional<Name> encloser = encloser(name);
    return encloser.isPresent()
        && covering(nextCloser(name, encloser.get())).isPresent()
        && Names.below("*", encloser.get()).flatMap(this::covering).isPresent();
  }

  /** A wildcard answer proves only that the next closer name does not exist. */
  boolean noCloser(Name name) {
    for (int labels = name.labels(); labels > zone.labels(); labels--) {
      if (covering(Names.ancestor(name, labels)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean lacks(NSEC3Record one, int type) {
    boolean child = type == Type.DS && one.hasType(Type.SOA);
    return !one.hasType(type) && !one.hasType(Type.CNAME) && !child;
  }

  private static boolean isOptOut(NSEC3Record one) {
    return (one.getFlags() & NSEC3Record.Flags.OPT_OUT) != 0;
  }

  /** The closest ancestor that is proven to exist. */
  private Optional<Name> encloser(Name name) {
    for (int labels = name.labels() - 1; labels >= zone.labels(); labels--) {
      Name ancestor = Names.ancestor(name, labels);
      if (matching(ancestor).isPresent()) {
        return Optional.of(ancestor);
      }
    }
    return Optional.empty();
  }

  private static Name nextCloser(Name name, Name encloser) {
    return Names.ancestor(name, encloser.labels() + 1);
  }

  private Optional<NSEC3Record> matching(Name name) {
    return proofs.stream().filter(one -> Arrays.equals(owner(one), hash(one, name))).findFirst();
  }

  private Optional<NSEC3Record> covering(Name name) {
    return proofs.stream().filter(one -> covers(one, hash(one, name))).findFirst();
  }

  private static boolean covers(NSEC3Record one, byte[] hash) {
    byte[] owner = owner(one);
    boolean last = Arrays.compareUnsigned(one.getNext(), owner) <= 0;
    boolean after = Arrays.compareUnsigned(owner, hash) < 0;
    boolean before = Arrays.compareUnsigned(hash, one.getNext()) < 0;
    return last ? after || before : after && before;
  }

  private static byte[] owner(NSEC3Record one) {
    byte[] hash =
        new base32(base32.Alphabet.BASE32HEX, false, false)
            .fromString(one.getName().getLabelString(0));
    return hash == null ? new byte[0] : hash;
  }

  private static byte[] hash(NSEC3Record one, Name name) {
    try {
      return one.hashName(name);
    } catch (NoSuchAlgorithmException e) {
      return new byte[0];
    }
  }
}
