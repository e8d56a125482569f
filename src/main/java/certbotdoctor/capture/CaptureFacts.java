package certbotdoctor.capture;

import certbotdoctor.core.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was seen of a challenge, as facts for the sentences of rules. */
final class CaptureFacts {
  static final Set<String> NAMES =
      Set.of(
          "during",
          "watched-name",
          "watched-owner",
          "watched-zone",
          "servers-with",
          "servers-lagging",
          "servers-silent",
          "lagging-values",
          "watched-values",
          "lacked-seconds",
          "measured-seconds",
          "lag-seconds",
          "slowest-server",
          "recommended-seconds",
          "check-after-seconds",
          "waited-seconds",
          "measured-by");

  private CaptureFacts() {}

  static Slots of(Captured one) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("during", "true");
    put(facts, "watched-name", one.path().get(0));
    put(facts, "watched-owner", one.path().get(one.path().size() - 1));
    put(facts, "watched-zone", one.zone());
    List<Sighting> lagging = one.in(Sighting.State.LACKED, Sighting.State.OTHER);
    put(facts, "servers-with", labels(one.in(Sighting.State.HAD)));
    put(facts, "servers-lagging", labels(lagging));
    put(facts, "servers-silent", labels(one.in(Sighting.State.NO_ANSWER)));
    put(
        facts,
        "lagging-values",
        lagging.stream()
            .flatMap(server -> server.values().stream())
            .distinct()
            .collect(Collectors.joining(", ")));
    put(facts, "watched-values", String.join(", ", one.found().keySet()));
    times(one, facts, lagging);
    return Slots.of(facts);
  }

  private static void times(Captured one, Map<String, String> facts, List<Sighting> lagging) {
    lagging.stream()
        .map(one::lacked)
        .max(Duration::compareTo)
        .ifPresent(time -> facts.put("lacked-seconds", seconds(time)));
    one.sufficient()
        .ifPresent(
            time -> {
              facts.put("measured-seconds", seconds(time));
              facts.put("lag-seconds", Long.toString((time.toMillis() + 999) / 1000));
            });
    one.slowest()
        .ifPresent(
            server -> {
              facts.put("slowest-server", server.server().label());
              facts.put("measured-by", server.byVersion() ? "zone-version" : "record");
            });
    one.recommended()
        .ifPresent(time -> facts.put("recommended-seconds", Long.toString(time.toSeconds())));
    Instant checked = one.times().checked();
    Duration after = checked == null ? null : one.times().after(checked);
    if (after != null) {
      facts.put("check-after-seconds", seconds(after));
    }
    if (one.times().waitSeconds() >= 0) {
      facts.put("waited-seconds", Integer.toString(one.times().waitSeconds()));
    }
  }

  /** Seconds with one decimal. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }

  private static String labels(Collection<Sighting> servers) {
    return servers.stream().map(one -> one.server().label()).collect(Collectors.joining(", "));
  }

  private static void put(Map<String, String> facts, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      facts.put(name, value);
    }
  }
}
