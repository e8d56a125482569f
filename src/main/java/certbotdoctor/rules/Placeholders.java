package certbotdoctor.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a command for a value that is not known, with a word on where to find it. */
public final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("<([a-z][a-z-]*)>");
  private static final String RENEWAL = "`/etc/letsencrypt/renewal/${certificate|NAME}.conf`";

  /** Where to find a value, by its placeholder, as templates. */
  private static final Map<String, String> NOTES = new LinkedHashMap<>();

  static {
    NOTES.put("challenge-name", "`_acme-challenge.` and the name, without a `*.` before it");
    NOTES.put("domain", "the name that the certificate is for");
    NOTES.put("name", "each of the names, with a `-d` of its own");
    NOTES.put("zone", "the domain as it is registered, for example `example.org`");
    NOTES.put(
        "server",
        "each name server of the zone in turn, or its address where its name does not resolve");
    NOTES.put("certificate", "a name from the list that `sudo certbot certificates` prints");
    NOTES.put(
        "credentials-file",
        "the file with the provider's key or token; a certificate that exists has it in "
            + RENEWAL
            + ", under `dns_…_credentials`");
    NOTES.put(
        "auth-hook",
        "the program that creates the record, `manual_auth_hook` in " + RENEWAL + " if it is set");
    NOTES.put(
        "cleanup-hook",
        "the program that removes the record, `manual_cleanup_hook` in "
            + RENEWAL
            + " if it is set");
    NOTES.put("new-auth-hook", "the path of your hook that creates the record");
    NOTES.put("new-cleanup-hook", "the path of your hook that removes it");
    NOTES.put(
        "new-credentials-file",
        "a file that you make, readable only by root, with the key or token of the new provider");
    NOTES.put("web-root", "the directory from which the web server serves the name");
    NOTES.put("token", "the token or key, from the provider's page");
    NOTES.put("e-mail", "an address of yours");
    NOTES.put("provider", "the client's name of the DNS provider, for example `cloudflare`");
    NOTES.put("namespace", "the namespace of the request, the first column of the list");
    NOTES.put("certificate-request", "its name, the second column");
    NOTES.put("dns-api", "acme.sh's name of the DNS provider, for example `dns_cf`");
    NOTES.put("plugin", "certbot's name of the DNS provider, for example `cloudflare`");
    NOTES.put("key-name", "the name of the TSIG key, from the configuration of the name server");
    NOTES.put(
        "secret",
        "the secret that belongs to the key, from the provider's page or the name server's"
            + " configuration");
    NOTES.put("key", "the key, from the provider's page");
    NOTES.put("eab-kid", "the key id, from the CA's page of the account");
    NOTES.put("eab-hmac-key", "the key, from the CA's page of the account");
  }

  private Placeholders() {}

  /** The names of the placeholders in a command, in order. */
  public static List<String> in(String command) {
    List<String> names = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(command);
    while (placeholder.find()) {
      if (!names.contains(placeholder.group(1))) {
        names.add(placeholder.group(1));
      }
    }
    return names;
  }

  /** Whether it is known where to find a value. */
  public static boolean explained(String name) {
    return NOTES.containsKey(name);
  }

  /**
   * A template of sentences on the placeholders in a command.
   *
   * @param told those that were explained already; the new ones are added
   * @return begins with a blank; empty where there is nothing to say
   */
  public static String notes(String command, List<String> told) {
    StringBuilder notes = new StringBuilder();
    for (String name : in(command)) {
      String note = NOTES.get(name);
      if (note != null && !told.contains(name)) {
        told.add(name);
        notes.append(" `<").append(name).append(">` stands for ").append(note).append('.');
      }
    }
    return notes.toString();
  }
}
