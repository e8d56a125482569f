package certbotdoctor.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** A way in which an input is compressed, known by its first bytes, never by its name. */
enum Packing {
  /** RFC 1952, section 2.3.1; several members one after the other are one input. */
  GZIP("gzip", "\u001f\u008b"),
  /** The .xz file format, section 2.1.1.1; several streams one after the other are one input. */
  XZ("xz", "\u00fd7zXZ\0"),
  /** RFC 8878, section 3.1.1. */
  ZSTD("zstd", "(\u00b5/\u00fd"),
  BZIP2("bzip2", "BZh"),
  ZIP("zip", "PK\3\4");

  /** How many of an input's first bytes tell how it is packed. */
  static final int HEAD = 6;

  private static final int BUFFER = 64 * 1024;

  /** Memory for unpacking xz; {@code xz -9} asks for 65 MiB (manual of xz, "-0 ... -9"). */
  private static final int MOST_KIB = 128 * 1024;

  private final String word;

  /** The first bytes, one character each. */
  private final String magic;

  Packing(String word, String magic) {
    this.word = word;
    this.magic = magic;
  }

  /** The packing that an input with this beginning has; null where it is not packed. */
  static @Nullable Packing of(byte[] head) {
    String beginning = new String(head, StandardCharsets.ISO_8859_1);
    for (Packing packing : values()) {
      if (beginning.startsWith(packing.magic)) {
        return packing;
      }
    }
    return null;
  }

  /**
   * The unpacked content, streaming. Where the packed bytes break off, so does the content, and
   * closing it fails.
   *
   * @param name how the report calls the input
   * @param packed closed where this fails
   * @throws InputException when this program does not read this packing, or the input does not even
   *     begin as it should
   */
  InputStream unpack(String name, InputStream packed) throws InputException, IOException {
    if (!readable()) {
      packed.close();
      throw new InputException(
          name + " is compressed with " + word + "; unpack it first and pass the result.");
    }
    try {
      SalvagedStream salvaged = new SalvagedStream(over(packed));
      InputStream unpacked = new BufferedInputStream(salvaged, BUFFER);
      unpacked.mark(1);
      if (unpacked.read() >= 0) {
        unpacked.reset();
        return unpacked;
      }
      if (!salvaged.failed()) {
        return unpacked;
      }
    } catch (IOException e) {
      // its very beginning is damaged: said below, like a fault in the first block
    }
    packed.close();
    throw new InputException(
        name + " cannot be unpacked: as a file of " + word + " it is damaged or was cut off.");
  }

  private boolean readable() {
    return this == GZIP || this == XZ;
  }

  /** The classes for xz are loaded here, not before. */
  private InputStream over(InputStream packed) throws IOException {
    return this == GZIP ? new GZIPInputStream(packed, BUFFER) : new XZInputStream(packed, MOST_KIB);
  }
}
