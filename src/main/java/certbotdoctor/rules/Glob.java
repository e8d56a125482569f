package certbotdoctor.rules;

import java.util.regex.Pattern;

/** Patterns of host names: {@code *} for any characters; a pattern without it is a suffix. */
final class Glob {
  private Glob() {}

  static boolean matches(String pattern, String name) {
    if (pattern.indexOf('*') < 0) {
      String suffix = pattern.startsWith(".") ? pattern.substring(1) : pattern;
      return name.equals(suffix) || name.endsWith("." + suffix);
    }
    String regex =
        java.util.Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(java.util.stream.Collectors.joining(".*"));
    return name.matches(regex);
  }
}
