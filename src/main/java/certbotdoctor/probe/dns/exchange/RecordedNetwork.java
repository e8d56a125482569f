package certbotdoctor.probe.dns.exchange;

import certbotdoctor.probe.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * A network that answers from the exchanges of a report and sends nothing; a question that the
 * report does not hold ends with {@link NotAskedException.Reason#NOT_RECORDED}.
 */
public final class RecordedNetwork implements Network {
  private final Map<String, Exchange> exchanges = new HashMap<>();
  private final Set<String> addresses = new HashSet<>();

  /** A network that knows these exchanges. */
  public RecordedNetwork(Collection<Exchange> recorded) {
    for (Exchange exchange : recorded) {
      exchanges.putIfAbsent(exchange.key(), exchange);
      addresses.add(exchange.address());
    }
  }

  /** An address that was asked may be asked again; of the others, public ones. */
  @Override
  public Access access(InetAddress address) {
    String plain = address.getHostAddress();
    boolean known =
        addresses.stream().anyMatch(one -> one.equals(plain) || one.startsWith(plain + ":"))
            || addresses.stream().anyMatch(one -> one.startsWith("[" + plain + "]:"));
    return known || PublicAddress.is(address) ? Access.ASK : Access.NOT_PUBLIC;
  }

  @Override
  public CompletableFuture<Delivery> send(
      Message query, InetSocketAddress server, Transport transport, List<Duration> waits) {
    DnsQuery asked = asked(query, server, transport);
    Exchange exchange = exchanges.get(asked.key());
    if (exchange == null) {
      return CompletableFuture.failedFuture(
          new NotAskedException(NotAskedException.Reason.NOT_RECORDED, asked.key()));
    }
    Optional<Delivery.Fate> silent = silence(exchange.rcode());
    if (silent.isPresent()) {
      return CompletableFuture.completedFuture(
          new Delivery(silent.get(), null, "", exchange.at(), exchange.millis()));
    }
    try {
      Message message = message(query, asked, exchange);
      return CompletableFuture.completedFuture(
          new Delivery(Delivery.Fate.RESPONSE, message, "", exchange.at(), exchange.millis()));
    } catch (IOException e) {
      return CompletableFuture.completedFuture(
          new Delivery(
              Delivery.Fate.MALFORMED, null, "record in report", exchange.at(), exchange.millis()));
    }
  }

  private static Optional<Delivery.Fate> silence(String rcode) {
    for (Delivery.Fate fate : Delivery.Fate.values()) {
      if (fate != Delivery.Fate.RESPONSE && fate.name().equals(rcode)) {
        return Optional.of(fate);
      }
    }
    return Optional.empty();
  }

  private static DnsQuery asked(Message query, InetSocketAddress server, Transport transport) {
    Record question = query.getQuestion();
    OPTRecord opt = query.getOPT();
    Set<DnsQuery.Option> options = new HashSet<>();
    if (opt == null) {
      options.add(DnsQuery.Option.PLAIN);
    } else if (opt.getFlags() == 0) {
      options.add(DnsQuery.Option.NO_DNSSEC);
    }
    if (query.getHeader().getFlag(Flags.RD)) {
      options.add(DnsQuery.Option.RECURSE);
    }
    return new DnsQuery(server, question.getName(), question.getType(), transport, options);
  }

  private static Message message(Message query, DnsQuery asked, Exchange exchange)
      throws IOException {
    Message message = new Message(query.getHeader().getID());
    for (int flag : AnswerReader.FLAGS) {
      if (exchange.flags().contains(Flags.string(flag))) {
        message.getHeader().setFlag(flag);
      }
    }
    boolean changed = exchange.remarks().contains(AnswerReader.CASE_CHANGED);
    Name name = changed ? RandomCase.turned(asked.name()) : asked.name();
    message.addRecord(Record.newRecord(name, asked.type(), DClass.IN), Section.QUESTION);
    add(message, exchange.answer(), Section.ANSWER);
    add(message, exchange.authority(), Section.AUTHORITY);
    add(message, exchange.additional(), Section.ADDITIONAL);
    int rcode = Rcode.value(exchange.rcode());
    message.getHeader().setRcode(rcode & 0xF);
    boolean plain = asked.options().contains(DnsQuery.Option.PLAIN);
    if (!plain && !exchange.remarks().contains(AnswerReader.NO_EDNS)) {
      message.addRecord(opt(rcode >> 4, exchange.ede()), Section.ADDITIONAL);
    }
    return message;
  }

  private static void add(Message message, List<String> lines, int section) throws IOException {
    for (Record one : ZoneText.read(lines)) {
      message.addRecord(one, section);
    }
  }

  private static OPTRecord opt(int highRcode, @Nullable String ede) {
    if (ede == null) {
      return new OPTRecord(DnsQuery.EDNS_BUFFER, highRcode, 0);
    }
    int colon = ede.indexOf(": ");
    int code = Integer.parseInt(ede.substring(0, ede.indexOf(' ')));
    String text = colon < 0 ? "" : ede.substring(colon + 2);
    EDNSOption option = new ExtendedErrorCodeOption(code, text);
    return new OPTRecord(DnsQuery.EDNS_BUFFER, highRcode, 0, 0, option);
  }
}
