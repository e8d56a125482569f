package certbotdoctor.cli;

import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.dns.Resolvers;
import certbotdoctor.report.Report;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The recorded answers of a report.
 *
 * @param exchanges questions and answers
 * @param checked the names that they were asked for
 * @param resolvers the resolvers at which walks began, the preferred one first
 * @param publicResolvers the resolvers that were asked as the outside view
 * @param clock the time at which they were asked
 */
record Replay(
    List<Exchange> exchanges,
    List<Report.Checked> checked,
    List<InetSocketAddress> resolvers,
    List<InetSocketAddress> publicResolvers,
    Clock clock) {
  Replay {
    exchanges = List.copyOf(exchanges);
    checked = List.copyOf(checked);
    resolvers = List.copyOf(resolvers);
    publicResolvers = List.copyOf(publicResolvers);
  }

  /**
   * Reads a JSON report.
   *
   * @throws IOException where it is none, or has no exchanges
   */
  static Replay read(Path file) throws IOException {
    JsonNode report = new ObjectMapper().readTree(Files.readAllBytes(file));
    if (!"certbot-doctor-report".equals(report.path("format").asText())) {
      throw new IOException("no report");
    }
    List<Exchange> exchanges = new ArrayList<>();
    Instant at = Instant.EPOCH;
    for (JsonNode node : report.path("exchanges")) {
      Exchange exchange = exchange(node);
      exchanges.add(exchange);
      at = exchange.at().isAfter(at) ? exchange.at() : at;
    }
    Clock clock = Clock.fixed(at, ZoneOffset.UTC);
    List<String> walked = walked(exchanges);
    return new Replay(
        exchanges,
        checked(report),
        addresses(walked),
        addresses(viewed(exchanges).stream().filter(one -> !walked.contains(one)).toList()),
        clock);
  }

  /** Where walks began, the one first that was asked most: others are asked only in its place. */
  private static List<String> walked(List<Exchange> exchanges) {
    Map<String, Long> asked = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      if (exchange.options().containsAll(List.of("no-dnssec", "recurse"))) {
        asked.merge(exchange.address(), 1L, Long::sum);
      }
    }
    return asked.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> viewed(List<Exchange> exchanges) {
    return exchanges.stream()
        .filter(one -> one.options().equals(List.of("recurse")))
        .map(Exchange::address)
        .distinct()
        .toList();
  }

  private static List<InetSocketAddress> addresses(List<String> texts) {
    return texts.stream().flatMap(text -> Resolvers.parse(text).stream()).toList();
  }

  private static Exchange exchange(JsonNode node) throws IOException {
    try {
      return new Exchange(
          node.path("id").asText(),
          node.path("server").asText(),
          node.path("address").asText(),
          node.path("transport").asText(),
          node.path("question").asText(),
          node.path("rcode").asText(),
          texts(node.path("flags")),
          texts(node.path("answer")),
          texts(node.path("authority")),
          node.path("ede").asText(null),
          node.path("millis").asLong(),
          Instant.parse(node.path("at").asText()),
          texts(node.path("options")),
          texts(node.path("additional")),
          texts(node.path("remarks")));
    } catch (DateTimeException e) {
      throw new IOException("no exchange", e);
    }
  }

  private static List<Report.Checked> checked(JsonNode report) {
    List<Report.Checked> all = new ArrayList<>();
    for (JsonNode one : report.path("checked")) {
      all.add(new Report.Checked(one.path("name").asText(), texts(one.path("expectedTxt")), null));
    }
    return all;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
