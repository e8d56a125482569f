package certbotdoctor.probe;

import java.util.Collection;
import java.util.Map;

/** Runs probes within a budget; every request gets a result, never an exception. */
public interface ProbeRunner {
  /** Asks nobody, so that no request gets a result. */
  ProbeRunner NOBODY =
      new ProbeRunner() {
        @Override
        public Map<ProbeRequest, ProbeResult> run(Collection<ProbeRequest> requests) {
          return Map.of();
        }

        @Override
        public boolean asks() {
          return false;
        }
      };

  /**
   * Asks all requests, each once.
   *
   * @param requests what to ask; order does not matter
   * @return a result for each request
   */
  Map<ProbeRequest, ProbeResult> run(Collection<ProbeRequest> requests);

  /** Whether any request can get a result that tells something; where not, none need be made. */
  default boolean asks() {
    return true;
  }
}
