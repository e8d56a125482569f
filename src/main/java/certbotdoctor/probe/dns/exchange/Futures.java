package certbotdoctor.probe.dns.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Waiting for several things without a thread. */
public final class Futures {
  private Futures() {}

  /** The results of all, in the order of the futures. */
  public static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
    return CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
        .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
  }

  /** A result for each key, sorted by key. */
  public static <K extends Comparable<K>, V> CompletableFuture<SortedMap<K, V>> all(
      Collection<K> keys, Function<K, CompletableFuture<V>> work) {
    List<CompletableFuture<Map.Entry<K, V>>> futures = new ArrayList<>();
    for (K key : keys) {
      futures.add(work.apply(key).thenApply(value -> Map.entry(key, value)));
    }
    return all(futures)
        .thenApply(
            entries -> {
              SortedMap<K, V> map = new TreeMap<>();
              entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
              return map;
            });
  }
}
