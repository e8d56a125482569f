package certbotdoctor.capture;

import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.dns.watch.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one server had over time: looks that say the same are kept as one stretch. Safe for use by
 * several threads.
 */
final class ServerHistory {
  /** Changes that are kept; a server that changes more often is not understood better by more. */
  private static final int STRETCHES = 50;

  /**
   * A stretch of time with the same answers.
   *
   * @param first the first look of it
   * @param before the last look but one
   * @param last the last look of it
   */
  record Stretch(Look first, Look before, Look last) {
    boolean says(Look look) {
      return last.state() == look.state() && last.values().equals(look.values());
    }

    /** The part of it before a moment; a look or two may come after it. */
    Optional<Stretch> until(Instant end) {
      if (!first.asked().isBefore(end)) {
        return Optional.empty();
      }
      if (last.asked().isBefore(end)) {
        return Optional.of(this);
      }
      Look kept = before.asked().isBefore(end) ? before : first;
      return Optional.of(new Stretch(first, first, kept));
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();
  private @Nullable Instant reachedAt;

  synchronized void add(Look look) {
    int end = stretches.size() - 1;
    if (end >= 0 && stretches.get(end).says(look)) {
      Stretch open = stretches.get(end);
      stretches.set(end, new Stretch(open.first(), open.last(), look));
    } else if (stretches.size() < STRETCHES) {
      stretches.add(new Stretch(look, look, look));
    }
  }

  /** Notes that the server holds a version that the record was first seen in, or a newer one. */
  synchronized void reached(Instant at) {
    reachedAt = reachedAt == null ? at : reachedAt;
  }

  synchronized @Nullable Instant reachedAt() {
    return reachedAt;
  }

  synchronized List<Stretch> stretches() {
    return List.copyOf(stretches);
  }

  /** The same without what was seen from a moment on: the record was being removed by then. */
  synchronized ServerHistory until(Instant end) {
    ServerHistory cut = new ServerHistory();
    stretches.forEach(one -> one.until(end).ifPresent(cut.stretches::add));
    cut.reachedAt = reachedAt;
    return cut;
  }

  /** The first look that found all of some values. */
  Optional<Look> firstSeen(Collection<String> values) {
    return stretches().stream().map(Stretch::first).filter(look -> look.has(values)).findFirst();
  }

  /** The last look before that, or of all, at which the server said that it had them not. */
  Optional<Look> lastLacking(Collection<String> values) {
    Look lacking = null;
    for (Stretch one : stretches()) {
      if (one.first().has(values)) {
        break;
      }
      if (one.last().state() == Look.State.ANSWERED) {
        lacking = one.last();
      }
    }
    return Optional.ofNullable(lacking);
  }

  /** What the server had at a moment: the first look after it, else the last one before. */
  Optional<Look> at(Instant moment) {
    Look before = null;
    for (Stretch one : stretches()) {
      if (!one.last().asked().isBefore(moment)) {
        return Optional.of(one.first().asked().isAfter(moment) ? one.first() : one.last());
      }
      before = one.last();
    }
    return Optional.ofNullable(before);
  }

  /** The evidence: each change, and the last look before it. */
  List<Exchange> trace() {
    List<Exchange> trace = new ArrayList<>();
    for (Stretch one : stretches()) {
      trace.add(one.first().exchange());
      if (!one.last().asked().equals(one.first().asked())) {
        trace.add(one.last().exchange());
      }
    }
    return trace;
  }
}
