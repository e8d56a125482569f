package certbotdoctor.probe.dns.world;

import certbotdoctor.probe.dns.delegation.Names;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** One server's copy of a zone, and how it answers from it (RFC 1034 section 4.3.2). */
public final class ZoneData {
  final Name apex;
  final List<Record> records = new ArrayList<>();

  ZoneData(Name apex, String text) {
    this.apex = apex;
    add(text);
  }

  ZoneData(ZoneData other) {
    this.apex = other.apex;
    this.records.addAll(other.records);
  }

  void add(String text) {
    byte[] octets = (text + "\n").getBytes(StandardCharsets.ISO_8859_1);
    Master master = new Master(new ByteArrayInputStream(octets), apex, 300);
    try {
      for (Record one = master.nextRecord(); one != null; one = master.nextRecord()) {
        records.add(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(Name name, int type) {
    records.removeIf(one -> one.getName().equals(name) && one.getType() == type);
  }

  List<Record> get(Name name, int type) {
    return records.stream()
        .filter(one -> one.getName().equals(name) && one.getType() == type)
        .toList();
  }

  private List<Record> signed(Name name, int type) {
    List<Record> all = new ArrayList<>(get(name, type));
    all.addAll(signatures(name, type));
    return all;
  }

  private List<Record> signatures(Name name, int type) {
    return get(name, Type.RRSIG).stream()
        .filter(one -> ((RRSIGRecord) one).getTypeCovered() == type)
        .toList();
  }

  boolean exists(Name name) {
    return records.stream()
        .anyMatch(one -> one.getName().subdomain(name) && one.getType() != Type.NSEC);
  }

  /** The cut at or above a name; DS records are above their cut. */
  private Optional<Name> cut(Name name, int type) {
    for (int labels = apex.labels() + 1; labels <= name.labels(); labels++) {
      Name ancestor = Names.ancestor(name, labels);
      boolean own = type == Type.DS && ancestor.equals(name);
      if (!own && !get(ancestor, Type.NS).isEmpty()) {
        return Optional.of(ancestor);
      }
    }
    return Optional.empty();
  }

  void answer(Name name, int type, Message message) {
    Optional<Name> cut = cut(name, type);
    if (cut.isPresent()) {
      refer(cut.get(), message);
      return;
    }
    message.getHeader().setFlag(Flags.AA);
    follow(name, type, message, 0);
  }

  private void refer(Name cut, Message message) {
    for (Record ns : get(cut, Type.NS)) {
      message.addRecord(ns, Section.AUTHORITY);
      Name host = ((NSRecord) ns).getTarget();
      get(host, Type.A).forEach(one -> message.addRecord(one, Section.ADDITIONAL));
      get(host, Type.AAAA).forEach(one -> message.addRecord(one, Section.ADDITIONAL));
    }
    signed(cut, Type.DS).forEach(one -> message.addRecord(one, Section.AUTHORITY));
  }

  private void follow(Name name, int type, Message message, int depth) {
    Name source = source(name);
    List<Record> found = expand(signed(source, type), source, name);
    List<Record> alias = expand(signed(source, Type.CNAME), source, name);
    if (type != Type.CNAME) {
      alias.forEach(one -> message.addRecord(one, Section.ANSWER));
    }
    found.forEach(one -> message.addRecord(one, Section.ANSWER));
    if (!source.equals(name) && !found.isEmpty()) {
      deny(name, message);
    }
    Optional<Name> target =
        alias.stream()
            .filter(CNAMERecord.class::isInstance)
            .map(one -> ((CNAMERecord) one).getTarget())
            .findFirst()
            .or(() -> dname(name, message));
    if (found.isEmpty() && target.isPresent()) {
      if (target.get().subdomain(apex) && depth < 10 && cut(target.get(), type).isEmpty()) {
        follow(target.get(), type, message, depth + 1);
      }
    } else if (found.isEmpty()) {
      negative(name, source, message);
    }
  }

  private Name source(Name name) {
    for (Name n = name; !exists(n) && n.labels() > apex.labels(); n = Names.parent(n)) {
      Optional<Name> wild = Names.below("*", Names.parent(n));
      if (wild.isPresent() && exists(wild.get())) {
        return wild.get();
      }
    }
    return name;
  }

  private static List<Record> expand(List<Record> records, Name source, Name name) {
    return records.stream().map(one -> source.equals(name) ? one : renamed(one, name)).toList();
  }

  private static Record renamed(Record one, Name name) {
    return one.withName(name);
  }

  private Optional<Name> dname(Name name, Message message) {
    for (Name n = Names.parent(name); n.labels() > apex.labels(); n = Names.parent(n)) {
      for (Record one : get(n, Type.DNAME)) {
        try {
          Name target = name.fromDNAME((DNAMERecord) one);
          signed(n, Type.DNAME).forEach(it -> message.addRecord(it, Section.ANSWER));
          message.addRecord(new CNAMERecord(name, DClass.IN, one.getTTL(), target), Section.ANSWER);
          return Optional.of(target);
        } catch (NameTooLongException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private void negative(Name name, Name source, Message message) {
    if (!exists(name) && source.equals(name)) {
      message.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    signed(apex, Type.SOA).forEach(one -> message.addRecord(one, Section.AUTHORITY));
    deny(name, message);
    if (!exists(name)) {
      for (Name n = Names.parent(name); n.subdomain(apex); n = Names.parent(n)) {
        if (exists(n)) {
          Names.below("*", n).ifPresent(wild -> deny(wild, message));
          return;
        }
      }
    }
  }

  /** Adds the NSEC record at a name, or the one that covers it. */
  private void deny(Name name, Message message) {
    TreeSet<Name> owners = new TreeSet<>();
    records.stream().filter(NSECRecord.class::isInstance).forEach(one -> owners.add(one.getName()));
    if (!owners.isEmpty()) {
      Name owner = Optional.ofNullable(owners.floor(name)).orElse(owners.last());
      signed(owner, Type.NSEC)
          .forEach(
              one -> {
                if (!message.findRecord(one, Section.AUTHORITY)) {
                  message.addRecord(one, Section.AUTHORITY);
                }
              });
    }
  }
}
