package certbotdoctor.log;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.core.SourceSpan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of any bytes: nothing lost, nothing twice, the same however the bytes arrive. */
class RecordReaderTest {
  private static final int SEEDS = 1000;
  private static final Pattern HEADER =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}:[A-Z]{4,8}:");

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spansCoverTheInputAndRecordsHoldTheirBytes(int seed) throws IOException {
    byte[] input = new Bytes(seed).make();
    long end = 0;
    long line = 1;
    for (LogRecord record : records(new ByteArrayInputStream(input))) {
      SourceSpan span = record.span();
      assertThat(span.firstByte()).isEqualTo(end);
      assertThat(span.firstLine()).isEqualTo(line);
      end = span.endByte();
      byte[] slice = Arrays.copyOfRange(input, (int) span.firstByte(), (int) end);
      long newlines = newlines(slice);
      assertThat(span.lastLine()).isEqualTo(line + newlines - (endsOpen(slice) ? 0 : 1));
      line += newlines;
      assertThat(record.cut()).isEqualTo(slice.length > RecordReader.MOST_OF_RECORD);
      assertThat(record.bytes())
          .isEqualTo(Arrays.copyOf(slice, Math.min(slice.length, RecordReader.MOST_OF_RECORD)));
    }
    assertThat(end).isEqualTo(input.length);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyHeaderStartsARecord(int seed) throws IOException {
    byte[] input = new Bytes(seed).make();
    for (LogRecord record : records(new ByteArrayInputStream(input))) {
      String text = new String(record.bytes(), StandardCharsets.ISO_8859_1);
      assertThat(HEADER.matcher(text).lookingAt()).isEqualTo(record.headed());
      for (int at = text.indexOf('\n') + 1; at > 0; at = text.indexOf('\n', at) + 1) {
        assertThat(HEADER.matcher(text).region(at, text.length()).lookingAt()).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void arrivalOfTheBytesDoesNotMatter(int seed) throws IOException, InputException {
    byte[] input = new Bytes(seed).make();
    List<String> whole = described(new ByteArrayInputStream(input));
    assertThat(described(new Trickle(input, new Random(seed)))).isEqualTo(whole);
    InputStream unpacked =
        LogInput.stream("x", new Trickle(packed(input), new Random(seed))).open();
    InputStream plain = LogInput.stream("x", new ByteArrayInputStream(input)).open();
    assertThat(described(unpacked)).isEqualTo(described(plain));
  }

  @Test
  void appendedGzipMembersAreOneInput() throws IOException, InputException {
    byte[] first = "2026-01-02 03:04:05,678:DEBUG:certbot:one\n".getBytes(StandardCharsets.UTF_8);
    byte[] second = "2026-01-02 03:04:06,678:INFO:certbot:two\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(packed(first));
    both.write(packed(second));
    InputStream in = LogInput.stream("x", new ByteArrayInputStream(both.toByteArray())).open();
    assertThat(records(in)).extracting(LogRecord::headed).containsExactly(true, true);
  }

  @Test
  void wideTextIsReadAsItsCharacters() throws IOException, InputException {
    String text =
        "2026-01-02 03:04:05,678:DEBUG:certbot:caf\u00e9 \ud83d\udd12 \u4e2d\n".repeat(3000);
    byte[] marked = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
    InputStream in = LogInput.stream("x", new ByteArrayInputStream(marked)).open();
    assertThat(in.readAllBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<LogRecord> records(InputStream in) throws IOException {
    List<LogRecord> records = new ArrayList<>();
    try (RecordReader reader = new RecordReader("x", in)) {
      while (reader.hasNext()) {
        records.add(reader.next());
      }
    }
    return records;
  }

  private static List<String> described(InputStream in) throws IOException {
    return records(in).stream()
        .map(one -> one.span() + " " + one.headed() + " " + Arrays.hashCode(one.bytes()))
        .toList();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static long newlines(byte[] bytes) {
    long count = 0;
    for (byte one : bytes) {
      count += one == '\n' ? 1 : 0;
    }
    return count;
  }

  private static boolean endsOpen(byte[] bytes) {
    return bytes[bytes.length - 1] != '\n';
  }

  /** Bytes that look like a log, more or less. */
  private static final class Bytes {
    private final Random random;
    private final boolean large;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();

    Bytes(int seed) {
      this.random = new Random(seed);
      this.large = seed % 100 == 0;
    }

    byte[] make() {
      int pieces = random.nextInt(40);
      for (int i = 0; i < pieces; i++) {
        piece(random.nextInt(12));
      }
      return made.toByteArray();
    }

    private void piece(int kind) {
      switch (kind) {
        case 0, 1, 2 -> text("2026-01-02 03:04:05,678:DEBUG:certbot._internal.main:words\n");
        case 3 -> text("2026-01-02 03:04:05,678:CRITICAL:acme.client:\r\n");
        case 4 -> text("2026-01-02 03:04:05,678:DEB");
        case 5 -> text("\n".repeat(random.nextInt(5)));
        case 6 -> text("continued, not headed\r\n");
        case 7 -> text("\0".repeat(random.nextInt(300)));
        case 8 -> text("2026-01-02 03:04:05,678:debug:no level\n");
        case 9 -> text("x".repeat(random.nextInt(large ? 1_500_000 : 3000)));
        case 10 -> text("line\n".repeat(random.nextInt(large ? 100_000 : 500)));
        default -> noise();
      }
    }

    private void text(String text) {
      made.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void noise() {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      made.writeBytes(noise);
    }
  }

  /** A stream that gives what it likes. */
  private static final class Trickle extends InputStream {
    private final byte[] bytes;
    private final Random random;
    private int next;

    Trickle(byte[] bytes, Random random) {
      this.bytes = bytes;
      this.random = random;
    }

    @Override
    public int read() {
      return next < bytes.length ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (next == bytes.length) {
        return -1;
      }
      int most = Math.min(length, bytes.length - next);
      int count = Math.min(most, 1 + random.nextInt(bytes.length > 100_000 ? 50_000 : 40));
      System.arraycopy(bytes, next, target, offset, count);
      next += count;
      return count;
    }
  }
}
