package certbotdoctor.probe.dns.delegation;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.TextParseException;

/** Arithmetic on domain names. */
public final class Names {
  private Names() {}

  /** An absolute name from text, in lower case, with IDNA applied; empty where it is none. */
  public static Optional<Name> of(String text) {
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    try {
      String ascii = bare.chars().allMatch(c -> c < 0x80) ? bare : IDN.toASCII(bare);
      return ascii.isEmpty()
          ? Optional.empty()
          : Optional.of(Name.fromString(ascii.toLowerCase(Locale.ROOT) + ".", Name.root));
    } catch (TextParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The name for a reader: lower case, without trailing dot. */
  public static String text(Name name) {
    return name.equals(Name.root) ? "." : name.toString(true).toLowerCase(Locale.ROOT);
  }

  /** The ancestor with so many labels, the root's empty one counted. */
  public static Name ancestor(Name name, int labels) {
    return new Name(name, name.labels() - labels);
  }

  /** The parent; the root has none and is its own. */
  public static Name parent(Name name) {
    return name.labels() <= 1 ? name : new Name(name, 1);
  }

  /** A name below another; empty where it would be too long. */
  public static Optional<Name> below(String labels, Name parent) {
    try {
      return Optional.of(Name.concatenate(Name.fromString(labels), parent));
    } catch (TextParseException | NameTooLongException e) {
      return Optional.empty();
    }
  }

  /** Whether a name is strictly below another. */
  public static boolean isBelow(Name name, Name ancestor) {
    return name.subdomain(ancestor) && !name.equals(ancestor);
  }

  /** Whether a zone is the root or a top-level domain, whose servers are not the user's. */
  public static boolean isTop(Name zone) {
    return zone.labels() <= 2;
  }
}
