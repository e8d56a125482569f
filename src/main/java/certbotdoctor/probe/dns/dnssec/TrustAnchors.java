package certbotdoctor.probe.dns.dnssec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * Keys that are trusted without proof.
 *
 * @param ds digests of the keys, at the names of their zones
 */
public record TrustAnchors(List<DSRecord> ds) {
  /** Copies the list. */
  public TrustAnchors {
    ds = List.copyOf(ds);
  }

  /** The anchors of the public root zone. */
  public static TrustAnchors iana() {
    try (InputStream in = TrustAnchors.class.getResourceAsStream("/dnssec/root-anchor.zone")) {
      if (in == null) {
        throw new IllegalStateException("the root anchor is not in the program");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads DS or DNSKEY records in zone-file form.
   *
   * @throws IOException where the text is no zone file, or holds neither
   */
  public static TrustAnchors read(InputStream in) throws IOException {
    List<DSRecord> all = new ArrayList<>();
    Master master = new Master(in, Name.root, 0);
    for (Record one = master.nextRecord(); one != null; one = master.nextRecord()) {
      if (one instanceof DSRecord ds) {
        all.add(ds);
      } else if (one instanceof DNSKEYRecord key) {
        all.add(new DSRecord(key.getName(), DClass.IN, 0, DNSSEC.Digest.SHA256, key));
      }
    }
    if (all.isEmpty()) {
      throw new IOException("no DS or DNSKEY record");
    }
    return new TrustAnchors(all);
  }

  /** The anchors of a zone; empty where there is none. */
  List<DSRecord> at(Name zone) {
    return ds.stream().filter(one -> one.getName().equals(zone)).toList();
  }
}
