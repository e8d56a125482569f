package certbotdoctor.probe.dns.exchange;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A question to one server; equal ones are asked once.
 *
 * @param server address and port
 * @param name what is asked for, absolute
 * @param type record type
 * @param transport UDP or TCP
 * @param options departures from the usual way: EDNS with DO, no recursion
 */
public record DnsQuery(
    InetSocketAddress server, Name name, int type, Transport transport, Set<Option> options) {

  /** EDNS buffer that avoids fragments (DNS flag day 2020); the CA's resolver uses it as well. */
  static final int EDNS_BUFFER = 1232;

  /** Departures from the usual way of asking. */
  public enum Option {
    /** Without EDNS, as RFC 1035 has it. */
    PLAIN,
    /** EDNS, but without asking for DNSSEC records. */
    NO_DNSSEC,
    /** Recursion desired: for resolvers. */
    RECURSE;

    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies the options. */
  public DnsQuery {
    options = Set.copyOf(options);
  }

  /** The same question over TCP. */
  DnsQuery overTcp() {
    return new DnsQuery(server, name, type, Transport.TCP, options);
  }

  /** Name and type for a reader; the name in lower case. */
  String question() {
    return name.toString().toLowerCase(Locale.ROOT) + " " + Type.string(type);
  }

  List<String> optionIds() {
    return options.stream().map(Option::id).sorted().toList();
  }

  /** What is asked of whom and how, as {@link certbotdoctor.probe.Exchange#key} has it. */
  String key() {
    return String.join(
        " ", question(), NameServer.text(server), transport.id(), String.join(",", optionIds()));
  }

  /** The message for the wire, with the name spelled as given. */
  Message message(Name spelled) {
    Message message = Message.newQuery(Record.newRecord(spelled, type, DClass.IN));
    if (!options.contains(Option.RECURSE)) {
      message.getHeader().unsetFlag(Flags.RD);
    }
    if (!options.contains(Option.PLAIN)) {
      int flags = options.contains(Option.NO_DNSSEC) ? 0 : ExtendedFlags.DO;
      message.addRecord(new OPTRecord(EDNS_BUFFER, 0, 0, flags), Section.ADDITIONAL);
    }
    return message;
  }
}
