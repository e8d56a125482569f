package certbotdoctor.diagnose;

import certbotdoctor.event.Event;
import org.jspecify.annotations.Nullable;

/** Kinds of authenticators, by what they are named and what they did. */
final class Authenticators {
  private Authenticators() {}

  /**
   * The kind: {@code dns-plugin}, {@code manual-hook}, {@code manual-prompt}, {@code standalone},
   * {@code webroot}, {@code web-server}, {@code other-client} for whatever another client than
   * certbot uses, or {@code unknown}.
   */
  static String kind(Subject subject) {
    String name = subject.certificate().authenticator();
    boolean hook =
        subject.run().diary().arguments().stream().anyMatch(a -> a.startsWith("--manual-auth-hook"))
            || subject.certificate().events().stream().anyMatch(Authenticators::ofAuthHook);
    if (hook) {
      return "manual-hook";
    }
    if (name == null && !isCertbot(subject)) {
      return "other-client";
    }
    if (name == null) {
      boolean prompted =
          subject.certificate().identifiers().stream()
              .anyMatch(i -> i.expectedFrom().contains("manual-prompt"));
      return prompted ? "manual-prompt" : ofHint(subject);
    }
    return ofName(name);
  }

  /** Whether certbot ran, as far as is known. */
  static boolean isCertbot(Subject subject) {
    String client = subject.run().diary().client();
    return client == null || client.equals("certbot");
  }

  private static String ofName(String name) {
    String plugin = name.substring(name.indexOf(':') + 1);
    return switch (plugin) {
      case "manual" -> "manual-prompt";
      case "standalone", "webroot" -> plugin;
      case "nginx", "apache" -> "web-server";
      default -> plugin.startsWith("dns") || name.contains("dns") ? "dns-plugin" : "unknown";
    };
  }

  private static String ofHint(Subject subject) {
    for (Event event : subject.certificate().events()) {
      if (event instanceof Event.Hint hint && hint.plugin() != null) {
        return hint.plugin().equals("manual-auth-hook") ? "manual-hook" : ofName(hint.plugin());
      }
    }
    boolean waits =
        subject.certificate().events().stream().anyMatch(e -> e instanceof Event.PropagationWait);
    return waits ? "dns-plugin" : "unknown";
  }

  private static boolean ofAuthHook(Event event) {
    return (event instanceof Event.HookRan hook && hook.hook().equals("manual-auth-hook"))
        || (event instanceof Event.Mark mark && mark.phrase().equals("manual-auth-hook"))
        || (event instanceof Event.Hint hint && "manual-auth-hook".equals(hint.plugin()));
  }

  /** The plugin of a certificate: its authenticator, else the one that a hint names. */
  static @Nullable String plugin(Subject subject) {
    if (subject.certificate().authenticator() != null) {
      return subject.certificate().authenticator();
    }
    for (Event event : subject.certificate().events()) {
      if (event instanceof Event.Hint hint
          && hint.plugin() != null
          && !hint.plugin().endsWith("-hook")) {
        return hint.plugin();
      }
      if (event instanceof Event.ClientMessage message && message.match().slots().has("plugin")) {
        return message.match().slots().get("plugin");
      }
    }
    return null;
  }
}
