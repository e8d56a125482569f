package certbotdoctor.probe.dns.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;

/**
 * The way from the top of the tree to a name.
 *
 * @param name where it leads
 * @param path the zones on the way, from the top; the last one holds the name, as far as is known
 * @param end how it ended
 * @param missing the uppermost name on the way that does not exist, or null
 * @param denied a name on the way that a server says does not exist, though there is something
 *     below it (RFC 8020), or null
 */
public record Walk(
    Name name, List<Zone> path, End end, @Nullable Name missing, @Nullable Name denied) {

  /** How a walk ends. */
  public enum End {
    /** In the zone that holds the name, or would hold it. */
    ARRIVED,
    /** At a registry that does not know the name. */
    NO_SUCH_DOMAIN,
    /** In a zone of which no server gives a usable answer. */
    BROKEN
  }

  /** Copies the path. */
  public Walk {
    path = List.copyOf(path);
  }

  /** The zone that holds the name, or the last one that was reached. */
  public Zone zone() {
    return path.get(path.size() - 1);
  }

  /** The zones that belong to the user or the user's provider: below the top-level domain. */
  public List<Zone> ownZones() {
    return path.stream().filter(zone -> !Names.isTop(zone.apex())).toList();
  }
}
