package certbotdoctor.event;

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
  private static final Pattern FIELD =
      Pattern.compile("(?:identifier|dnsName)\\\\?\"?[=:]\\s?\\\\?\"?" + NAME);

  private MessageSubject() {}

  /** The name, null where the line of an offset speaks of none before it and in no field. */
  static @Nullable String of(Page page, int at) {
    String text = page.text();
    int line = Lines.start(text, at, 4 * REACH);
    String name = last(BRACKETED.matcher(text).region(Math.max(line, at - REACH), at));
    if (name != null) {
      return name;
    }
    return last(FIELD.matcher(text).region(line, Lines.end(text, at, 4 * REACH)));
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
