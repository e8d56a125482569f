package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log on a disk that is full before the command has written all of it. */
@Tag("full")
class FullLogDiskTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void fullDiskIsNamed() throws Exception {
    assumeTrue(LabSpace.possible(List.of("mount")), "a disk can be made");
    Path disk = Files.createDirectories(directory.resolve("disk"));
    try (LabSpace space = new LabSpace(directory)) {
      space.shell("mount -t tmpfs -o size=16k none '" + disk + "'");
      List<String> words =
          new ArrayList<>(CaptureLab.doctor("run", "--offline", "--logs-dir", disk + "", "--"));
      words.addAll(List.of("sh", "-c", "cat /dev/zero > '" + disk + "/letsencrypt.log'; exit 5"));
      assertThat(space.builder(words).start().waitFor()).isEqualTo(5);
    }
    assertThat(Files.readString(directory.resolve("lab.log")))
        .contains("the disk that holds " + disk + " is full");
  }
}
