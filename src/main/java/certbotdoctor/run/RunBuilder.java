package certbotdoctor.run;

import certbotdoctor.core.SourceSpan;
import certbotdoctor.event.Event;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the events of one run. */
final class RunBuilder {
  final List<CertificateBuilder> certificates = new ArrayList<>();
  final Traffic traffic;
  private final CertificateBuilder.Room room = new CertificateBuilder.Room();
  CertificateBuilder current = new CertificateBuilder(room);
  private final List<SourceSpan> spans = new ArrayList<>();
  private @Nullable LocalDateTime started;
  private @Nullable LocalDateTime ended;
  @Nullable String client;
  @Nullable String clientVersion;
  @Nullable String path;
  @Nullable String requested;
  @Nullable String authenticator;
  @Nullable String installer;
  List<String> arguments = List.of();
  List<String> plugins = List.of();
  boolean begun;
  boolean dryRun;
  boolean abnormal;
  boolean debugLog;
  boolean nothingToDo;
  boolean certbot;

  RunBuilder(AccountKeys keys) {
    this.traffic = new Traffic(keys);
    certificates.add(current);
  }

  /** Notes where and when an event stood. */
  void note(Event.Origin origin) {
    SourceSpan span = origin.span();
    SourceSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
    if (last != null && last.source().equals(span.source())) {
      spans.set(
          spans.size() - 1,
          new SourceSpan(
              span.source(),
              Math.min(last.firstByte(), span.firstByte()),
              Math.max(last.endByte(), span.endByte()),
              Math.min(last.firstLine(), span.firstLine()),
              Math.max(last.lastLine(), span.lastLine())));
    } else {
      spans.add(span);
    }
    if (origin.at() != null) {
      debugLog = true;
      started = started == null ? origin.at() : started;
      ended = origin.at();
    }
  }

  /** Whether anything was told that makes this a run. */
  boolean empty() {
    return spans.isEmpty();
  }

  @Nullable LocalDateTime ended() {
    return ended;
  }

  /** Starts the next certificate, unless the current one is still untouched. */
  CertificateBuilder next() {
    if (current.touched()) {
      current = new CertificateBuilder(room);
      certificates.add(current);
    }
    current.authenticator = authenticator;
    current.installer = installer;
    current.dryRun = dryRun;
    return current;
  }

  /** The certificate of a lineage, the current one where none has the name. */
  CertificateBuilder lineage(@Nullable String name) {
    if (name == null) {
      return current;
    }
    for (CertificateBuilder certificate : certificates) {
      if (name.equals(certificate.lineage)) {
        return certificate;
      }
    }
    if (current.lineage == null) {
      current.lineage = name;
      return current;
    }
    CertificateBuilder fresh = next();
    fresh.lineage = name;
    return fresh;
  }

  Run build(AccountKeys keys) {
    certificates.removeIf(certificate -> !certificate.touched() && certificates.size() > 1);
    Attribution.settle(this);
    String thumbprint = traffic.thumbprint(keys);
    List<CertificateRun> built =
        certificates.stream().map(certificate -> certificate.build(thumbprint)).toList();
    return new Run(diary(), built, outcome(built));
  }

  private Diary diary() {
    ZoneOffset offset = traffic.offset();
    return new Diary(
        spans,
        started,
        ended,
        offset,
        client,
        clientVersion,
        path,
        arguments,
        plugins,
        requested,
        traffic.server(),
        traffic.host(),
        traffic.account(),
        debugLog,
        debugLog && !begun);
  }

  private RunOutcome outcome(List<CertificateRun> built) {
    RunOutcome worst = null;
    for (RunOutcome candidate :
        List.of(
            RunOutcome.FAILURE,
            RunOutcome.SUCCESS,
            RunOutcome.DRY_RUN_SUCCESS,
            RunOutcome.NOT_DUE)) {
      if (worst == null && built.stream().anyMatch(c -> c.outcome() == candidate)) {
        worst = candidate;
      }
    }
    if (worst != null) {
      return worst;
    }
    return nothingToDo ? RunOutcome.NOTHING_TO_DO : RunOutcome.INCOMPLETE;
  }
}
