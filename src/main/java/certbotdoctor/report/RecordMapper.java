package certbotdoctor.report;

import certbotdoctor.core.Text;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies a record with every string in it changed, however deep: a field that is added to the
 * report later cannot be forgotten.
 */
final class RecordMapper {

  /** What becomes of a string. */
  interface Change {
    /**
     * The new value.
     *
     * @param kind where a piece of a sentence comes from; quoted for every other string
     */
    String of(String value, Text.Kind kind);
  }

  private final Change change;
  private final Set<Class<?>> untouched;

  /**
   * Prepares a change.
   *
   * @param untouched records that stay as they are
   */
  RecordMapper(Change change, Set<Class<?>> untouched) {
    this.change = change;
    this.untouched = untouched;
  }

  Report map(Report report) {
    return (Report) record(report);
  }

  private @Nullable Object value(@Nullable Object value) {
    if (value instanceof String text) {
      return change.of(text, Text.Kind.QUOTED);
    }
    if (value instanceof Text.Segment segment) {
      return new Text.Segment(segment.kind(), change.of(segment.value(), segment.kind()));
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(value(element)));
      return copy;
    }
    return value instanceof Record record && !untouched.contains(record.getClass())
        ? record(record)
        : value;
  }

  private Object record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = value(components[i].getAccessor().invoke(record));
      }
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (IllegalAccessException
        | InstantiationException
        | InvocationTargetException
        | NoSuchMethodException e) {
      throw new IllegalStateException("cannot copy " + record.getClass().getName(), e);
    }
  }
}
