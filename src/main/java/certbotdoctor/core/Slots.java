package certbotdoctor.core;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Named values, immutable and sorted by name: the parameters of a symptom, a message or a probe.
 *
 * @param values name to value; names are kebab-case
 */
public record Slots(SortedMap<String, String> values) {
  /** No values. */
  public static final Slots NONE = new Slots(new TreeMap<>());

  /** Copies the values. */
  public Slots {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Slots of a map. */
  public static Slots of(Map<String, String> values) {
    return values.isEmpty() ? NONE : new Slots(new TreeMap<>(values));
  }

  /** One slot. */
  public static Slots of(String name, String value) {
    return of(Map.of(name, value));
  }

  /** Two slots. */
  public static Slots of(String name1, String value1, String name2, String value2) {
    return of(Map.of(name1, value1, name2, value2));
  }

  // equals and hashCode are written out: generated ones are linked when first used, which a short
  // run would feel

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Slots slots && values.equals(slots.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The value of a slot, or null where it is not bound. */
  public @Nullable String get(String name) {
    return values.get(name);
  }

  /** The value of a slot, or a default where it is not bound. */
  public String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** Whether the slot is bound. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** These slots and one more; a null value changes nothing. */
  public Slots with(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    TreeMap<String, String> all = new TreeMap<>(values);
    all.put(name, value);
    return new Slots(all);
  }

  /** These slots and others; the others win. */
  public Slots with(Slots others) {
    if (others.values.isEmpty()) {
      return this;
    }
    TreeMap<String, String> all = new TreeMap<>(values);
    all.putAll(others.values);
    return new Slots(all);
  }

  /** These without those whose names match. */
  public Slots without(Pattern names) {
    SortedMap<String, String> left = new TreeMap<>(values);
    left.keySet().removeIf(name -> names.matcher(name).matches());
    return new Slots(left);
  }
}
