package certbotdoctor.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people and programs put around certbot's words changes nothing of what they mean. */
class WrappedInputTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> SAMPLES =
      List.of(
          "other-value-terminal",
          "lock-held-terminal",
          "plugin-not-installed-terminal",
          "hook-exit-1-terminal");

  /** Debug logs, whose records have headers of their own. */
  private static final List<String> LOGS =
      List.of("wrong-value-pebble-log", "hook-exit-1-log", "two-names-one-fails-log");

  private record Wrapper(String name, UnaryOperator<String> text, Charset charset) {
    static Wrapper lines(String name, UnaryOperator<String> line) {
      return of(name, text -> text.lines().map(line).collect(Collectors.joining("\n", "", "\n")));
    }

    static Wrapper of(String name, UnaryOperator<String> text) {
      return new Wrapper(name, text, StandardCharsets.UTF_8);
    }
  }

  private static List<Wrapper> wrappers() {
    return List.of(
        Wrapper.lines("syslog", line -> "Aug  1 03:17:42 web certbot[123]: " + line),
        Wrapper.lines(
            "journal with ISO time", line -> "2026-08-01T03:17:42+0200 web certbot[123]: " + line),
        Wrapper.lines("journal as JSON", WrappedInputTest::journal),
        Wrapper.lines("docker-compose", line -> "certbot_1  | " + line),
        Wrapper.lines("comment", line -> "# " + line),
        Wrapper.lines("tab", line -> "\t" + line),
        Wrapper.lines("quoted mail", line -> "> " + line),
        Wrapper.of("CRLF", text -> text.replace("\n", "\r\n")),
        new Wrapper("UTF-16 with a mark", text -> text, StandardCharsets.UTF_16),
        new Wrapper("not UTF-8", text -> "caf\u00e9\n\n" + text, StandardCharsets.ISO_8859_1),
        Wrapper.of("HTML", text -> "<pre>\n" + html(text) + "</pre>\n"),
        Wrapper.of("Markdown fence", text -> "It fails:\n\n```\n" + text + "```\n"),
        Wrapper.of("Markdown fence on the lines", text -> "```" + text.strip() + "```\n"),
        Wrapper.of("Markdown indentation", text -> "It fails:\n\n" + text.indent(4) + "\nWhy?\n"),
        Wrapper.lines("build log", line -> "2026-08-01T03:17:42.1234567Z " + line),
        Wrapper.lines("time in brackets", line -> "[2026-08-01 03:17:42] " + line),
        Wrapper.lines("unknown prefix", line -> "web-7 <certbot/8>: " + line),
        Wrapper.of("line numbers", WrappedInputTest::numbered),
        Wrapper.lines("log shipper", WrappedInputTest::shipped),
        Wrapper.of("Ansible's result", WrappedInputTest::ansible),
        Wrapper.lines(
            "cut at the terminal's edge", line -> line.replaceAll("(.{80})(?=.)", "$1\n")),
        Wrapper.of("line breaks lost", text -> text.strip().replaceAll("\\s*\\n\\s*", " ") + "\n"),
        Wrapper.of("colours", text -> "\u001b[31m" + text.strip() + "\u001b[0m\n"),
        Wrapper.of("cut head", text -> "x of a line that was cut off\n" + text),
        Wrapper.of("cut tail", text -> text.stripTrailing()),
        Wrapper.of("typographic marks", WrappedInputTest::typographic),
        Wrapper.of("mail, quoted-printable", text -> mail("quoted-printable", quoted(text))),
        Wrapper.of("mail, base64", text -> mail("base64", base64(text))),
        Wrapper.lines("journal, verbose", line -> entry("    ", line)),
        Wrapper.lines("journal, for export", line -> entry("", line) + "\n"));
  }

  /** What may be around a debug log without hiding where its records begin. */
  private static List<Wrapper> wrappersOfLogs() {
    return List.of(
        Wrapper.of("typographic marks", WrappedInputTest::typographic),
        Wrapper.of("mail, quoted-printable", text -> mail("quoted-printable", quoted(text))),
        Wrapper.of("mail, base64", text -> mail("base64", base64(text))),
        Wrapper.of("CRLF", text -> text.replace("\n", "\r\n")),
        Wrapper.of("line breaks lost", text -> text.strip().replaceAll("\\s*\\n\\s*", " ") + "\n"),
        Wrapper.lines(
            "cut at the terminal's edge", line -> line.replaceAll("(.{120})(?=.)", "$1\n")));
  }

  /** As a forum's software or a word processor sets it. */
  private static String typographic(String text) {
    return text.replaceAll("(?m)(^|[\\s(\\[{=:])\"", "$1\u201c")
        .replace('"', '\u201d')
        .replaceAll("(?m)(^|[\\s(\\[{=:])'", "$1\u2018")
        .replace('\'', '\u2019')
        .replaceAll("(?<=\\W)--(?=[a-z])", "\u2013");
  }

  private static String mail(String encoding, String body) {
    return "From root@host.example Sat Aug  1 03:17:42 2026\n"
        + "To: root@host.example\nSubject: Cron <root@host> certbot renew\n"
        + "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: "
        + encoding
        + "\n\n"
        + body;
  }

  private static String base64(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n";
  }

  /** RFC 2045, section 6.7, with lines of at most 76 characters. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    int column = 0;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= ' ' && b < 127 && b != '=';
      String unit = b == '\n' || plain ? String.valueOf((char) b) : String.format("=%02X", b);
      if (b != '\n' && column + unit.length() > 75) {
        quoted.append("=\n");
        column = 0;
      }
      quoted.append(unit);
      column = b == '\n' ? 0 : column + unit.length();
    }
    return quoted.toString();
  }

  private static String entry(String indent, String line) {
    return String.join(
        "\n" + indent,
        "Sat 2026-08-01 03:17:42.000001 CEST [s=1f;i=2;b=3;m=4;t=5;x=6]",
        "_TRANSPORT=stdout",
        "PRIORITY=6",
        "SYSLOG_IDENTIFIER=certbot",
        "MESSAGE=" + line,
        "_SYSTEMD_UNIT=certbot.service");
  }

  private static String journal(String line) {
    return JSON.createObjectNode()
        .put("__REALTIME_TIMESTAMP", "1785547062000000")
        .put("_HOSTNAME", "web")
        .put("SYSLOG_IDENTIFIER", "certbot")
        .put("MESSAGE", line)
        .toString();
  }

  private static String numbered(String text) {
    StringBuilder all = new StringBuilder();
    int number = 1;
    for (String line : text.lines().toList()) {
      all.append(String.format("%6d\t%s%n", number, line));
      number++;
    }
    return all.toString();
  }

  private static String shipped(String line) {
    return JSON.createObjectNode()
        .put("timestamp", "2026-08-01T03:17:42Z")
        .put("level", "info")
        .put("message", line)
        .toString();
  }

  private static String ansible(String text) {
    String result =
        JSON.createObjectNode().put("rc", 1).put("stdout", "").put("stderr", text).toString();
    return "fatal: [web]: FAILED! => " + result + "\n";
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @TestFactory
  Stream<DynamicTest> sameCauses() {
    return Stream.concat(tests(SAMPLES, wrappers()), tests(LOGS, wrappersOfLogs()));
  }

  private static Stream<DynamicTest> tests(List<String> samples, List<Wrapper> wrappers) {
    return samples.stream()
        .flatMap(
            sample ->
                wrappers.stream()
                    .map(
                        wrapper ->
                            DynamicTest.dynamicTest(
                                sample + ", " + wrapper.name(), () -> check(sample, wrapper))));
  }

  private static void check(String name, Wrapper wrapper) throws IOException {
    String text = Files.readString(Sample.named(name).inputs().get(0));

    assertThat(causes(wrapper.text().apply(text).getBytes(wrapper.charset())))
        .isNotEmpty()
        .isEqualTo(causes(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The first cause of each diagnosis with its verdict and names. */
  private static List<String> causes(byte[] input) throws IOException {
    JsonNode report = JSON.readTree(Execution.piped(input, "--offline", "-f", "json").stdout());
    List<String> causes = new ArrayList<>();
    for (JsonNode one : report.path("diagnoses")) {
      causes.add(
          one.path("cause").asText()
              + " "
              + one.path("verdict").asText()
              + " "
              + one.path("identifiers"));
    }
    return causes;
  }
}
