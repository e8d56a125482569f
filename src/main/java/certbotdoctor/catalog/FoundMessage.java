package certbotdoctor.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A match that competes with others.
 *
 * @param match the match
 * @param weight how specific its pattern is
 * @param general whether it gives way to what stands in its slots or holds it in a slot
 * @param ownWords the parts that are its own words
 */
record FoundMessage(MessageMatch match, int weight, boolean general, List<Range> ownWords)
    implements Comparable<FoundMessage> {
  /** Most specific first, then by place, then by id. */
  @Override
  public int compareTo(FoundMessage other) {
    int order = Integer.compare(other.weight, weight);
    if (order == 0) {
      order = Integer.compare(match.start(), other.match.start());
    }
    if (order == 0) {
      order = Integer.compare(other.match.end(), match.end());
    }
    return order == 0 ? match.id().compareTo(other.match.id()) : order;
  }

  /** The matches that remain where less specific ones of the same words are dropped. */
  static List<MessageMatch> winners(List<FoundMessage> all) {
    List<FoundMessage> kept = new ArrayList<>();
    for (FoundMessage found : all.stream().sorted().toList()) {
      if (kept.stream().noneMatch(found::sharesWordsWith)) {
        kept.add(found);
      }
    }
    List<FoundMessage> specific = kept.stream().filter(found -> !found.general).toList();
    return kept.stream()
        .filter(found -> !found.general || specific.stream().noneMatch(found::nestsWith))
        .map(FoundMessage::match)
        .toList();
  }

  private boolean sharesWordsWith(FoundMessage other) {
    for (Range own : ownWords) {
      if (other.ownWords.stream().anyMatch(own::overlaps)) {
        return true;
      }
    }
    return false;
  }

  private boolean nestsWith(FoundMessage other) {
    return encloses(other) || other.encloses(this);
  }

  private boolean encloses(FoundMessage other) {
    return match.start() <= other.match.start() && other.match.end() <= match.end();
  }
}
