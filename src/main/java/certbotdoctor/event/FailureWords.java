package certbotdoctor.event;

import certbotdoctor.ca.CaTrigger;
import certbotdoctor.core.WordSearch;
import certbotdoctor.event.RecordSorter.Sort;
import java.util.ArrayList;
import java.util.List;

/** Searches traffic with a CA for words of failure and for keys. */
final class FailureWords {
  /** JSON that tells of a failure, and what shows a thumbprint (certbot before 0.34). */
  private static final List<String> JSON = List.of("invalid", "\"error\"", "\"detail\"");

  private static final String KEY = "keyAuth";

  private final WordSearch words;

  FailureWords() {
    List<String> all = new ArrayList<>(JSON);
    all.add(KEY);
    all.addAll(CaTrigger.beginnings());
    words = new WordSearch(all);
  }

  /** QUIET where no word is there, KEYED where a key may be, else SUSPECT. */
  Sort sort(byte[] bytes, int from, int to) {
    Sort sort = Sort.QUIET;
    for (int at = words.find(bytes, from, to); at >= 0; at = words.find(bytes, at + 1, to)) {
      if (bytes[at] == KEY.charAt(0)) {
        return Sort.KEYED;
      }
      sort = Sort.SUSPECT;
    }
    return sort;
  }
}
