package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Compressed logs are told by their content, read as plain ones, and complained of when damaged.
 */
class PackedInputTest {
  private static final Path LOG = Path.of("samples/wrong-value-quotes-log/letsencrypt.log");

  @TempDir private Path scratch;

  enum Packer {
    GZIP {
      @Override
      OutputStream over(OutputStream out) throws IOException {
        return new GZIPOutputStream(out);
      }
    },
    XZ {
      @Override
      OutputStream over(OutputStream out) throws IOException {
        return new XZOutputStream(out, new LZMA2Options(1));
      }
    };

    abstract OutputStream over(OutputStream out) throws IOException;

    byte[] pack(byte[] bytes) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = over(packed)) {
        out.write(bytes);
      }
      return packed.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  void packedLogIsReadLikeThePlainOne(Packer packer) throws IOException {
    Path file = scratch.resolve("letsencrypt.log");
    Files.write(file, packer.pack(Files.readAllBytes(LOG)));
    Execution packed = Execution.of("--offline", "-q", file.toString());
    assertThat(packed.out()).isEqualTo(Execution.of("--offline", "-q", LOG.toString()).out());
    assertThat(packed.code()).isEqualTo(3);
    Execution piped = Execution.piped(Files.readAllBytes(file), "--offline", "-q");
    assertThat(piped.out()).isEqualTo(packed.out());
  }

  @ParameterizedTest
  @EnumSource
  void directoryIsReadWithItsPackedRotations(Packer packer) throws IOException {
    Files.copy(
        Path.of("samples/success-single-name-log/letsencrypt.log"),
        scratch.resolve("letsencrypt.log"));
    Files.write(scratch.resolve("letsencrypt.log.1"), packer.pack(Files.readAllBytes(LOG)));
    Execution run = Execution.of("--offline", "-f", "json", scratch.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("letsencrypt.log.1", "txt-whitespace-or-quotes");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GZIP, 8", "XZ, 8", "GZIP, 600", "XZ, 600"})
  void cutOffFileIsNamedInOneSentence(Packer packer, int length) throws IOException {
    byte[] whole = packer.pack(Files.readAllBytes(LOG));
    Path file = Files.write(scratch.resolve("cut"), Arrays.copyOf(whole, length));
    assertComplaint(Execution.of("--offline", file.toString()));
  }

  @ParameterizedTest
  @EnumSource
  void damagedFileIsNamedInOneSentence(Packer packer) throws IOException {
    byte[] bytes = packer.pack(Files.readAllBytes(LOG));
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 40, (byte) 0x5a);
    Path file = Files.write(scratch.resolve("damaged"), bytes);
    assertComplaint(Execution.of("--offline", file.toString()));
  }

  @ParameterizedTest
  @EnumSource
  void whatComesBeforeACutIsAnalysed(Packer packer) throws IOException {
    byte[] log = Files.readAllBytes(LOG);
    byte[] first = packer.pack(log);
    byte[] both = Arrays.copyOf(first, first.length * 2 - 200);
    System.arraycopy(first, 0, both, first.length, first.length - 200);
    Path file = Files.write(scratch.resolve("cut"), both);
    Execution run = Execution.of("--offline", file.toString());
    assertThat(run.err().lines()).singleElement().asString().contains("cut", "damaged");
    assertThat(run.code()).isEqualTo(3);
  }

  private static void assertComplaint(Execution run) {
    assertThat(run.err().lines()).singleElement().asString().contains("damaged", "cut off");
    assertThat(run.err()).doesNotContain("Exception");
    assertThat(run.code()).isEqualTo(5);
  }
}
