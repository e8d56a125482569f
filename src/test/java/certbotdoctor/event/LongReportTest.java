package certbotdoctor.event;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.ca.CaTextReader;
import certbotdoctor.catalog.Catalog;
import certbotdoctor.event.EventReader.Reading;
import certbotdoctor.log.LogRecord;
import certbotdoctor.log.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long report gives the same events whether its problems are told after examples or read. */
class LongReportTest {
  private static final String BEFORE = "2026-01-02 03:04:04,001:DEBUG:some.program:text\n";
  private static final String HEADER =
      "2026-01-02 03:04:05,678:DEBUG:certbot._internal.display.obj:Notifying user: \n"
          + "Certbot failed to authenticate some domains (authenticator: dns-cloudflare)."
          + " The Certificate Authority reported these problems:\n";
  private static final String HINT =
      "Hint: The Certificate Authority failed to verify the DNS TXT records created by"
          + " --dns-cloudflare. Ensure the above domains are hosted by this DNS provider, or try"
          + " increasing --dns-cloudflare-propagation-seconds (currently 10 seconds).\n\n";

  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w.-])(?:_acme-challenge\\.)?((?:[a-z0-9-]+\\.)+(?:org|net|com|test))");

  /** Labels of names that a grammar may take for something else. */
  private static final List<String> ODD =
      List.of(
          "1", "12.34", "xxx.xx", "XX", "beef", "*", "sub_domain", "e-", "timeout", "for", "IP");

  private final EventReader reader = new EventReader(Catalog.builtIn());

  private static List<String> vectors() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/ca/vectors.tsv")).stream()
        .filter(line -> !line.startsWith("#") && line.indexOf('\t') >= 0)
        .toList();
  }

  static Stream<List<String>> hundreds() throws IOException {
    List<String> all = vectors();
    return IntStream.range(0, (all.size() + 99) / 100)
        .mapToObj(i -> all.subList(100 * i, Math.min(all.size(), 100 * i + 100)));
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  /** One problem of a vector, about another name. */
  private static String problem(String vector, String name) {
    List<String> fields = List.of(vector.split("\t", -1));
    Matcher own = NAME.matcher(fields.get(1));
    String text = own.find() ? fields.get(1).replace(own.group(1), name) : fields.get(1);
    String type = fields.get(0).isBlank() ? "None" : fields.get(0);
    return "  Domain: " + name + "\n  Type:   " + type + "\n  Detail: " + text + "\n\n";
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void everyTextOfACaIsToldAsItIsRead(List<String> vectors) throws IOException {
    for (String vector : vectors) {
      StringBuilder report = new StringBuilder(HEADER);
      for (int i = 0; report.length() < 8000; i++) {
        report.append(problem(vector, "shop" + i + ".example.org"));
      }
      compare(BEFORE + report + HINT, vector);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyReportIsToldAsItIsRead(int seed) throws IOException {
    Random random = new Random(seed);
    List<String> all = vectors();
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      chosen.add(all.get(random.nextInt(all.size())));
    }
    StringBuilder report = new StringBuilder(random.nextInt(4) == 0 ? BEFORE : HEADER);
    for (int i = 0; i < 60 + random.nextInt(60); i++) {
      String odd = ODD.get(random.nextInt(ODD.size()));
      String label = random.nextInt(20) == 0 ? odd : "w" + random.nextInt(90);
      report.append(problem(chosen.get(random.nextInt(chosen.size())), label + ".example.net"));
      switch (random.nextInt(40)) {
        case 0 -> report.setLength(report.length() - 1);
        case 1 -> report.append(HINT);
        case 2 -> report.append("Some challenges have failed.\n");
        case 3 -> report.append("Hook '--manual-auth-hook' ran with output:\n");
        case 4 -> report.append("  Detail: more\n\n");
        default -> {}
      }
    }
    String more = "2026-01-02 03:04:06,001:ERROR:certbot._internal.log:Some challenges failed.\n";
    compare(report + (random.nextBoolean() ? HINT : "") + more, "seed " + seed);
  }

  @Test
  void mostOfALongReportIsNotReadByTheGrammar() throws IOException {
    StringBuilder report = new StringBuilder(HEADER);
    List<String> vectors = vectors().subList(0, 3);
    for (int i = 0; i < 900; i++) {
      report.append(problem(vectors.get(i % 3), "shop" + i + ".example.org"));
    }
    List<LogRecord> read = new ArrayList<>();
    Reading reading =
        LongReport.read(
            records(report + HINT).get(0),
            new LongReport.Texts(new CaTextReader()),
            record -> {
              read.add(record);
              return reader.readWhole(record);
            });
    assertThat(reading).isNotNull();
    assertThat(read).hasSize(1);
    assertThat(read.get(0).text().split("Domain:", -1)).hasSizeLessThan(20);
  }

  private void compare(String log, String what) throws IOException {
    for (LogRecord record : records(log)) {
      assertThat(reader.read(record)).as(what).isEqualTo(reader.readWhole(record));
    }
  }

  private static List<LogRecord> records(String log) throws IOException {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    List<LogRecord> records = new ArrayList<>();
    try (RecordReader all = new RecordReader("log", new ByteArrayInputStream(bytes))) {
      all.forEachRemaining(records::add);
    }
    return records;
  }
}
