package certbotdoctor.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The CA of the laboratory: pebble, which asks the secondary. */
final class LabAuthority {
  static final String ADDRESS = "127.47.0.9";

  private static final String SETTINGS =
      """
      {"pebble": {"listenAddress": "%s:14000", "managementListenAddress": "%s:15000",
        "certificate": "%s/ca/cert.pem", "privateKey": "%s/ca/key.pem", "httpPort": 5002,
        "tlsPort": 5001, "ocspResponderURL": "", "externalAccountBindingRequired": false}}
      """;

  private final Path directory;
  private final LabSpace space;

  LabAuthority(Path directory, LabSpace space) {
    this.directory = directory;
    this.space = space;
  }

  /** Starts it, and waits until it takes connections. */
  void start() throws IOException, InterruptedException {
    certificates();
    Path settings = directory.resolve("ca/pebble.json");
    Files.writeString(settings, SETTINGS.formatted(ADDRESS, ADDRESS, directory, directory));
    ProcessBuilder pebble =
        space.builder(
            List.of(
                "pebble",
                "-config",
                settings.toString(),
                "-dnsserver",
                LabZones.SECONDARY + ":53"));
    pebble.environment().put("PEBBLE_VA_NOSLEEP", "1");
    pebble.environment().put("PEBBLE_WFE_NONCEREJECT", "0");
    pebble.environment().put("PEBBLE_AUTHZREUSE", "0");
    space.keep(pebble);
    space.shell(
        """
        i=0
        until openssl s_client -connect %s:14000 </dev/null >/dev/null 2>&1; do
          i=$((i + 1)); [ $i -lt 200 ] || exit 1; sleep 0.1
        done
        """
            .formatted(ADDRESS));
  }

  private void certificates() throws IOException, InterruptedException {
    space.shell(
        """
        cd '%s/ca'
        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Laboratory root' \
          -keyout root.key -out root.pem
        openssl req -newkey rsa:2048 -nodes -subj /CN=acme.lab.test \
          -addext subjectAltName=IP:%s -keyout key.pem -out req.pem
        openssl x509 -req -in req.pem -CA root.pem -CAkey root.key -copy_extensions copy \
          -days 30 -out cert.pem
        """
            .formatted(directory, ADDRESS));
  }
}
