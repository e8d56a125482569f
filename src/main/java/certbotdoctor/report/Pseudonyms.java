package certbotdoctor.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Stand-ins that are the same for the same original, numbered in the order of their first use:
 * domain names keep their relations, addresses come from the documentation ranges.
 */
final class Pseudonyms {
  /** Labels under which many countries register names. */
  private static final Set<String> SECOND_LEVEL =
      Set.of("co", "com", "org", "net", "ac", "edu", "gov", "gob", "or", "ne", "go", "nom", "ltd");

  /** Labels that say what a name is for, and not whose it is. */
  private static final Set<String> TELLING =
      Set.of("*", "www", "mail", "mx", "smtp", "imap", "ftp", "ns", "dns", "localhost");

  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private int publicV4;
  private int privateV4;
  private int v6;

  /** Stands in for a domain name; case, a trailing dot and a leading star are kept apart. */
  String domain(String name) {
    boolean dot = name.endsWith(".");
    String bare = (dot ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    return labels(Arrays.asList(bare.split("\\.", -1))) + (dot ? "." : "");
  }

  private String labels(List<String> all) {
    int base = Math.min(all.size(), baseSize(all));
    List<String> before = all.subList(0, all.size() - base);
    String key = String.join(".", all.subList(all.size() - base, all.size()));
    String end = stand(bases, key, "domain-", ".example");
    StringBuilder out = new StringBuilder();
    int inner = doubled(before);
    for (String label : before.subList(0, inner)) {
      out.append(label(label)).append('.');
    }
    if (inner < before.size()) {
      out.append(labels(before.subList(inner, before.size()))).append('.');
    }
    return out.append(end).toString();
  }

  /** Where a whole domain begins again inside, as in a name that was appended twice. */
  private int doubled(List<String> before) {
    for (int i = 0; i < before.size(); i++) {
      if (before.size() - i >= 2
          && bases.containsKey(String.join(".", before.subList(i, before.size())))) {
        return i;
      }
    }
    return before.size();
  }

  private static int baseSize(List<String> labels) {
    int last = labels.size() - 1;
    boolean second =
        last >= 2 && labels.get(last).length() == 2 && SECOND_LEVEL.contains(labels.get(last - 1));
    return second ? 3 : 2;
  }

  /** Whether a name equals or lies under a base that has a stand-in. */
  boolean underKnownBase(String name) {
    String bare = name.toLowerCase(Locale.ROOT);
    List<String> all = Arrays.asList(bare.split("\\.", -1));
    int base = Math.min(all.size(), baseSize(all));
    return bases.containsKey(String.join(".", all.subList(all.size() - base, all.size())));
  }

  /** Stands in for one label, or for a name of one label. */
  String label(String label) {
    String key = label.toLowerCase(Locale.ROOT);
    boolean telling =
        key.startsWith("_") || TELLING.contains(key) || key.matches("(?:ns|mx|dns)\\d{1,2}");
    return telling ? label : stand(labels, key, "host-", "");
  }

  /** Stands in for a person's name: of a home directory, or before the at sign. */
  String user(String name) {
    return stand(users, name, "user-", "");
  }

  /** Stands in for the id of an account, an order or the like. */
  String id(String id) {
    return stand(ids, id, "id-", "");
  }

  /** Stands in for an IPv4 address: RFC 5737, then RFC 2544; private ones stay private. */
  String v4(String address) {
    return addresses.computeIfAbsent(address, a -> Addresses.isPrivate(a) ? nextPrivate() : next());
  }

  private String nextPrivate() {
    int n = privateV4++;
    return "10.0." + n / 254 % 256 + "." + (n % 254 + 1);
  }

  private String next() {
    int n = publicV4++;
    String host = "." + (n % 254 + 1);
    return switch (n / 254) {
      case 0 -> "192.0.2" + host;
      case 1 -> "198.51.100" + host;
      case 2 -> "203.0.113" + host;
      default -> "198." + (18 + (n / 254 - 3) / 256 % 2) + "." + (n / 254 - 3) % 256 + host;
    };
  }

  /** Stands in for an IPv6 address: RFC 3849; link-local ones stay so. */
  String v6(String address) {
    String key = address.toLowerCase(Locale.ROOT);
    String prefix = key.startsWith("fe80:") ? "fe80::" : "2001:db8::";
    return addresses.computeIfAbsent(key, a -> prefix + Integer.toHexString(++v6));
  }

  private static String stand(Map<String, String> table, String key, String prefix, String suffix) {
    String known = table.get(key);
    if (known == null) {
      known = prefix + (table.size() + 1) + suffix;
      table.put(key, known);
    }
    return known;
  }
}
