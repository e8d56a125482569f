package certbotdoctor.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one slot of a fact.
 *
 * @param test how the value is compared
 * @param values what with; one number for {@code BELOW} and {@code ABOVE}
 */
public record Condition(Test test, List<String> values) {
  /** The closed set of comparisons. */
  public enum Test {
    /** Equal to one of the values. */
    ONE_OF,
    /** Bound, and equal to none of the values. */
    NOT,
    /** A number below the value. */
    BELOW,
    /** A number above the value. */
    ABOVE,
    /** Bound, whatever the value. */
    PRESENT,
    /** Not bound. */
    MISSING,
    /** Ends with one of the values. */
    ENDS
  }

  /** Copies the values. */
  public Condition {
    values = List.copyOf(values);
  }

  /** Whether a slot's value meets the condition; null stands for a slot that is not bound. */
  public boolean holds(@Nullable String value) {
    return switch (test) {
      case ONE_OF -> value != null && values.contains(value);
      case NOT -> value != null && !values.contains(value);
      case BELOW -> number(value) < number(values.get(0));
      case ABOVE -> value != null && number(value) > number(values.get(0));
      case PRESENT -> value != null;
      case MISSING -> value == null;
      case ENDS -> value != null && values.stream().anyMatch(value::endsWith);
    };
  }

  /** A number, infinite where it is none, so that it is never below anything. */
  private static double number(@Nullable String value) {
    try {
      return value == null ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
