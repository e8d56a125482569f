package certbotdoctor.probe;

import java.util.Collection;
import java.util.Map;

/** Runs probes within a budget; every request gets a result, never an exception. */
public interface ProbeRunner {
  /**
   * Asks all requests, each once.
   *
   * @param requests what to ask; order does not matter
   * @return a result for each request
   */
  Map<ProbeRequest, ProbeResult> run(Collection<ProbeRequest> requests);
}
