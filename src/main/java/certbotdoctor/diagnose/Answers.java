package certbotdoctor.diagnose;

import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import org.jspecify.annotations.Nullable;

/** The answers of live checks, as they are weighed for one subject. */
@FunctionalInterface
interface Answers {
  /** The answer to a request; null where it was not made. */
  @Nullable ProbeResult get(ProbeRequest request);
}
