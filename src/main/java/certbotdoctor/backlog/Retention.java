package certbotdoctor.backlog;

import certbotdoctor.log.RecordStore;
import certbotdoctor.run.AccountKeys;
import certbotdoctor.run.CertificateRun;
import certbotdoctor.run.Run;
import certbotdoctor.run.SymptomCounts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which runs are kept, and how. Whole are the newest runs, and the newest of each
 * certificate where it failed, for that is what a report is about; of others, as many as there is
 * room for are kept in short; the rest is counted.
 */
final class Retention {
  /** Bytes of records of the newest runs, and of failures to be reported. */
  private static final int NEWEST_BYTES = 4 << 20;

  private static final int FAILURE_BYTES = 20 << 20;

  /** The same of runs that are kept in short. */
  private static final int SHORT_BYTES = 10 << 20;

  /** Runs that a report shows, and runs that are kept whole or in short. */
  private static final int SHOWN = 50;

  private static final int MOST_NEWEST = 400;
  private static final int MOST_FAILURES = 1000;
  private static final int MOST_SHORT = 1000;

  /** What a run in short takes, as a rule. */
  private static final int PART_BYTES = 3 * 1024;

  private static final int PART_RECORDS = 28;

  private final AccountKeys keys;
  private final StorePool stores;

  /** Stores of runs that are kept in short. */
  private final StorePool parts = new StorePool(() -> new RecordStore(PART_BYTES, PART_RECORDS));

  private final boolean everyFailure;
  private final Deque<KeptRun> newest = new ArrayDeque<>();

  /** The newest of the newest, which a report shows whole whether they failed or not. */
  private final Deque<KeptRun> shown = new ArrayDeque<>();

  private final Set<KeptRun> failures = new LinkedHashSet<>();
  private final Deque<KeptRun> inShort = new ArrayDeque<>();
  private final Map<String, KeptRun> latest = new HashMap<>();
  private long newestBytes;
  private long failureBytes;
  private long shortBytes;
  private long dropped;
  private long droppedFailures;
  private SymptomCounts droppedNames = SymptomCounts.NONE;

  /**
   * Keeps runs.
   *
   * @param stores where stores of records go that are no longer needed
   * @param everyFailure whether every failed run is to be reported, not only the newest of each
   *     certificate
   */
  Retention(AccountKeys keys, StorePool stores, boolean everyFailure) {
    this.stores = stores;
    this.keys = keys;
    this.everyFailure = everyFailure;
  }

  /** Takes the next run. */
  void add(KeptRun run) {
    newest.add(run);
    newestBytes += run.wholeSize();
    shown.add(run);
    if (shown.size() > SHOWN) {
      KeptRun hidden = shown.remove();
      // another that did not fail is summarised at the end, when all keys are known
      if (hidden.runs() == null && !mayBeReported(hidden)) {
        shorten(hidden);
      }
    }
    for (String key : run.ends().told()) {
      KeptRun before = latest.put(key, run);
      if (before != null && failures.contains(before) && !reported(before)) {
        failures.remove(before);
        failureBytes -= before.wholeSize();
        keepInShort(before);
      }
    }
    while (newest.size() > MOST_NEWEST
        || newestBytes > (newest.size() > SHOWN ? NEWEST_BYTES : FAILURE_BYTES)) {
      KeptRun oldest = newest.remove();
      if (shown.peek() == oldest) {
        shown.remove();
      }
      retire(oldest);
    }
  }

  private boolean mayBeReported(KeptRun run) {
    return everyFailure ? run.ends().failed() : !run.ends().failures().isEmpty();
  }

  /** Whether a report would tell of a run, as far as is known. */
  private boolean reported(KeptRun run) {
    if (everyFailure) {
      return run.ends().failed();
    }
    for (String key : run.ends().failures()) {
      if (latest.get(key) == run) {
        return true;
      }
    }
    return false;
  }

  private void retire(KeptRun run) {
    newestBytes -= run.wholeSize();
    if (!reported(run)) {
      keepInShort(run);
      return;
    }
    failures.add(run);
    failureBytes += run.wholeSize();
    while (failures.size() > MOST_FAILURES || failureBytes > FAILURE_BYTES) {
      Iterator<KeptRun> oldest = failures.iterator();
      KeptRun lost = oldest.next();
      oldest.remove();
      failureBytes -= lost.wholeSize();
      droppedFailures++;
      droppedNames = droppedNames.plus(lost.ends().names());
      stores.give(lost.records());
      drop(lost);
    }
  }

  private void keepInShort(KeptRun run) {
    shorten(run);
    inShort.add(run);
    shortBytes += run.size();
    while (inShort.size() > MOST_SHORT || (shortBytes > SHORT_BYTES && inShort.size() > 1)) {
      KeptRun lost = inShort.remove();
      shortBytes -= lost.size();
      parts.give(lost.records());
      drop(lost);
    }
  }

  /** Keeps no more of a run than a summary needs. */
  private void shorten(KeptRun run) {
    if (run.inShort()) {
      return;
    }
    RecordStore records = run.records();
    List<Run> known = run.runs();
    if (known == null) {
      run.shorten(parts.take());
    } else {
      run.settle(known.stream().map(one -> RunSummary.of(one, records, keys)).toList());
    }
    stores.give(records);
  }

  private void drop(KeptRun run) {
    dropped++;
    run.ends().told().forEach(key -> latest.remove(key, run));
  }

  /** All that is kept, oldest first. */
  List<KeptRun> all() {
    List<KeptRun> all = new ArrayList<>(inShort);
    all.addAll(failures);
    all.addAll(newest);
    all.sort(Comparator.comparingLong(run -> run.number));
    return all;
  }

  /** The runs that are to be read whole for the report. */
  Set<KeptRun> wanted() {
    Set<KeptRun> wanted = new HashSet<>(failures);
    wanted.addAll(shown);
    newest.stream().filter(this::reported).forEach(wanted::add);
    return wanted;
  }

  /** A run without the certificates of which the newer run that matters was dropped. */
  Run current(KeptRun kept, Run run) {
    if (dropped == 0) {
      return run;
    }
    List<CertificateRun> certificates =
        run.certificates().stream()
            .filter(one -> !one.failed() || latest.containsKey(KeptRun.key(one)))
            .toList();
    return certificates.size() == run.certificates().size()
        ? run
        : new Run(run.diary(), certificates, run.outcome());
  }

  /** The number of runs that are kept in short or only counted. */
  long summarised() {
    return dropped + inShort.size();
  }

  /** The names that failed in them. */
  SymptomCounts unreportedNames() {
    return droppedNames;
  }

  /** The number of failed runs that a report would tell of, were there room. */
  long unreported() {
    return droppedFailures;
  }
}
