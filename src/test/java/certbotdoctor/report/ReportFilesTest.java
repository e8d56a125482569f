package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private final Report report = SampleReports.staleRecord();
  private final ReportFiles files = new ReportFiles(Style.PLAIN);

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void eachFileHasTheFormatOfItsExtension() throws Exception {
    files.write(
        report,
        Stream.of("a.html", "a.MD", "a.txt", "a.json", "a.prom").map(folder::resolve).toList());
    assertThat(names()).containsExactly("a.MD", "a.html", "a.json", "a.prom", "a.txt");
    assertThat(folder.resolve("a.html")).content().startsWith("<!DOCTYPE html>");
    assertThat(folder.resolve("a.json")).content().isEqualTo(Rendered.of(Format.JSON, report));
  }

  @Test
  void anExistingFileIsReplacedAndKeepsItsPermissions() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    files.write(report, List.of(file));
    assertThat(file).content().startsWith("FAILED");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path file = Files.writeString(folder.resolve("real.txt"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("a.txt"), file);
    files.write(report, List.of(link));
    assertThat(link).isSymbolicLink();
    assertThat(file).content().startsWith("FAILED");
  }

  @Test
  void whenOneFileFailsNoneIsChanged() throws Exception {
    Path good = Files.writeString(folder.resolve("a.html"), "before");
    Path missing = folder.resolve("no/such/folder/a.json");
    assertThatThrownBy(() -> files.write(report, List.of(good, missing)))
        .isInstanceOf(ReportWriteException.class)
        .hasMessage("cannot write " + missing + ": the folder does not exist");
    assertThat(good).content().isEqualTo("before");
    assertThat(names()).containsExactly("a.html");
  }

  @Test
  void aFolderAndAnUnknownExtensionAreRefused() {
    assertThatThrownBy(() -> files.write(report, List.of(folder.resolve("a.pdf"))))
        .isInstanceOf(ReportWriteException.class)
        .hasMessageContaining("the extension must be one of .html .md .txt .json .prom");
    assertThatThrownBy(
            () -> files.write(report, List.of(Files.createDirectory(folder.resolve("d.html")))))
        .isInstanceOf(ReportWriteException.class)
        .hasMessageContaining("it is a folder");
  }

  @Test
  void aFullDiskIsSaid() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Path full = Files.createSymbolicLink(folder.resolve("a.json"), Path.of("/dev/full"));
    assertThatThrownBy(() -> files.write(report, List.of(full)))
        .isInstanceOf(ReportWriteException.class)
        .hasMessage("cannot write " + full + ": the disk is full");
    assertThat(full).isSymbolicLink();
  }

  @Test
  void aClosedPipeIsSaid() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    for (Format format : Format.values()) {
      assertThatThrownBy(() -> files.write(report, format, closed, "standard output"))
          .isInstanceOf(ReportWriteException.class)
          .hasMessage("cannot write to standard output: the reader has closed the pipe");
    }
  }
}
