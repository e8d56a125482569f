package certbotdoctor.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * A root, a top-level domain, and domains {@code d0.test}, {@code d1.test} … on three servers; each
 * with the TXT record that its CA would expect.
 */
final class SimulatedZones {
  static final String VALUE = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";
  static final List<String> HOSTS = List.of("192.0.2.11", "192.0.2.12", "192.0.2.13");
  static final String TOP = "192.0.2.1";

  private static final Name TEST = Name.fromConstantString("test.");
  private static final Name HOST = Name.fromConstantString("host.test.");

  private final Map<Name, List<Record>> records = new HashMap<>();
  private final Set<Name> existing = new HashSet<>();
  private final Set<Name> top = Set.of(Name.root, TEST);
  private final Set<Name> hosted = new HashSet<>();
  private final Set<Name> all = new HashSet<>(top);

  /** Zones for some domains. */
  SimulatedZones(int domains) throws UnknownHostException {
    Name upper = Name.fromConstantString("a.nic.test.");
    zone(Name.root, List.of(upper));
    zone(TEST, List.of(upper));
    put(address(upper, TOP));
    List<Name> servers = new ArrayList<>();
    for (String address : HOSTS) {
      Name server = Name.fromConstantString("ns" + servers.size() + ".host.test.");
      servers.add(server);
      put(address(server, address));
    }
    hosted.add(HOST);
    zone(HOST, servers);
    for (int i = 0; i < domains; i++) {
      Name apex = Name.fromConstantString("d" + i + ".test.");
      hosted.add(apex);
      zone(apex, servers);
      put(address(apex, "192.0.2.80"));
      put(
          new TXTRecord(
              Name.fromConstantString("_acme-challenge.d" + i + ".test."), DClass.IN, 60, VALUE));
    }
    all.addAll(hosted);
  }

  private static Record address(Name owner, String address) throws UnknownHostException {
    return new ARecord(owner, DClass.IN, 300, InetAddress.getByName(address));
  }

  private void zone(Name apex, List<Name> servers) {
    put(new SOARecord(apex, DClass.IN, 300, servers.get(0), servers.get(0), 7, 1, 1, 1, 60));
    servers.forEach(server -> put(new NSRecord(apex, DClass.IN, 300, server)));
  }

  private void put(Record one) {
    records.computeIfAbsent(one.getName(), key -> new ArrayList<>()).add(one);
    for (Name name = one.getName(); name.labels() > 1; name = new Name(name, 1)) {
      existing.add(name);
    }
    existing.add(Name.root);
  }

  /** What the server of an address answers. */
  Message answer(String address, Message query) {
    if (HOSTS.contains(address)) {
      return answer(query, hosted, false);
    }
    return address.equals(TOP) ? answer(query, top, true) : resolved(query);
  }

  private Message resolved(Message query) {
    Message answer = answer(query, all, false);
    answer.getHeader().unsetFlag(Flags.AA);
    answer.getHeader().setFlag(Flags.RA);
    return answer;
  }

  private Message answer(Message query, Set<Name> apexes, boolean delegates) {
    Name name = query.getQuestion().getName().canonicalize();
    int type = query.getQuestion().getType();
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    Name apex = closest(name, apexes);
    Name cut = delegates ? closest(name, hosted) : null;
    if (apex == null) {
      answer.getHeader().setRcode(Rcode.REFUSED);
    } else if (cut != null && !(type == Type.DS && name.equals(cut))) {
      refer(answer, cut);
    } else {
      fill(answer, apex, name, type);
    }
    return answer;
  }

  private static Name closest(Name name, Set<Name> apexes) {
    for (Name at = name; ; at = new Name(at, 1)) {
      if (apexes.contains(at)) {
        return at;
      }
      if (at.labels() <= 1) {
        return null;
      }
    }
  }

  private List<Record> of(Name owner, int type) {
    return records.getOrDefault(owner, List.of()).stream()
        .filter(one -> one.getType() == type)
        .toList();
  }

  private void refer(Message answer, Name cut) {
    for (Record ns : of(cut, Type.NS)) {
      answer.addRecord(ns, Section.AUTHORITY);
      of(((NSRecord) ns).getTarget(), Type.A)
          .forEach(one -> answer.addRecord(one, Section.ADDITIONAL));
    }
  }

  private void fill(Message answer, Name apex, Name name, int type) {
    answer.getHeader().setFlag(Flags.AA);
    of(name, type).forEach(one -> answer.addRecord(one, Section.ANSWER));
    if (answer.getSection(Section.ANSWER).isEmpty()) {
      answer.getHeader().setRcode(existing.contains(name) ? Rcode.NOERROR : Rcode.NXDOMAIN);
      of(apex, Type.SOA).forEach(one -> answer.addRecord(one, Section.AUTHORITY));
    }
  }
}
