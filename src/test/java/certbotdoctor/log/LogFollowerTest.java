package certbotdoctor.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that grows, comes late, is rotated or cut off, read as it is written. */
class LogFollowerTest {
  @TempDir private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = directory.resolve("letsencrypt.log");
  }

  private static String record(int number) {
    return "2026-01-15 12:00:%02d,%03d:DEBUG:certbot._internal.main:record %d%n"
        .formatted(number / 1000 % 60, number % 1000, number)
        .replace("\r\n", "\n");
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static List<String> texts(List<LogRecord> records) {
    return records.stream().map(one -> one.text().strip().replaceAll(".*:", "")).toList();
  }

  @Test
  void whatWasThereBeforeIsPassedOver() throws IOException {
    append(record(1));
    try (LogFollower follower = new LogFollower(file)) {
      append(record(2) + record(3));
      assertThat(texts(follower.look())).containsExactly("record 2");
      assertThat(texts(follower.look())).containsExactly("record 3");
      assertThat(follower.look()).isEmpty();
    }
  }

  @Test
  void fileIsFoundWhenItComesLate() throws IOException {
    try (LogFollower follower = new LogFollower(file)) {
      assertThat(follower.look()).isEmpty();
      assertThat(follower.found()).isFalse();
      append(record(1));
      assertThat(follower.look()).isEmpty();
      assertThat(texts(follower.look())).containsExactly("record 1");
      assertThat(follower.found()).isTrue();
    }
  }

  @Test
  void recordOfSeveralLinesIsGivenWhenItIsComplete() throws IOException {
    try (LogFollower follower = new LogFollower(file)) {
      append(record(1).strip() + " begins\n  goes on\n");
      assertThat(follower.look()).isEmpty();
      append("  and ends\n" + record(2));
      assertThat(follower.look())
          .singleElement()
          .satisfies(one -> assertThat(one.text()).contains("begins", "goes on", "and ends"));
    }
  }

  @Test
  void restOfTheOldFileComesBeforeTheNewOne() throws IOException {
    append(record(1));
    try (LogFollower follower = new LogFollower(file)) {
      append(record(2));
      Files.move(file, directory.resolve("letsencrypt.log.1"));
      append(record(3) + record(4));
      assertThat(texts(follower.look())).containsExactly("record 2", "record 3");
      assertThat(texts(follower.look())).containsExactly("record 4");
    }
  }

  @Test
  void fileThatCameAndWentBetweenTwoLooksIsReadToo() throws IOException {
    append(record(1));
    try (LogFollower follower = new LogFollower(file)) {
      Files.move(file, directory.resolve("letsencrypt.log.2"));
      append(record(2));
      Files.move(file, directory.resolve("letsencrypt.log.1"));
      append(record(3));
      List<LogRecord> all = new ArrayList<>(follower.look());
      all.addAll(follower.look());
      assertThat(texts(all)).containsExactly("record 2", "record 3");
    }
  }

  @Test
  void truncatedFileIsReadFromItsBeginning() throws IOException {
    append(record(1) + record(2) + record(3));
    try (LogFollower follower = new LogFollower(file)) {
      Files.writeString(file, record(4), StandardOpenOption.TRUNCATE_EXISTING);
      follower.look();
      append(record(5));
      List<LogRecord> all = new ArrayList<>(follower.look());
      all.addAll(follower.look());
      assertThat(texts(all)).contains("record 5");
    }
  }

  @Test
  void removedFileThatComesBackIsFollowed() throws IOException {
    append(record(1));
    try (LogFollower follower = new LogFollower(file)) {
      Files.delete(file);
      assertThat(follower.look()).isEmpty();
      append(record(2));
      List<LogRecord> all = new ArrayList<>(follower.look());
      all.addAll(follower.look());
      assertThat(texts(all)).containsExactly("record 2");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void nothingIsLostOrTwiceHoweverTheWriterIsCut(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> expected = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    try (LogFollower follower = new LogFollower(file)) {
      for (int i = 0; i < 300; i++) {
        append(record(i));
        expected.add("record " + i);
        if (random.nextInt(4) == 0) {
          seen.addAll(texts(follower.look()));
        }
        if (random.nextInt(40) == 0) {
          seen.addAll(texts(follower.look()));
          Files.move(
              file,
              directory.resolve("letsencrypt.log.1"),
              java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
      seen.addAll(texts(follower.look()));
      seen.addAll(texts(follower.look()));
    }
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void bytesThatAreNoTextDoNoHarm() throws IOException {
    try (LogFollower follower = new LogFollower(file)) {
      Files.write(file, "\u0000\u00ff\n\n".getBytes(StandardCharsets.ISO_8859_1));
      follower.look();
      assertThat(follower.look()).hasSize(1);
    }
  }
}
