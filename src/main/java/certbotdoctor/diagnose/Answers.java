package certbotdoctor.diagnose;

import certbotdoctor.probe.ProbeRequest;
import certbotdoctor.probe.ProbeResult;
import org.jspecify.annotations.Nullable;

/** The answers of live checks, as they are weighed for one subject. */
interface Answers {
  /** No answer to anything. */
  Answers NONE =
      new Answers() {
        @Override
        public @Nullable ProbeResult get(ProbeRequest request) {
          return null;
        }

        @Override
        public boolean any() {
          return false;
        }
      };

  /** The answer to a request; null where it was not made. */
  @Nullable ProbeResult get(ProbeRequest request);

  /** Whether there may be an answer to anything. */
  default boolean any() {
    return true;
  }
}
