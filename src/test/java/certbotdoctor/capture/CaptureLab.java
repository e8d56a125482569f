package certbotdoctor.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Real programs in a network of their own: BIND as primary, NSD as a secondary that is told of a
 * change only some seconds later, pebble as the CA that asks the secondary, and certbot. Needs
 * Debian's bind9, bind9-dnsutils, nsd, pebble, certbot, python3-certbot-dns-rfc2136, openssl and
 * iproute2, and the right to make a network namespace.
 */
final class CaptureLab implements AutoCloseable {
  static final String PRIMARY = LabZones.PRIMARY;
  static final String SECONDARY = LabZones.SECONDARY;
  private static final List<String> PROGRAMS =
      List.of("named", "nsd", "pebble", "certbot", "nsupdate", "dig", "openssl", "ip", "nsenter");

  private final Path directory;
  private final List<Thread> relays = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile int lag;
  private final LabSpace space;

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
    space = new LabSpace(directory);
    space.shell("ip addr add " + PRIMARY + "/32 dev lo");
    new LabZones(directory).write();
    credentials();
    servers();
    new LabAuthority(directory, space).start();
    notifier();
  }

  /** Whether this host has all that is needed. */
  static boolean possible() {
    return LabSpace.possible(PROGRAMS);
  }

  void lag(int seconds) {
    lag = seconds;
  }

  private void credentials() throws IOException {
    Path file = directory.resolve("etc/rfc2136.ini");
    Files.writeString(
        file,
        """
        dns_rfc2136_server = %s
        dns_rfc2136_name = update-key
        dns_rfc2136_secret = %s
        dns_rfc2136_algorithm = HMAC-SHA256
        """
            .formatted(PRIMARY, LabZones.SECRET));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void servers() throws IOException, InterruptedException {
    space.keep(space.builder(List.of("named", "-f", "-4", "-c", directory + "/named.conf")));
    await(PRIMARY);
    space.keep(space.builder(List.of("nsd", "-d", "-c", directory + "/nsd.conf")));
    await(SECONDARY);
  }

  private void await(String server) throws IOException, InterruptedException {
    for (String zone : LabZones.ZONES) {
      for (int i = 0; serial(server, zone).isEmpty(); i++) {
        assertThat(i).as(server + " serves " + zone).isLessThan(200);
        Thread.sleep(100);
      }
    }
  }

  private String serial(String server, String zone) throws IOException, InterruptedException {
    String answer =
        space.shell("dig +short +time=1 +tries=1 @" + server + " " + zone + " SOA || true").strip();
    String[] words = answer.split(" ", -1);
    return words.length > 2 && !answer.startsWith(";") ? words[2] : "";
  }

  /** Tells the secondary of changes, but late. */
  private void notifier() {
    for (String zone : LabZones.ZONES) {
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
          space.shell(
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
    send(lines);
    while (!serial(PRIMARY, zone).equals(serial(SECONDARY, zone))) {
      Thread.sleep(200);
    }
  }

  /** Sends lines of nsupdate to the primary. */
  void send(String... lines) throws IOException, InterruptedException {
    space.shell(
        "printf 'server %s\\n%s\\nsend\\n' | nsupdate -k '%s/update.key'"
            .formatted(PRIMARY, String.join("\\n", lines).replace("\"", "\\\""), directory));
  }

  /** The TXT records that the primary has at a name, a line each. */
  String serves(String name) throws IOException, InterruptedException {
    return space.shell("dig +short @" + PRIMARY + " " + name + " TXT");
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
    words.addAll(
        List.of("https://" + LabAuthority.ADDRESS + ":14000/dir", "--agree-tos", "--no-eff-email"));
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
    String path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", path));
    words.add("certbotdoctor.cli.Main");
    words.addAll(List.of(arguments));
    return words;
  }

  private List<String> watched(Path report, List<String> command) {
    List<String> words =
        doctor(
            "run", "--resolver", PRIMARY, "--no-public-resolvers", "-o", report.toString(), "--");
    words.addAll(command);
    return words;
  }

  private ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = space.builder(words);
    builder.environment().put("REQUESTS_CA_BUNDLE", directory + "/ca/root.pem");
    return builder;
  }

  /** Starts a command as it is, for example a second certbot. */
  Process start(List<String> command) throws IOException {
    return builder(command).start();
  }

  /** Runs a command under the program, with a JSON report. */
  int run(Path report, List<String> command) throws IOException, InterruptedException {
    Process process = start(watched(report, command));
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** Runs a command under the program on a terminal, with a JSON report. */
  TerminalSession terminal(Path report, List<String> command) throws IOException {
    return TerminalSession.start(builder(TerminalSession.words(watched(report, command))));
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
    space.close();
  }
}
