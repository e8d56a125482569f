package certbotdoctor.probe.dns.exchange;

import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.dns.exchange.DnsAnswer.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Turns what came back into an answer with its evidence. */
final class AnswerReader {
  static final String CASE_CHANGED = "case-changed";
  static final String NO_EDNS = "no-edns";

  /** Flags of the header in wire order (RFC 1035 section 4.1.1, RFC 4035 section 3.1.6). */
  static final List<Integer> FLAGS =
      List.of(
          (int) Flags.QR,
          (int) Flags.AA,
          (int) Flags.TC,
          (int) Flags.RD,
          (int) Flags.RA,
          (int) Flags.AD,
          (int) Flags.CD);

  private AnswerReader() {}

  /**
   * Reads a delivery.
   *
   * @param query the question
   * @param spelled its name in the letters that were sent
   * @param delivery what came of it
   */
  static DnsAnswer read(DnsQuery query, Name spelled, Delivery delivery) {
    Message message = delivery.message();
    if (message == null) {
      return new DnsAnswer(
          silence(delivery.fate()),
          Reply.NONE,
          exchange(query, delivery, delivery.fate().name(), Reply.NONE, null));
    }
    Reply reply = reply(message, spelled);
    int rcode = message.getRcode();
    Exchange exchange = exchange(query, delivery, Rcode.string(rcode), reply, message);
    return new DnsAnswer(kind(rcode, reply), reply, exchange);
  }

  private static Kind silence(Delivery.Fate fate) {
    return switch (fate) {
      case TIMEOUT -> Kind.TIMEOUT;
      case MALFORMED -> Kind.MALFORMED;
      case UNREACHABLE, RESPONSE -> Kind.UNREACHABLE;
    };
  }

  private static Kind kind(int rcode, Reply reply) {
    return switch (rcode) {
      case Rcode.NOERROR -> reply.answer().isEmpty() ? Kind.NODATA : Kind.RECORDS;
      case Rcode.NXDOMAIN -> Kind.NXDOMAIN;
      case Rcode.REFUSED -> Kind.REFUSED;
      case Rcode.SERVFAIL -> Kind.SERVFAIL;
      default -> Kind.OTHER_RCODE;
    };
  }

  private static Reply reply(Message message, Name spelled) {
    Record question = message.getQuestion();
    OPTRecord opt = message.getOPT();
    return new Reply(
        message.getHeader().getFlag(Flags.AA),
        message.getHeader().getFlag(Flags.TC),
        message.getHeader().getFlag(Flags.RA),
        opt != null,
        question == null || RandomCase.same(spelled, question.getName()),
        records(message, Section.ANSWER),
        records(message, Section.AUTHORITY),
        records(message, Section.ADDITIONAL),
        opt == null ? null : ede(opt));
  }

  /**
   * Records without OPT, names in lower case: those that were compressed (RFC 1035 section 4.1.4)
   * come back in the random letters of the question.
   */
  private static List<Record> records(Message message, int section) {
    List<Record> records = new ArrayList<>();
    for (Record one : message.getSection(section)) {
      if (one.getType() != Type.OPT) {
        records.add(canonical(one, section));
      }
    }
    return records;
  }

  private static Record canonical(Record one, int section) {
    try {
      return Record.fromWire(one.toWireCanonical(), section);
    } catch (IOException e) {
      return one;
    }
  }

  private static @Nullable String ede(OPTRecord opt) {
    for (EDNSOption option : opt.getOptions()) {
      if (option instanceof ExtendedErrorCodeOption error) {
        String text = error.getText() == null ? "" : error.getText().strip();
        String code =
            error.getErrorCode() + " " + ExtendedErrorCodeOption.text(error.getErrorCode());
        return text.isEmpty() ? code : code + ": " + text;
      }
    }
    return null;
  }

  private static Exchange exchange(
      DnsQuery query, Delivery delivery, String rcode, Reply reply, @Nullable Message message) {
    return new Exchange(
        "",
        "",
        NameServer.text(query.server()),
        query.transport().id(),
        query.question(),
        rcode,
        message == null ? List.of() : flags(message),
        ZoneText.write(reply.answer()),
        ZoneText.write(reply.authority()),
        reply.ede(),
        delivery.millis(),
        delivery.at(),
        query.optionIds(),
        ZoneText.write(reply.additional()),
        remarks(query, reply));
  }

  private static List<String> flags(Message message) {
    return FLAGS.stream()
        .filter(flag -> message.getHeader().getFlag(flag))
        .map(flag -> Flags.string(flag).toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<String> remarks(DnsQuery query, Reply reply) {
    List<String> remarks = new ArrayList<>();
    if (!reply.caseKept()) {
      remarks.add(CASE_CHANGED);
    }
    if (!reply.edns() && !query.options().contains(DnsQuery.Option.PLAIN)) {
      remarks.add(NO_EDNS);
    }
    return remarks;
  }
}
