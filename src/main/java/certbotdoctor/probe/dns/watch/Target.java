package certbotdoctor.probe.dns.watch;

import certbotdoctor.probe.dns.exchange.NameServer;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the record of a name is served.
 *
 * @param path the name and the aliases that it leads through, in order; never empty
 * @param zone the zone that holds the last of them
 * @param complete whether the way to it is sound: no loop, and servers that answer for the zone
 * @param servers every address that may be asked
 */
public record Target(
    List<String> path, String zone, boolean complete, SortedSet<NameServer> servers) {
  /** Copies the collections. */
  public Target {
    path = List.copyOf(path);
    servers = Collections.unmodifiableSortedSet(new TreeSet<>(servers));
  }

  /** The name that was looked for. */
  public String name() {
    return path.get(0);
  }

  /** Where it leads through CNAME and DNAME records; the name itself where there are none. */
  public String owner() {
    return path.get(path.size() - 1);
  }
}
