package certbotdoctor.probe.dns.world;

import certbotdoctor.probe.dns.exchange.Transport;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A way in which a server misbehaves. */
@FunctionalInterface
public interface Behaviour {
  /**
   * Turns the proper response into what is sent.
   *
   * @return the message, or null to stay silent
   */
  @Nullable Message apply(Message query, Transport transport, Message proper);

  /** No response. */
  Behaviour DROP = (query, transport, proper) -> null;

  /** REFUSED. */
  Behaviour REFUSE = rcode(Rcode.REFUSED);

  /** SERVFAIL. */
  Behaviour SERVFAIL = rcode(Rcode.SERVFAIL);

  /** NOTIMP. */
  Behaviour NOTIMP = rcode(Rcode.NOTIMP);

  /** Answers without OPT record. */
  Behaviour NO_EDNS =
      (query, transport, proper) -> {
        proper.getSection(Section.ADDITIONAL).stream()
            .filter(one -> one.getType() == Type.OPT)
            .toList()
            .forEach(one -> proper.removeRecord(one, Section.ADDITIONAL));
        return proper;
      };

  /** Answers without authority. */
  Behaviour NOT_AUTHORITATIVE =
      (query, transport, proper) -> {
        proper.getHeader().unsetFlag(Flags.AA);
        return proper;
      };

  /** Over UDP nothing but the TC flag. */
  Behaviour TRUNCATE =
      (query, transport, proper) -> {
        if (transport == Transport.UDP) {
          proper.removeAllRecords(Section.ANSWER);
          proper.getHeader().setFlag(Flags.TC);
        }
        return proper;
      };

  /** The question in lower case. */
  Behaviour LOWER_CASE =
      (query, transport, proper) -> {
        Record question = query.getQuestion();
        proper.removeAllRecords(Section.QUESTION);
        proper.addRecord(
            Record.newRecord(question.getName().canonicalize(), question.getType(), DClass.IN),
            Section.QUESTION);
        return proper;
      };

  /** A referral to the root. */
  Behaviour UPWARD =
      (query, transport, proper) -> {
        Message empty = empty(query, Rcode.NOERROR);
        empty.addRecord(
            new NSRecord(Name.root, DClass.IN, 3600, Name.fromConstantString("a.root.test.")),
            Section.AUTHORITY);
        return empty;
      };

  /** A response code and nothing else. */
  static Behaviour rcode(int rcode) {
    return (query, transport, proper) -> empty(query, rcode);
  }

  /** Only for one type of question. */
  default Behaviour onType(int type) {
    return (query, transport, proper) ->
        query.getQuestion().getType() == type ? apply(query, transport, proper) : proper;
  }

  /** Only for one name. */
  default Behaviour onName(String name) {
    Name wanted = Name.fromConstantString(name);
    return (query, transport, proper) ->
        query.getQuestion().getName().equals(wanted) ? apply(query, transport, proper) : proper;
  }

  /** Only over one transport. */
  default Behaviour over(Transport only) {
    return (query, transport, proper) ->
        transport == only ? apply(query, transport, proper) : proper;
  }

  /** Only for questions with EDNS. */
  default Behaviour onEdns() {
    return (query, transport, proper) ->
        query.getOPT() != null ? apply(query, transport, proper) : proper;
  }

  /** A response with the question and no records. */
  static Message empty(Message query, int rcode) {
    Message message = new Message(query.getHeader().getID());
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setRcode(rcode);
    message.addRecord(query.getQuestion(), Section.QUESTION);
    return message;
  }
}
