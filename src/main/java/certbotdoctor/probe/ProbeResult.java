package certbotdoctor.probe;

import certbotdoctor.core.Slots;
import java.time.Instant;
import java.util.List;

/**
 * What a probe found.
 *
 * @param request the question
 * @param outcome a word from the probe's finite set
 * @param facts typed facts under documented names, for templates and further probes
 * @param trace the exchanges that led to it
 * @param at when it was concluded, UTC
 */
public record ProbeResult(
    ProbeRequest request, Outcome outcome, Slots facts, List<Exchange> trace, Instant at) {
  /** Copies the trace. */
  public ProbeResult {
    trace = List.copyOf(trace);
  }
}
