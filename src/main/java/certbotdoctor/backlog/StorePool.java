package certbotdoctor.backlog;

import certbotdoctor.log.RecordStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stores that are used again: records live about as long as it takes to fill the young generation,
 * so that the collector would have to look through the old one for each few megabytes of a log.
 */
final class StorePool {
  private static final int MOST = 8;
  private static final int LARGEST = 256 * 1024;

  private final Deque<RecordStore> free = new ArrayDeque<>();
  private final Supplier<RecordStore> maker;

  /**
   * A pool.
   *
   * @param maker makes a store where there is none to be used again
   */
  StorePool(Supplier<RecordStore> maker) {
    this.maker = maker;
  }

  /** An empty store. */
  RecordStore take() {
    RecordStore store = free.poll();
    return store == null ? maker.get() : store;
  }

  /** Takes a store back; its records must not be used any more. */
  void give(@Nullable RecordStore store) {
    if (store != null && free.size() < MOST && store.capacity() <= LARGEST) {
      store.clear();
      free.push(store);
    }
  }
}
