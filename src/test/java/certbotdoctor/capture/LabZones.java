package certbotdoctor.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Settings and zones of the laboratory's two name servers. */
final class LabZones {
  static final String PRIMARY = "127.47.0.1";
  static final String SECONDARY = "127.47.0.2";
  static final String SECRET = "bGFib3JhdG9yeS1rZXktbm90LWEtc2VjcmV0LSEhISE=";
  static final List<String> ZONES = List.of("example.org", "challenges.example.net");

  private static final String BIND =
      """
      options { directory "%s/bind"; listen-on port 53 { %s; }; listen-on-v6 { none; };
        recursion no; pid-file none; session-keyfile none; dnssec-validation no;
        notify no; allow-transfer { any; }; };
      controls { };
      zone "." { type primary; file "root"; };
      """;
  private static final String NSD =
      """
      server:
        ip-address: %s@53
        username: ""
        zonesdir: "%s/nsd"
        database: ""
        pidfile: "%s/nsd/pid"
        xfrdfile: "%s/nsd/state"
        xfrdir: "%s/nsd"
        zonelistfile: "%s/nsd/list"
        server-count: 1
      remote-control:
        control-enable: no
      """;

  private final Path directory;

  LabZones(Path directory) {
    this.directory = directory;
  }

  /** Writes everything below the directory. */
  void write() throws IOException {
    String key = "key \"update-key\" { algorithm hmac-sha256; secret \"" + SECRET + "\"; };\n";
    StringBuilder bind = new StringBuilder(key).append(BIND.formatted(directory, PRIMARY));
    StringBuilder nsd =
        new StringBuilder(
            NSD.formatted(SECONDARY, directory, directory, directory, directory, directory));
    StringBuilder root =
        new StringBuilder("$TTL 300\n@ SOA a.root. h.root. 1 3600 600 86400 5\n@ NS a.root.\n")
            .append("a.root. A " + PRIMARY + "\n");
    for (String zone : ZONES) {
      bind.append("zone \"" + zone + "\" { type primary; file \"" + zone + "\"; ")
          .append("allow-update { key \"update-key\"; }; };\n");
      nsd.append("zone:\n  name: " + zone + "\n  zonefile: " + zone + "\n")
          .append("  request-xfr: AXFR " + PRIMARY + "@53 NOKEY\n")
          .append("  allow-notify: " + PRIMARY + " NOKEY\n");
      root.append(zone + ". NS ns1." + zone + ".\n" + zone + ". NS ns2." + zone + ".\n")
          .append("ns1." + zone + ". A " + PRIMARY + "\nns2." + zone + ". A " + SECONDARY + "\n");
      text("bind/" + zone, zone());
    }
    text("update.key", key);
    text("bind/root", root.toString());
    text("named.conf", bind.toString());
    text("nsd.conf", nsd.toString());
  }

  private static String zone() {
    return "$TTL 60\n@ SOA ns1 hostmaster 1 3600 600 86400 5\n@ NS ns1\n@ NS ns2\n"
        + ("ns1 A " + PRIMARY + "\nns2 A " + SECONDARY + "\n");
  }

  private void text(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
