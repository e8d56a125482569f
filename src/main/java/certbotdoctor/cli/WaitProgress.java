package certbotdoctor.cli;

import certbotdoctor.acme.DnsChallengeName;
import certbotdoctor.capture.RecordWait;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.watch.Look;
import certbotdoctor.probe.dns.watch.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells how far a wait is: a line that changes on a terminal, elsewhere a line on standard output
 * whenever something changed. certbot shows what a hook writes to standard error as an error, so
 * only the failure in the end goes there.
 */
final class WaitProgress {
  private final Streams streams;
  private final Set<String> values;
  private final StatusLine status;
  private String last = "";

  WaitProgress(Streams streams, Set<String> values) {
    this.streams = streams;
    this.values = Set.copyOf(values);
    this.status = new StatusLine(streams);
  }

  /** Shows one round. */
  void show(RecordWait.Progress progress) {
    String words = words(progress);
    status.show(seconds(progress.elapsed()) + " " + words);
    if (!streams.errTerminal() && !words.equals(last) && !progress.done()) {
      streams.out().println("certbot-doctor: " + words);
      streams.out().flush();
    }
    last = words;
  }

  /** Says how far it was when somebody ended it. */
  void interrupted() {
    status.clear();
    streams.err().println("certbot-doctor: interrupted" + (last.isEmpty() ? "" : ": " + last));
  }

  private String words(RecordWait.Progress progress) {
    Target target = progress.target();
    if (target == null) {
      return "no way to the name servers yet";
    }
    if (!target.complete()) {
      return "no server answers for " + target.owner();
    }
    long answers =
        progress.looks().values().stream().filter(l -> l.state() != Look.State.SILENT).count();
    String counted = (answers - progress.lacking().size()) + " of " + answers + " servers have it";
    if (progress.lacking().isEmpty()) {
      return counted;
    }
    return counted
        + ", waiting for "
        + progress.lacking().stream()
            .map(look -> look.server().label())
            .collect(Collectors.joining(", "));
  }

  /** Says how it ended. */
  void end(String name, RecordWait.Progress end) {
    status.clear();
    if (end.done()) {
      long answers = end.looks().values().stream().filter(l -> l.has(values)).count();
      streams
          .out()
          .println(
              "certbot-doctor: "
                  + (answers == 1 ? "the server has" : "all " + answers + " servers have")
                  + " the value at "
                  + where(name, end)
                  + " after "
                  + seconds(end.elapsed())
                  + silent(end.silent()));
      return;
    }
    streams.err().println(failure(name, end));
    for (Look look : end.lacking()) {
      streams.err().println("  " + look.server().label() + " " + serves(look));
    }
    end.silent()
        .forEach(server -> streams.err().println("  " + server.label() + " does not answer"));
    if (isPlain(name, end)) {
      streams
          .err()
          .println(
              "  for a certificate of "
                  + name
                  + " the record is at "
                  + DnsChallengeName.of(name).value());
    }
  }

  private String failure(String name, RecordWait.Progress end) {
    String head = "certbot-doctor: timed out after " + seconds(end.elapsed()) + ": ";
    Target target = end.target();
    if (target == null) {
      return head + "no resolver leads to the name servers of " + name;
    }
    if (!target.complete()) {
      return head + "no name server answers for " + where(name, end);
    }
    return head
        + (nowhere(end) ? "no server has " : "not every server has ")
        + values.stream().sorted().map(one -> "\"" + one + "\"").collect(Collectors.joining(", "))
        + " at "
        + where(name, end);
  }

  private boolean nowhere(RecordWait.Progress end) {
    return end.looks().values().stream().noneMatch(look -> look.has(values));
  }

  /** Whether the name is that of a domain, where nothing like a challenge was found. */
  private boolean isPlain(String name, RecordWait.Progress end) {
    Target target = end.target();
    return !name.contains("_") && target != null && target.complete() && nowhere(end);
  }

  /** The name and, where it is an alias, where it leads. */
  private static String where(String name, RecordWait.Progress end) {
    Target target = end.target();
    return target == null || target.path().size() == 1 ? name : String.join(" -> ", target.path());
  }

  private static String serves(Look look) {
    if (look.state() == Look.State.ERROR) {
      return "answers " + look.exchange().rcode();
    }
    if (look.values().isEmpty()) {
      return "has no TXT record (" + look.exchange().rcode() + ")";
    }
    return "has "
        + look.values().stream()
            .map(value -> "\"" + value.replaceAll("\\p{Cntrl}", "?") + "\"")
            .collect(Collectors.joining(", "));
  }

  private static String silent(List<NameServer> silent) {
    return silent.isEmpty()
        ? ""
        : " (no answer from "
            + silent.stream().map(NameServer::label).collect(Collectors.joining(", "))
            + ")";
  }

  private static String seconds(Duration time) {
    return String.format(java.util.Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
