package certbotdoctor.backlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How runs of certain texts ended; of a bounded number, those that came up last. */
final class KnownEnds {
  private static final int MOST = 1024;

  private final Map<List<Long>, KeptRun.Ends> ends =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Long>, KeptRun.Ends> eldest) {
          return size() > MOST;
        }
      };

  /** How a run of these texts ended, null where none came up or it was forgotten. */
  KeptRun.@Nullable Ends get(List<Long> signature) {
    return ends.get(signature);
  }

  void put(List<Long> signature, KeptRun.Ends ended) {
    ends.put(signature, ended);
  }
}
