package certbotdoctor.probe.dns.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import org.xbill.DNS.Name;

/**
 * Random case of a query name (draft-vixie-dnsext-dns0x20), as the CA's resolver uses it. The
 * letters depend on the seed and the question alone, not on the order of questions.
 */
record RandomCase(long seed) {

  /** The name in random letters. */
  Name spell(DnsQuery query) {
    Random random = new Random(seed ^ query.key().hashCode());
    byte[] wire = query.name().toWire();
    for (int at = 0; at < wire.length; at += (wire[at] & 0xFF) + 1) {
      for (int i = at + 1; i <= at + (wire[at] & 0xFF); i++) {
        if (isLetter(wire[i]) && random.nextBoolean()) {
          wire[i] ^= 0x20;
        }
      }
    }
    return read(wire);
  }

  /** The name with the case of every letter turned. */
  static Name turned(Name name) {
    byte[] wire = name.toWire();
    for (int i = 0; i < wire.length; i++) {
      if (isLetter(wire[i])) {
        wire[i] ^= 0x20;
      }
    }
    return read(wire);
  }

  /** Whether two names agree letter by letter, case included. */
  static boolean same(Name asked, Name echoed) {
    return Arrays.equals(asked.toWire(), echoed.toWire());
  }

  private static Name read(byte[] wire) {
    try {
      return new Name(wire);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLetter(byte octet) {
    int lower = octet | 0x20;
    return lower >= 'a' && lower <= 'z';
  }
}
