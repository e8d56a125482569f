package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Real programs in a network of their own: BIND as primary, NSD as a secondary that is told of a
 * change only some seconds later, pebble as the CA that asks the secondary, and certbot. Needs
 * Debian's bind9, bind9-dnsutils, nsd, pebble, certbot, python3-certbot-dns-rfc2136, openssl and
 * iproute2, and the right to make a network namespace.
 */
final class CaptureLab implements AutoCloseable {
  static final String PRIMARY = "127.47.0.1";
  static final String SECONDARY = "127.47.0.2";
  private static final String CA = "127.47.0.9";
  private static final String SECRET = "bGFib3JhdG9yeS1rZXktbm90LWEtc2VjcmV0LSEhISE=";
  private static final List<String> ZONES = List.of("example.org", "challenges.example.net");
  private static final List<String> PROGRAMS =
      List.of("named", "nsd", "pebble", "certbot", "nsupdate", "dig", "openssl", "ip", "nsenter");

  private final Path directory;
  private final List<Process> processes = new ArrayList<>();
  private final List<Thread> relays = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile int lag;
  private @Nullable Process namespace;

  /**
   * Starts everything.
   *
   * @param lag seconds after which the secondary is told of a change
   */
  CaptureLab(Path directory, int lag) throws IOException, InterruptedException {
    this.directory = directory;
    this.lag = lag;
    for (String folder : List.of("bind", "nsd", "ca", "etc", "work", "log", "hooks")) {
      Files.createDirectories(directory.resolve(folder));
    }
    Process space = new ProcessBuilder("unshare", "-n", "sleep", "3600").start();
    namespace = space;
    processes.add(space);
    while (inside(List.of("ip", "link", "set", "lo", "up")).waitFor() != 0) {
      Thread.sleep(50);
    }
    assertThat(inside(List.of("ip", "addr", "add", PRIMARY + "/32", "dev", "lo")).waitFor())
        .isZero();
    names();
    certificates();
    servers();
    notifier();
  }

  /** Whether this host has all that is needed. */
  static boolean possible() {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    boolean programs =
        PROGRAMS.stream()
            .allMatch(
                program ->
                    Stream.of(path.split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    try {
      return programs && new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void lag(int seconds) {
    lag = seconds;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private void names() throws IOException {
    String key = "key \"update-key\" { algorithm hmac-sha256; secret \"" + SECRET + "\"; };\n";
    write("update.key", key);
    StringBuilder bind =
        new StringBuilder(key)
            .append(
                """
                options { directory "%s/bind"; listen-on port 53 { %s; }; listen-on-v6 { none; };
                  recursion no; pid-file none; session-keyfile none; dnssec-validation no;
                  notify no; allow-transfer { any; }; };
                controls { };
                zone "." { type primary; file "root"; };
                """
                    .formatted(directory, PRIMARY));
    StringBuilder nsd =
        new StringBuilder(
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
            """
                .formatted(SECONDARY, directory, directory, directory, directory, directory));
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
      write(
          "bind/" + zone,
          "$TTL 60\n@ SOA ns1 hostmaster 1 3600 600 86400 5\n@ NS ns1\n@ NS ns2\n"
              + ("ns1 A " + PRIMARY + "\nns2 A " + SECONDARY + "\n"));
    }
    write("bind/root", root.toString());
    write("named.conf", bind.toString());
    write("nsd.conf", nsd.toString());
  }

  private void certificates() throws IOException, InterruptedException {
    shell(
        """
        cd '%s/ca'
        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Laboratory root' \
          -keyout root.key -out root.pem
        openssl req -newkey rsa:2048 -nodes -subj /CN=acme.lab.test \
          -addext subjectAltName=IP:%s -keyout key.pem -out req.pem
        openssl x509 -req -in req.pem -CA root.pem -CAkey root.key -copy_extensions copy \
          -days 30 -out cert.pem
        """
            .formatted(directory, CA));
    write(
        "ca/pebble.json",
        """
        {"pebble": {"listenAddress": "%s:14000", "managementListenAddress": "%s:15000",
          "certificate": "%s/ca/cert.pem", "privateKey": "%s/ca/key.pem", "httpPort": 5002,
          "tlsPort": 5001, "ocspResponderURL": "", "externalAccountBindingRequired": false}}
        """
            .formatted(CA, CA, directory, directory));
    write(
        "etc/rfc2136.ini",
        """
        dns_rfc2136_server = %s
        dns_rfc2136_name = update-key
        dns_rfc2136_secret = %s
        dns_rfc2136_algorithm = HMAC-SHA256
        """
            .formatted(PRIMARY, SECRET));
    Files.setPosixFilePermissions(
        directory.resolve("etc/rfc2136.ini"), PosixFilePermissions.fromString("rw-------"));
  }

  private void servers() throws IOException, InterruptedException {
    processes.add(inside(List.of("named", "-f", "-4", "-c", directory + "/named.conf")));
    await(PRIMARY);
    processes.add(inside(List.of("nsd", "-d", "-c", directory + "/nsd.conf")));
    await(SECONDARY);
    ProcessBuilder pebble =
        builder(
            List.of(
                "pebble",
                "-config",
                directory + "/ca/pebble.json",
                "-dnsserver",
                SECONDARY + ":53"));
    pebble.environment().put("PEBBLE_VA_NOSLEEP", "1");
    pebble.environment().put("PEBBLE_WFE_NONCEREJECT", "0");
    pebble.environment().put("PEBBLE_AUTHZREUSE", "0");
    processes.add(pebble.start());
  }

  private void await(String server) throws IOException, InterruptedException {
    for (String zone : ZONES) {
      for (int i = 0; serial(server, zone).isEmpty(); i++) {
        assertThat(i).as(server + " serves " + zone).isLessThan(200);
        Thread.sleep(100);
      }
    }
  }

  private String serial(String server, String zone) throws IOException, InterruptedException {
    String answer =
        shell("dig +short +time=1 +tries=1 @" + server + " " + zone + " SOA || true").strip();
    String[] words = answer.split(" ", -1);
    return words.length > 2 && !answer.startsWith(";") ? words[2] : "";
  }

  /** Tells the secondary of changes, but late. */
  private void notifier() {
    for (String zone : ZONES) {
      Thread thread = new Thread(() -> relay(zone), "notify " + zone);
      thread.setDaemon(true);
      relays.add(thread);
      thread.start();
    }
  }

  private void relay(String zone) {
    try {
      String known = serial(PRIMARY, zone);
      while (!closed.get()) {
        Thread.sleep(300);
        String now = serial(PRIMARY, zone);
        if (!now.isEmpty() && !now.equals(known)) {
          known = now;
          Thread.sleep(lag * 1000L);
          shell(
              "dig +time=1 +tries=1 +opcode=NOTIFY +aa -b "
                  + PRIMARY
                  + " @"
                  + SECONDARY
                  + " "
                  + zone
                  + " SOA > /dev/null || true");
        }
      }
    } catch (IOException e) {
      return; // the laboratory is closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the laboratory is closed
    }
  }

  /** Sends lines of nsupdate, and waits until both servers have the change. */
  void update(String zone, String... lines) throws IOException, InterruptedException {
    shell(
        "printf 'server %s\\n%s\\nsend\\n' | nsupdate -k '%s/update.key'"
            .formatted(PRIMARY, String.join("\\n", lines).replace("\"", "\\\""), directory));
    while (!serial(PRIMARY, zone).equals(serial(SECONDARY, zone))) {
      Thread.sleep(200);
    }
  }

  /** A hook; {@code update} in it takes lines of nsupdate, {@code $name} is the record's name. */
  String hook(String name, String body) throws IOException {
    Path file = directory.resolve("hooks/" + name);
    Files.writeString(
        file,
        "#!/bin/sh\nname=_acme-challenge.$CERTBOT_DOMAIN\n"
            + "update() { (echo 'server %s'; cat; echo send) | nsupdate -k '%s/update.key'; }\n"
                .formatted(PRIMARY, directory)
            + body
            + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  /** A certbot command. */
  List<String> certbot(String... arguments) {
    List<String> words = new ArrayList<>(List.of("certbot", "certonly", "-n", "--force-renewal"));
    words.addAll(List.of("--config-dir", directory + "/etc", "--work-dir", directory + "/work"));
    words.addAll(List.of("--logs-dir", directory + "/log", "--server"));
    words.addAll(List.of("https://" + CA + ":14000/dir", "--agree-tos", "--no-eff-email"));
    words.addAll(List.of("-m", "hostmaster@example.org"));
    words.addAll(List.of(arguments));
    return words;
  }

  /** The arguments of the plugin for RFC 2136. */
  String[] rfc2136(int wait, String... domains) {
    List<String> words = new ArrayList<>(List.of("--dns-rfc2136", "--dns-rfc2136-credentials"));
    words.add(directory + "/etc/rfc2136.ini");
    words.addAll(List.of("--dns-rfc2136-propagation-seconds", Integer.toString(wait)));
    for (String domain : domains) {
      words.addAll(List.of("-d", domain));
    }
    return words.toArray(new String[0]);
  }

  /** The program itself, as a command line. */
  static List<String> doctor(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    words.add("certbotdoctor.cli.Main");
    words.addAll(List.of(arguments));
    return words;
  }

  /** Runs a command under the program, with a JSON report. */
  int run(Path report, List<String> command) throws IOException, InterruptedException {
    List<String> words =
        doctor(
            "run", "--resolver", PRIMARY, "--no-public-resolvers", "-o", report.toString(), "--");
    words.addAll(command);
    ProcessBuilder builder = builder(words);
    builder.environment().put("REQUESTS_CA_BUNDLE", directory + "/ca/root.pem");
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private String shell(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = builder(List.of("sh", "-c", script));
    builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
    Process process = builder.start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(script).isZero();
    return output;
  }

  private Process inside(List<String> words) throws IOException {
    return builder(words).start();
  }

  private ProcessBuilder builder(List<String> words) {
    Process space = namespace;
    List<String> all = new ArrayList<>();
    if (space != null) {
      all.addAll(List.of("nsenter", "-n", "-t", Long.toString(space.pid())));
    }
    all.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
    return builder
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("lab.log").toFile()));
  }

  @Override
  public void close() {
    closed.set(true);
    for (Thread relay : relays) {
      relay.interrupt();
      try {
        relay.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).destroy();
    }
  }
}
