package certbotdoctor.cli;

import certbotdoctor.capture.Captured;
import certbotdoctor.capture.Sighting;
import certbotdoctor.core.Text;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.report.Report;
import certbotdoctor.report.RunReport;
import certbotdoctor.run.Diary;
import certbotdoctor.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds to a report what was seen while the challenges were up: steps of the run, and the lag. */
final class CaptureReport {
  /** A plugin without an option for the wait: it asks its provider instead. */
  private static final String ROUTE53 = "dns-route53";

  private final List<Captured> captured;
  private final Run run;

  /**
   * Adds what was captured.
   *
   * @param run the run that it belongs to
   */
  CaptureReport(List<Captured> captured, Run run) {
    this.captured = List.copyOf(captured);
    this.run = run;
  }

  Report added(Report report) {
    List<RunReport.Step> steps = new ArrayList<>();
    List<Report.Notice> notices = new ArrayList<>();
    for (Captured one : captured) {
      one.sightings().forEach(server -> step(one, server).ifPresent(steps::add));
      notice(one).ifPresent(notices::add);
      left(one).ifPresent(notices::add);
    }
    return report.withSeen(steps, notices.stream().distinct().toList());
  }

  private Optional<RunReport.Step> step(Captured one, Sighting server) {
    Instant at = server.firstSeen() == null ? server.lastLacking() : server.firstSeen();
    if (at == null) {
      return Optional.empty();
    }
    Text who = Text.quoted(server.server().label());
    Text what = Text.quoted(one.path().get(one.path().size() - 1));
    Text label =
        server.firstSeen() == null
            ? who.plus(Text.prose(" still lacks the value at ")).plus(what)
            : who.plus(
                    Text.prose(
                        server.byVersion()
                            ? " reaches the version of the zone with the value at "
                            : " is seen to have the value at "))
                .plus(what);
    Duration after = one.times().after(at);
    if (after != null) {
      label = label.plus(Text.prose(", " + seconds(after) + " after it was in place"));
    }
    return Optional.of(new RunReport.Step("server", time(at), offset(at), label, "DNS", 0));
  }

  /** Milliseconds since the start of the run, whose times are local. */
  private long offset(Instant at) {
    LocalDateTime started = run.diary().started();
    return started == null
        ? -1
        : Math.max(0, Duration.between(instant(started, run.diary()), at).toMillis());
  }

  private static Instant instant(LocalDateTime local, Diary diary) {
    ZoneOffset offset = diary.offset();
    return offset == null
        ? local.atZone(ZoneId.systemDefault()).toInstant()
        : local.toInstant(offset);
  }

  private static String time(Instant at) {
    return at.toString();
  }

  private Optional<Report.Notice> notice(Captured one) {
    Optional<Duration> measured = one.sufficient();
    Optional<Sighting> slowest = one.slowest();
    if (measured.isEmpty() || slowest.isEmpty()) {
      return Optional.empty();
    }
    int servers = one.sightings().size();
    Text text =
        Text.prose((servers == 1 ? "The name server of " : "The " + servers + " name servers of "))
            .plus(Text.quoted(String.valueOf(one.zone())))
            .plus(Text.prose(" had the record "))
            .plus(Text.quoted(one.path().get(one.path().size() - 1)))
            .plus(Text.prose(" within " + seconds(measured.get()) + " (slowest: "))
            .plus(Text.quoted(slowest.get().server().label()))
            .plus(Text.prose(")." + waits(one)));
    return Optional.of(new Report.Notice("propagation-measured", text, null));
  }

  /** A record that the client did not come to remove. */
  private static Optional<Report.Notice> left(Captured one) {
    if (one.left().isEmpty()) {
      return Optional.empty();
    }
    String servers = one.left().stream().map(NameServer::label).collect(Collectors.joining(", "));
    Text text =
        Text.prose("The record ")
            .plus(Text.quoted(one.path().get(one.path().size() - 1)))
            .plus(Text.prose(" was left behind: after the command had ended, it was still at "))
            .plus(Text.quoted(servers))
            .plus(
                Text.prose(
                    ", and the log tells of no cleanup. It does no harm to the next attempt, but it"
                        + " confuses; once no certbot runs any more, delete it in the provider's"
                        + " console."));
    return Optional.of(new Report.Notice("record-left-behind", text, null));
  }

  private String waits(Captured one) {
    boolean whole = one.times().checked() != null;
    String waited =
        one.times().waitSeconds() < 0
            ? ""
            : (whole ? " certbot waited " : " certbot was to wait ")
                + one.times().waitSeconds()
                + " s.";
    String flag = flag();
    long enough = one.recommended().map(Duration::toSeconds).orElse(0L);
    return flag == null || enough == 0
        ? waited
        : waited + " " + enough + " s are enough, with a margin: " + flag + " " + enough + ".";
  }

  private @Nullable String flag() {
    return run.certificates().stream()
        .map(certificate -> certificate.authenticator())
        .filter(name -> name != null && name.startsWith("dns-") && !name.equals(ROUTE53))
        .findFirst()
        .map(name -> "--" + name + "-propagation-seconds")
        .orElse(null);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
