package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.List;
import java.util.Map;

/** Servers that do not answer a question, with what they do instead. */
final class Errors {
  private Errors() {}

  /** For example {@code ns2.example.net (192.0.2.53): REFUSED}. */
  static List<String> of(Map<NameServer, DnsAnswer> answers) {
    return answers.entrySet().stream()
        .filter(one -> !one.getValue().kind().isAbout())
        .map(one -> one.getKey().label() + ": " + one.getValue().exchange().rcode())
        .toList();
  }
}
