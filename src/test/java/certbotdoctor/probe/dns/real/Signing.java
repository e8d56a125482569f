package certbotdoctor.probe.dns.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Signs zones with BIND's tools. */
final class Signing {
  private final Path dir;

  Signing(Path dir) {
    this.dir = dir;
  }

  /** A signed zone and the DS record for its parent. */
  record Signed(String text, String ds) {}

  /** Signs a zone with a fresh key; further options are those of dnssec-signzone. */
  Signed sign(String zone, String algorithm, String text, String... options)
      throws IOException, InterruptedException {
    Path keys = Files.createDirectories(dir.resolve("keys-" + (zone.equals(".") ? "root" : zone)));
    Path file = keys.resolve("zone");
    Files.writeString(file, text);
    String size = algorithm.startsWith("RSA") ? "2048" : "";
    List<String> keygen = new ArrayList<>(List.of("dnssec-keygen", "-a", algorithm, "-f", "KSK"));
    if (!size.isEmpty()) {
      keygen.addAll(List.of("-b", size));
    }
    keygen.add(zone);
    String key = run(keys, keygen).lines().reduce("", (a, b) -> b).strip();
    List<String> sign =
        new ArrayList<>(List.of("dnssec-signzone", "-S", "-z", "-P", "-o", zone, "-f", "signed"));
    sign.addAll(List.of(options));
    sign.add("zone");
    run(keys, sign);
    String ds = run(keys, List.of("dnssec-dsfromkey", "-2", key + ".key"));
    return new Signed(Files.readString(keys.resolve("signed")), ds);
  }

  private static String run(Path dir, List<String> command)
      throws IOException, InterruptedException {
    Path output = dir.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command + ": " + Files.readString(output));
    }
    return Files.readString(output);
  }
}
