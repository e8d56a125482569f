package certbotdoctor.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * Measures reading against its peers and prints ratios: {@code LAUNCHER [PAIRS [MEGABYTES]]}. The
 * two commands of a row run in turn, and the row gives the median of each; CPU is user and system
 * time of the whole process.
 */
public final class ReadingBenchmark {
  private static final PrintStream OUT = System.out;

  private final String launcher;
  private final int pairs;
  private final Path folder;

  private ReadingBenchmark(String launcher, int pairs, Path folder) {
    this.launcher = launcher;
    this.pairs = pairs;
    this.folder = folder;
  }

  /** Medians of some runs of a command: seconds of CPU and of the clock. */
  private record Cost(double cpu, double wall) {}

  /** Runs all rows. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int pairs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    int large = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
    Path folder = Files.createTempDirectory("certbot-doctor-bench");
    try {
      new ReadingBenchmark(arguments[0], pairs, folder).run(large);
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private void run(int large) throws IOException, InterruptedException {
    Path small = log("small.log", 300_000, 0.5);
    pair("300 KB to HTML : certbot --version", html(small), "certbot --version");
    Path big = log("big.log", large * 1_000_000L, 0.02);
    pair(large + " MB : grep -c", html(big), "grep -c 'DNS problem' " + big);
    pair(large + " MB : wc -l", html(big), "wc -l " + big);
    Path packed = packed(big);
    pair(large + " MB gzip : zgrep -c", html(packed), "zgrep -c 'DNS problem' " + packed);
    Files.delete(packed);
    Path half = log("half.log", large * 200_000L, 0.02);
    Path quarter = log("quarter.log", large * 100_000L, 0.02);
    pair("growth, a fifth : a tenth", html(half), html(quarter));
    Path double2 = log("double.log", large * 400_000L, 0.02);
    pair("growth, two fifths : a fifth", html(double2), html(half));
    doubled("one line", "x");
    doubled("one record", "a line of a record\n");
    doubled("nesting", "{\"a\":");
    doubled("garbage", "\u0000\u00ff\u0080%{[(");
    memory("peak memory, " + large / 20 + " MB", log("m.log", large * 50_000L, 0.02));
    memory("peak memory, " + large + " MB", big);
    for (int findings : List.of(1, 1000, 100_000)) {
      Path failures = failures(findings);
      memory("findings to HTML, " + findings, failures);
      Files.delete(failures);
    }
  }

  private String html(Path log) {
    return launcher + " --offline -o " + folder.resolve("report.html") + " " + log;
  }

  private void doubled(String what, String piece) throws IOException, InterruptedException {
    Path[] logs = new Path[2];
    for (int i = 0; i < 2; i++) {
      int bytes = 4_000_000 * (i + 1);
      logs[i] = folder.resolve("doubled" + i + ".log");
      String head = "2026-01-02 03:04:05,678:DEBUG:certbot._internal.main:certbot version: 2.1.0\n";
      String start = "2026-01-02 03:04:06,678:DEBUG:some.program:";
      Files.writeString(
          logs[i], head + start + piece.repeat(bytes / piece.length()), StandardCharsets.UTF_8);
    }
    pair("doubling, " + what, html(logs[1]), html(logs[0]));
  }

  private void pair(String name, String first, String second)
      throws IOException, InterruptedException {
    List<Cost> firsts = new ArrayList<>();
    List<Cost> seconds = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      firsts.add(cost(first));
      seconds.add(cost(second));
    }
    Cost a = median(firsts);
    Cost b = median(seconds);
    OUT.printf(
        Locale.ROOT,
        "%-36s CPU %6.2f (%.3f s : %.3f s)  wall %6.2f (%.3f s : %.3f s)%n",
        name,
        a.cpu / b.cpu,
        a.cpu,
        b.cpu,
        a.wall / b.wall,
        a.wall,
        b.wall);
  }

  private void memory(String name, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", "exec " + html(log))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long started = System.nanoTime();
    String peak = "";
    while (process.isAlive()) {
      Path status = Path.of("/proc/" + process.pid() + "/status");
      try {
        for (String line : Files.readAllLines(status)) {
          peak = line.startsWith("VmHWM") ? line.replaceAll("\\D", "") : peak;
        }
      } catch (IOException e) {
        break; // it has just ended
      }
      Thread.sleep(5);
    }
    process.waitFor();
    OUT.printf(
        Locale.ROOT,
        "%-36s %5.1f MiB  %.2f s%n",
        name,
        peak.isEmpty() ? 0 : Integer.parseInt(peak) / 1024.0,
        (System.nanoTime() - started) / 1e9);
  }

  /** Output goes to a file: into nothing, grep would end at its first match. */
  private Cost cost(String command) throws IOException, InterruptedException {
    String timed =
        "TIMEFORMAT='%U %S %R'; { time { "
            + command
            + " >"
            + folder.resolve("out")
            + " 2>&1; }; } 2>&1";
    Process process = new ProcessBuilder("bash", "-c", timed).start();
    String[] said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
            .strip()
            .split(" ");
    process.waitFor();
    double[] times = Arrays.stream(said).mapToDouble(Double::parseDouble).toArray();
    return new Cost(times[0] + times[1], times[2]);
  }

  private static Cost median(List<Cost> costs) {
    double[] cpu = costs.stream().mapToDouble(Cost::cpu).sorted().toArray();
    double[] wall = costs.stream().mapToDouble(Cost::wall).sorted().toArray();
    return new Cost(cpu[cpu.length / 2], wall[wall.length / 2]);
  }

  private Path log(String name, long bytes, double failing) throws IOException {
    Path log = folder.resolve(name);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 20)) {
      new LogGenerator(out, 1, failing, failing > 0.1 ? 6 : 200).bytes(bytes);
    }
    return log;
  }

  private Path failures(int count) throws IOException {
    Path log = folder.resolve("failures.log");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 20)) {
      new LogGenerator(out, 1, 1, count).runs(count);
    }
    return log;
  }

  private Path packed(Path log) throws IOException {
    Path packed = folder.resolve("big.log.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
      Files.copy(log, out);
    }
    return packed;
  }
}
