package certbotdoctor.capture;

import certbotdoctor.core.Slots;
import certbotdoctor.probe.Exchange;
import certbotdoctor.probe.Outcome;
import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import certbotdoctor.probe.ProbeRunner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers the probe {@code dns.capture} from what was seen while the challenges were up, and passes
 * all other questions on. Where nothing was captured, the probe was not run.
 */
public final class CapturedProbes implements ProbeRunner {
  /** Name of the probe. */
  public static final String PROBE = "dns.capture";

  private final List<Captured> captured;
  private final ProbeRunner others;
  private final Map<Captured, List<Exchange>> traces = new LinkedHashMap<>();

  /**
   * Answers from a capture.
   *
   * @param captured what was seen; empty where nothing was captured
   * @param others answers every other probe
   */
  public CapturedProbes(List<Captured> captured, ProbeRunner others) {
    this.captured = List.copyOf(captured);
    this.others = others;
    int number = 0;
    for (Captured one : captured) {
      List<Exchange> named = new ArrayList<>();
      for (Exchange exchange : one.trace()) {
        number++;
        named.add(exchange.named("C" + number, exchange.server()));
      }
      traces.put(one, named);
    }
  }

  /** What the probe takes and can find, for those who write rules. */
  public static ProbeDescriptor descriptor() {
    return new ProbeDescriptor(
        PROBE,
        Arrays.stream(CaptureOutcome.values()).map(Enum::name).collect(Collectors.toSet()),
        Set.of("domain"),
        Set.of("expected"),
        CaptureFacts.NAMES);
  }

  @Override
  public Map<ProbeRequest, ProbeResult> run(Collection<ProbeRequest> requests) {
    Map<ProbeRequest, ProbeResult> results = new LinkedHashMap<>();
    List<ProbeRequest> foreign = new ArrayList<>();
    for (ProbeRequest request : requests) {
      if (request.probe().equals(PROBE)) {
        results.put(request, answer(request));
      } else {
        foreign.add(request);
      }
    }
    if (!foreign.isEmpty()) {
      results.putAll(others.run(foreign));
    }
    return results;
  }

  @Override
  public boolean asks() {
    return !captured.isEmpty() || others.asks();
  }

  private ProbeResult answer(ProbeRequest request) {
    Optional<Captured> found = find(request.slots());
    if (found.isEmpty()) {
      return new ProbeResult(
          request, Outcome.NOT_RUN_OFFLINE, Slots.NONE, List.of(), Instant.EPOCH);
    }
    Captured one = found.get();
    List<Exchange> trace = traces.getOrDefault(one, List.of());
    return new ProbeResult(
        request,
        new Outcome(CaptureOutcome.of(one).name()),
        CaptureFacts.of(one),
        trace,
        moment(one, trace));
  }

  /** The challenge with the expected value, else the only one of the domain. */
  private Optional<Captured> find(Slots slots) {
    String domain = slots.get("domain", "");
    String expected = slots.get("expected", "");
    List<Captured> ofDomain =
        captured.stream().filter(one -> one.domain().equalsIgnoreCase(domain)).toList();
    return ofDomain.stream()
        .filter(one -> one.expected().contains(expected))
        .findFirst()
        .or(() -> ofDomain.size() == 1 ? Optional.of(ofDomain.get(0)) : Optional.empty());
  }

  private static Instant moment(Captured one, List<Exchange> trace) {
    Instant checked = one.times().checked();
    if (checked != null) {
      return checked;
    }
    return trace.isEmpty() ? Instant.EPOCH : trace.get(trace.size() - 1).at();
  }
}
