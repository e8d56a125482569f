package certbotdoctor.diagnose;

import certbotdoctor.rules.ShellWord;
import certbotdoctor.run.Diary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options that the user gave to certbot, as far as they are to be given again.
 *
 * @param given the command line in words, without what belongs to that one attempt
 */
record UserOptions(List<String> given) {
  /** Options of one attempt, or for machines; none of them takes a value. */
  private static final Set<String> DROPPED =
      Set.of(
          "--dry-run",
          "--force-renewal",
          "--renew-by-default",
          "--debug-challenges",
          "--debug",
          "--preconfigured-renewal",
          "--no-random-sleep-on-renew",
          "--keep-until-expiring",
          "-n",
          "--non-interactive",
          "-q",
          "--quiet",
          "-v",
          "-vv",
          "-vvv",
          "--verbose");

  /** Options whose values are no business of a report. */
  private static final Set<String> SECRET = Set.of("--eab-hmac-key", "--eab-kid");

  private static final Set<String> FOLDERS = Set.of("--config-dir", "--work-dir", "--logs-dir");

  private static final Set<String> DOMAINS =
      Set.of("-d", "--domain", "--domains", "--cert-name", "--csr");

  UserOptions {
    given = List.copyOf(given);
  }

  /** The options of a run; none where its log does not tell them. */
  static UserOptions of(Diary diary) {
    List<String> kept = new ArrayList<>();
    for (String word : split(diary.arguments())) {
      boolean secret = !kept.isEmpty() && SECRET.contains(kept.get(kept.size() - 1));
      if (secret) {
        kept.add("<" + kept.get(kept.size() - 1).substring(2) + ">");
      } else if (!DROPPED.contains(word)) {
        kept.add(word);
      }
    }
    return new UserOptions(kept);
  }

  /** {@code --option=value} as two words. */
  private static List<String> split(List<String> arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (argument.startsWith("--") && equals > 0) {
        words.add(argument.substring(0, equals));
        words.add(argument.substring(equals + 1));
      } else {
        words.add(argument);
      }
    }
    return words;
  }

  /** Whether they say for which names, so that they can stand for the whole request. */
  boolean namesDomains() {
    return given.stream().anyMatch(DOMAINS::contains);
  }

  /** The value of an option, null where it was not given. */
  @Nullable String value(String option) {
    int at = given.indexOf(option);
    return at >= 0 && at + 1 < given.size() ? given.get(at + 1) : null;
  }

  /** The value of the first option that ends so, null where none was given. */
  @Nullable String valueOfSuffix(String suffix) {
    return given.stream()
        .filter(word -> word.startsWith("--") && word.endsWith(suffix))
        .findFirst()
        .map(this::value)
        .orElse(null);
  }

  /** All as words of a shell, each after a blank. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (String word : given) {
      boolean placeholder = word.matches("<[a-z-]+>");
      words.append(' ').append(placeholder ? word : ShellWord.of(word));
    }
    return words.toString();
  }

  /** The options that say where certbot's folders are. */
  String folders() {
    return pairs(FOLDERS);
  }

  /** The options that say where certbot's folders are and which CA it asks. */
  String place() {
    return folders() + pairs(Set.of("--server"));
  }

  private String pairs(Set<String> wanted) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i + 1 < given.size(); i++) {
      if (wanted.contains(given.get(i))) {
        words.append(' ').append(given.get(i)).append(' ').append(ShellWord.of(given.get(i + 1)));
      }
    }
    return words.toString();
  }

  /** These options without one that takes a value. */
  UserOptions without(@Nullable String option) {
    return option == null ? this : without(Set.of(option));
  }

  /** These options without those that name domains or a certificate. */
  UserOptions withoutNames() {
    return without(DOMAINS);
  }

  private UserOptions without(Set<String> options) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (options.contains(given.get(i))) {
        i++;
      } else {
        kept.add(given.get(i));
      }
    }
    return new UserOptions(kept);
  }
}
