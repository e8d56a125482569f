package certbotdoctor.event;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which name a message of a program is about, by the notations of logs: {@code [example.org] …} of
 * lego and win-acme, {@code "identifier":"example.org"} of CertMagic, {@code dnsName=…} of
 * cert-manager.
 */
final class MessageSubject {
  private static final int REACH = 600;
  private static final String NAME = "((?:\\*\\.)?[\\w\\-{}<>]++(?:\\.[\\w\\-{}<>]++)++)\\.?";
  private static final Pattern BRACKETED = Pattern.compile("\\[" + NAME + "\\]");
  private static final List<String> FIELDS = List.of("identifier", "dnsName", "domains");
  private static final Pattern FIELD =
      Pattern.compile("(?:" + String.join("|", FIELDS) + ")\\\\?\"?[=:]\\s?\\[?\\\\?\"?" + NAME);

  private MessageSubject() {}

  /** The name, null where the line of an offset speaks of none before it and in no field. */
  static @Nullable String of(Page page, int at) {
    String text = page.text();
    int line = Lines.start(text, at, 4 * REACH);
    int near = Math.max(line, at - REACH);
    int bracket = text.indexOf('[', near);
    String name =
        bracket < 0 || bracket >= at ? null : last(BRACKETED.matcher(text).region(bracket, at));
    if (name != null) {
      return name;
    }
    int end = Lines.end(text, at, 4 * REACH);
    boolean field = FIELDS.stream().anyMatch(one -> stands(one, text, line, end));
    return field ? last(FIELD.matcher(text).region(line, end)) : null;
  }

  private static boolean stands(String word, String text, int from, int to) {
    int at = text.indexOf(word, from);
    return at >= 0 && at < to;
  }

  private static @Nullable String last(Matcher matcher) {
    String name = null;
    while (matcher.find()) {
      if (Names.plausible(matcher.group(1))) {
        name = matcher.group(1);
      }
    }
    return name;
  }
}
