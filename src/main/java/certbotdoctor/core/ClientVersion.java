package certbotdoctor.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Version of a client, for what changed with it.
 *
 * @param major first number
 * @param minor second number, 0 where it is missing
 * @param patch third number, 0 where it is missing
 */
public record ClientVersion(int major, int minor, int patch) implements Comparable<ClientVersion> {
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?.*", Pattern.DOTALL);

  /** A version such as {@code 2.1.0} or {@code 5.2.0.dev0}; empty for other text. */
  public static Optional<ClientVersion> of(@Nullable String text) {
    Matcher numbers = NUMBERS.matcher(text == null ? "" : text);
    return numbers.matches()
        ? Optional.of(
            new ClientVersion(
                number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3))))
        : Optional.empty();
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Whether this is the given release or a later one. */
  public boolean since(ClientVersion release) {
    return compareTo(release) >= 0;
  }

  @Override
  public int compareTo(ClientVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor == 0 ? Integer.compare(minor, other.minor) : byMajor;
    return byMinor == 0 ? Integer.compare(patch, other.patch) : byMinor;
  }
}
