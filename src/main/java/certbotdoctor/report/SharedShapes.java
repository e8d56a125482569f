package certbotdoctor.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what a stranger need not know, and puts pseudonyms there. */
final class SharedShapes {
  /** Names that belong to no user: CAs, DNS providers and their APIs, tools, standards. */
  private static final Set<String> PUBLIC =
      Set.of(
          "letsencrypt.org",
          "zerossl.com",
          "pki.goog",
          "googleapis.com",
          "buypass.com",
          "sectigo.com",
          "ssl.com",
          "eff.org",
          "rfc-editor.org",
          "ietf.org",
          "cloudflare.com",
          "amazonaws.com",
          "awsdns.com",
          "digitalocean.com",
          "github.com",
          "root-servers.net",
          "gtld-servers.net",
          "python.org",
          "readthedocs.io",
          "letsdebug.net",
          "unboundtest.com",
          "dnsviz.net",
          "dns.google",
          "one.one.one.one",
          "acme-dns.io",
          "gandi.net",
          "ovh.net",
          "ovh.com",
          "hetzner.com",
          "hetzner.de",
          "linode.com",
          "azure-dns.com",
          "azure.com",
          "godaddy.com",
          "domaincontrol.com",
          "namecheap.com",
          "registrar-servers.com",
          "in-addr.arpa",
          "ip6.arpa");

  /** Ends of names that are taken for domains where nothing else tells. */
  private static final Set<String> GENERIC_ENDS =
      Set.of(
          "com",
          "net",
          "org",
          "info",
          "biz",
          "edu",
          "gov",
          "mil",
          "int",
          "name",
          "pro",
          "mobi",
          "dev",
          "app",
          "cloud",
          "online",
          "site",
          "shop",
          "store",
          "tech",
          "xyz",
          "top",
          "club",
          "live",
          "email",
          "network",
          "systems",
          "agency",
          "digital",
          "page",
          "web",
          "blog",
          "wiki",
          "local",
          "lan",
          "home",
          "internal",
          "corp",
          "intranet",
          "test",
          "example",
          "invalid",
          "onion",
          "goog",
          "space",
          "world",
          "zone",
          "host",
          "website",
          "company",
          "software");

  /** Two-letter ends that are more often a file's extension than a country. */
  private static final Set<String> FILE_ENDS =
      Set.of("py", "sh", "so", "md", "gz", "xz", "js", "pl", "rb", "go", "cf");

  private static final Set<String> EXTENSIONS =
      Set.of("conf", "pem", "log", "ini", "key", "crt", "csr", "json", "txt", "gz", "cfg", "bak");

  private static final String ACME =
      "(?:acct|account|reg|orders?|finalize|authz(?:-v3)?|chall(?:-v3)?|cert|renewal-info)";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?iU)(?<mail>(?<![\\w.+%-])(?<user>[\\w.+%-]{1,64})@(?<mailhost>[\\w-]{1,63}(?:\\.[\\w-]{1,63})++))"
              + "|(?<acme>(?<=/)"
              + ACME
              + "/)(?<ids>[\\w-]++(?:/[\\w-]++)*+)"
              + "|(?<home>(?<=/home/|/users/)[^/\\s\"':,;]{1,64})"
              + "|(?<![\\w.:])(?<six>(?:[0-9a-f]{1,4})?:[0-9a-f:]{1,39})(?![\\w:]|\\.\\d)"
              + "|(?<![\\w.-])(?<four>\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w-]|\\.\\d)"
              + "|(?<![\\w])(?<hex>[0-9a-f]{32})(?![\\w])"
              + "|(?<![\\w.-])(?<star>\\*\\.)?(?<domain>[\\w](?:[\\w-]{0,62})(?:\\.[\\w-]{1,63})++)"
              + "|(?<![\\w.-])(?<word>[\\w-]{3,63})(?![\\w-]|\\.\\w)");

  private final Pseudonyms pseudonyms = new Pseudonyms();
  private final Set<String> names;
  private final Set<String> words;

  /**
   * Prepares for one report.
   *
   * @param names domain names that are known to be names
   * @param words names of one label
   */
  SharedShapes(Set<String> names, Set<String> words) {
    this.names =
        names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    this.words = new HashSet<>();
    words.forEach(word -> this.words.add(word.toLowerCase(Locale.ROOT)));
    // so that a name under a known one is known before the known one is met
    names.stream().filter(name -> !isPublic(name)).forEach(pseudonyms::domain);
  }

  /**
   * The text with pseudonyms.
   *
   * @param guess whether to go by the shape of what is not known to be a name
   */
  String replace(String text, boolean guess) {
    Matcher shape = SHAPE.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    while (shape.find()) {
      shape.appendReplacement(out, Matcher.quoteReplacement(stand(shape, guess)));
    }
    return shape.appendTail(out).toString();
  }

  private String stand(Matcher shape, boolean guess) {
    String all = shape.group();
    if (shape.group("domain") != null) {
      String star = shape.group("star") == null ? "" : "*.";
      return star + domain(shape.group("domain"), guess);
    }
    if (shape.group("word") != null) {
      return guess && words.contains(all.toLowerCase(Locale.ROOT)) ? pseudonyms.label(all) : all;
    }
    if (!guess) {
      return all;
    }
    if (shape.group("mail") != null) {
      return pseudonyms.user(shape.group("user")) + "@" + domain(shape.group("mailhost"), true);
    }
    if (shape.group("acme") != null) {
      return shape.group("acme") + ids(shape.group("ids"));
    }
    if (shape.group("home") != null) {
      return pseudonyms.user(all);
    }
    return shape.group("hex") != null ? pseudonyms.id(all) : address(shape, all);
  }

  private String address(Matcher shape, String all) {
    if (Addresses.tellsNothing(all)) {
      return all;
    }
    if (shape.group("four") != null) {
      return Addresses.isV4(all) ? pseudonyms.v4(all) : all;
    }
    return Addresses.isV6(all) ? pseudonyms.v6(all) : all;
  }

  private String ids(String path) {
    StringBuilder out = new StringBuilder();
    for (String id : path.split("/", -1)) {
      out.append(out.isEmpty() ? "" : "/").append(pseudonyms.id(id));
    }
    return out.toString();
  }

  /** A file such as {@code example.org.conf} is named after its certificate. */
  private String domain(String name, boolean guess) {
    int dot = name.lastIndexOf('.');
    String end = name.substring(dot + 1).toLowerCase(Locale.ROOT);
    String before = name.substring(0, dot);
    if (EXTENSIONS.contains(end) || end.chars().allMatch(Character::isDigit)) {
      return (before.contains(".") ? domain(before, guess) : before) + name.substring(dot);
    }
    boolean known = isKnown(name);
    boolean shaped = guess && !isPublic(name) && looksLikeDomain(end);
    return known || shaped ? pseudonyms.domain(name) : name;
  }

  private boolean isKnown(String name) {
    String bare = name.toLowerCase(Locale.ROOT);
    return !isPublic(bare) && (names.contains(bare) || pseudonyms.underKnownBase(bare));
  }

  private static boolean isPublic(String name) {
    String suffix = name.toLowerCase(Locale.ROOT);
    while (suffix.contains(".")) {
      if (PUBLIC.contains(suffix)) {
        return true;
      }
      suffix = suffix.substring(suffix.indexOf('.') + 1);
    }
    return false;
  }

  private static boolean looksLikeDomain(String end) {
    boolean country =
        end.length() == 2 && end.chars().allMatch(Character::isLetter) && !FILE_ENDS.contains(end);
    return country || end.startsWith("xn--") || GENERIC_ENDS.contains(end);
  }
}
