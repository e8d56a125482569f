package certbotdoctor.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build left in its directory. */
final class Artifacts {
  private static final Path TARGET = Path.of("target");

  private Artifacts() {}

  static Path tarball() throws IOException {
    return one("certbot-doctor-[0-9.]+\\.tar\\.gz");
  }

  static Path debianPackage() throws IOException {
    return one("certbot-doctor_[0-9.]+_all\\.deb");
  }

  /** The tarballs with a runtime of their own; none where no JDK could link one. */
  static List<Path> selfContained() throws IOException {
    return all("certbot-doctor-[0-9.]+-[a-z]+-\\w+\\.tar\\.gz");
  }

  private static Path one(String name) throws IOException {
    List<Path> found = all(name);
    assertThat(found).as("%s in target; packages are made by mvn package", name).hasSize(1);
    return found.get(0);
  }

  private static List<Path> all(String name) throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).toList();
    }
  }
}
