package certbotdoctor.event;

import certbotdoctor.ca.CaTrigger;
import certbotdoctor.core.Bytes;
import certbotdoctor.core.WordSearch;
import certbotdoctor.event.RecordSorter.Sort;
import java.util.ArrayList;
import java.util.List;

/** Searches traffic with a CA for words of failure, for keys and for names, in one pass. */
final class FailureWords {
  /** JSON that tells of a failure, and what shows a thumbprint (certbot before 0.34). */
  private static final List<String> JSON = List.of("invalid", "\"error\"", "\"detail\"");

  private static final String KEY = "keyAuth";

  /** What shows that an object is about a name; no failure. */
  private static final byte[] NAME = Bytes.of(TrafficGlance.IDENTIFIER);

  private final WordSearch words;
  private boolean named;

  FailureWords() {
    List<String> all = new ArrayList<>(JSON);
    all.add(KEY);
    all.add(TrafficGlance.IDENTIFIER);
    all.addAll(CaTrigger.beginnings());
    words = new WordSearch(all);
  }

  /** QUIET where no word is there, KEYED where a key may be, else SUSPECT. */
  Sort sort(byte[] bytes, int from, int to) {
    Sort sort = Sort.QUIET;
    named = false;
    for (int at = words.find(bytes, from, to); at >= 0; at = words.find(bytes, at + 1, to)) {
      if (bytes[at] == KEY.charAt(0)) {
        return Sort.KEYED;
      }
      if (Bytes.startsWith(bytes, at, to, NAME)) {
        named = true;
      } else {
        sort = Sort.SUSPECT;
      }
    }
    return sort;
  }

  /** Whether a name was found by the last search, unless it found a key. */
  boolean named() {
    return named;
  }
}
