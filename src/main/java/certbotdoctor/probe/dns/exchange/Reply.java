package certbotdoctor.probe.dns.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * What a response holds.
 *
 * @param authoritative AA: the server answers for its own zone
 * @param truncated TC: there was more
 * @param recursive RA: the server offers recursion
 * @param edns whether it has an OPT record
 * @param caseKept whether the question came back in the letters that were asked
 * @param answer the answer section
 * @param authority the authority section
 * @param additional the additional section, without OPT
 * @param ede extended DNS error (RFC 8914), code and text, or null
 */
public record Reply(
    boolean authoritative,
    boolean truncated,
    boolean recursive,
    boolean edns,
    boolean caseKept,
    List<Record> answer,
    List<Record> authority,
    List<Record> additional,
    @Nullable String ede) {
  /** The reply of a server that gave none. */
  public static final Reply NONE =
      new Reply(false, false, false, true, true, List.of(), List.of(), List.of(), null);

  /** Copies the sections. */
  public Reply {
    answer = List.copyOf(answer);
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
  }

  /** Records of one owner and type in the answer section. */
  public List<Record> answers(Name owner, int type) {
    return of(answer, owner, type);
  }

  /** Records of one owner and type in a section. */
  public static List<Record> of(List<Record> section, Name owner, int type) {
    return section.stream()
        .filter(one -> one.getType() == type && one.getName().equals(owner))
        .toList();
  }

  /** Where a CNAME of the answer section, also a DNAME's synthesised one, leads a name. */
  public Optional<Name> alias(Name owner) {
    return answers(owner, Type.CNAME).stream()
        .map(one -> ((CNAMERecord) one).getTarget())
        .findFirst();
  }

  /** The values of all TXT records of the answer, strings joined, octets as Latin-1 characters. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Record one : answer) {
      if (one instanceof TXTRecord txt) {
        texts.add(text(txt));
      }
    }
    return texts;
  }

  private static String text(TXTRecord txt) {
    StringBuilder all = new StringBuilder();
    for (byte[] string : txt.getStringsAsByteArrays()) {
      all.append(new String(string, StandardCharsets.ISO_8859_1));
    }
    return all.toString();
  }

  /** Owner of the SOA record in the authority section: the zone of a negative answer. */
  public Optional<Name> negativeZone() {
    return authority.stream()
        .filter(one -> one.getType() == Type.SOA)
        .map(Record::getName)
        .findFirst();
  }

  /** The zone cut that a referral leads to; empty for anything else (RFC 9499, "referral"). */
  public Optional<Name> referral() {
    if (!answer.isEmpty() || authoritative || negativeZone().isPresent()) {
      return Optional.empty();
    }
    return authority.stream()
        .filter(one -> one.getType() == Type.NS)
        .map(Record::getName)
        .findFirst();
  }
}
