package certbotdoctor.probe.dns.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Records in zone-file form (RFC 1035 section 5), one a line, written and read back. */
final class ZoneText {
  private ZoneText() {}

  static List<String> write(List<Record> records) {
    return records.stream().map(ZoneText::write).toList();
  }

  private static String write(Record one) {
    return String.join(
        " ",
        one.getName().toString(),
        Long.toString(one.getTTL()),
        DClass.string(one.getDClass()),
        Type.string(one.getType()),
        one.rdataToString());
  }

  /**
   * Reads lines that {@link #write} wrote.
   *
   * @throws IOException for a line that is no record
   */
  static List<Record> read(List<String> lines) throws IOException {
    List<Record> records = new ArrayList<>();
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    Master master = new Master(new ByteArrayInputStream(text), Name.root);
    for (Record one = master.nextRecord(); one != null; one = master.nextRecord()) {
      records.add(one);
    }
    return records;
  }
}
