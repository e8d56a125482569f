package certbotdoctor.report;

import certbotdoctor.core.Text;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Class<?>, Shape> shapes = new HashMap<>();

  /** How a record is taken apart and put together. */
  private record Shape(List<Method> accessors, Constructor<?> constructor) {

    static Shape of(Class<?> type) throws NoSuchMethodException {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      List<Method> accessors = new ArrayList<>();
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        accessors.add(components[i].getAccessor());
      }
      return new Shape(accessors, type.getDeclaredConstructor(types));
    }
  }

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
      for (Object element : list) {
        copy.add(value(element));
      }
      return copy;
    }
    return value instanceof Record record && !untouched.contains(record.getClass())
        ? record(record)
        : value;
  }

  private Object record(Record record) {
    try {
      Shape shape = shapes.get(record.getClass());
      if (shape == null) {
        shape = Shape.of(record.getClass());
        shapes.put(record.getClass(), shape);
      }
      @Nullable Object[] values = new @Nullable Object[shape.accessors.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(shape.accessors.get(i).invoke(record));
      }
      return shape.constructor.newInstance(values);
    } catch (IllegalAccessException
        | InstantiationException
        | InvocationTargetException
        | NoSuchMethodException e) {
      throw new IllegalStateException("cannot copy " + record.getClass().getName(), e);
    }
  }
}
