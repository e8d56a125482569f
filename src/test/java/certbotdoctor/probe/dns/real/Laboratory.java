package certbotdoctor.probe.dns.real;

import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A root (NSD) and a top-level domain (Knot), both signed, three servers of different make for the
 * zones below, and a validating resolver (Unbound).
 */
public final class Laboratory implements AutoCloseable {
  /** Address of the validating resolver. */
  public static final String RESOLVER = "127.53.0.53";

  static final String ROOT = "127.53.0.1";
  static final String TLD = "127.53.0.2";

  /** BIND listens only on addresses that the interface has, and loopback has this one. */
  static final String BIND = "127.0.0.1";

  private final Path dir;
  private final Map<String, RealServer> servers = new TreeMap<>();
  private final StringBuilder tld = new StringBuilder();
  private final Signing signing;
  private String anchor = "";

  /** A laboratory with its files in a directory; nothing runs yet. */
  public Laboratory(Path dir) {
    this.dir = dir;
    this.signing = new Signing(dir);
    server("root", Make.NSD, ROOT);
    server("tld", Make.KNOT, TLD);
    server("ns1", Make.BIND, BIND);
    server("ns2", Make.NSD, "127.53.0.12");
    server("ns3", Make.KNOT, "127.53.0.13");
    server("resolver", Make.UNBOUND, RESOLVER);
    tld.append(
        """
        $TTL 300
        @ SOA ns.nic.test. x.nic.test. 1 1800 900 604800 60
        @ NS ns.nic.test.
        ns.nic A 127.53.0.2
        a.root A 127.53.0.1
        """);
    for (String name : List.of("ns1", "ns2", "ns3")) {
      tld.append(name + ".lab A " + server(name).address + "\n");
    }
    zone("lab.test", hosts(), "ns1", "ns2", "ns3");
  }

  private String hosts() {
    StringBuilder text = new StringBuilder();
    for (String name : List.of("ns1", "ns2", "ns3")) {
      text.append(name + " A " + server(name).address + "\n");
    }
    return text.toString();
  }

  private void server(String name, Make make, String address) {
    servers.put(name, new RealServer(make, address, dir.resolve(name)));
  }

  RealServer server(String name) {
    RealServer server = servers.get(name);
    if (server == null) {
      throw new IllegalArgumentException(name);
    }
    return server;
  }

  /** The head of a zone on some servers. */
  static String head(int serial, String... names) {
    StringBuilder text = new StringBuilder("$TTL 300\n");
    text.append("@ SOA ns1.lab.test. x.lab.test. " + serial + " 1800 900 604800 60\n");
    for (String name : names) {
      text.append("@ NS " + name + ".lab.test.\n");
    }
    return text.append("@ A 127.53.0.80\n").toString();
  }

  /** Serves a zone on some servers and delegates it to them. */
  void zone(String zone, String records, String... names) {
    delegate(zone, names);
    for (String name : names) {
      serve(zone, head(1, names) + records, name);
    }
  }

  /** Delegates a zone to servers of the laboratory. */
  void delegate(String zone, String... names) {
    for (String name : names) {
      parent(zone + ". NS " + name + ".lab.test.");
    }
  }

  /** Adds a line to the top-level domain. */
  void parent(String line) {
    tld.append(line).append('\n');
  }

  /** Puts another line in the place of one of the top-level domain. */
  void replaceParent(String line, String other) {
    int at = tld.indexOf(line);
    tld.replace(at, at + line.length(), other);
  }

  /** Serves a zone on one server, without delegation. */
  void serve(String zone, String text, String name) {
    server(name).serve(zone, "$ORIGIN " + zone + ".\n" + text);
  }

  /** Signs, serves and delegates a zone. */
  Signing.Signed signed(String zone, String records, String algorithm, String... options)
      throws IOException, InterruptedException {
    String text = "$ORIGIN " + zone + ".\n" + head(1, "ns1", "ns2", "ns3") + records;
    Signing.Signed signed = signing.sign(zone, algorithm, text, options);
    delegate(zone, "ns1", "ns2", "ns3");
    parent(signed.ds());
    for (String name : List.of("ns1", "ns2", "ns3")) {
      server(name).serve(zone, signed.text());
    }
    return signed;
  }

  /** Why it cannot run on this host; empty where it can. */
  public static Optional<String> obstacle() {
    List<String> absent = new ArrayList<>();
    for (Make make : Make.values()) {
      if (!isInstalled(make.program())) {
        absent.add(make.program());
      }
    }
    if (!absent.isEmpty()) {
      return Optional.of("not run without " + String.join(", ", absent));
    }
    return RealServer.mayListen()
        ? Optional.empty()
        : Optional.of("not run because port 53 of 127.0.0.1 is taken, or not for this user");
  }

  private static boolean isInstalled(String program) {
    return List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin").stream()
        .anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
  }

  /** Starts all; the resolver last, because it remembers servers that do not answer. */
  public void start() throws IOException, InterruptedException {
    Signing.Signed top =
        signing.sign("test", "ECDSAP256SHA256", "$ORIGIN test.\n" + tld, "-A", "-3", "ab");
    server("tld").serve("test", top.text());
    String root =
        """
        $ORIGIN .
        $TTL 300
        @ SOA a.root.test. x.root.test. 1 1800 900 604800 60
        @ NS a.root.test.
        a.root.test. A 127.53.0.1
        test. NS ns.nic.test.
        ns.nic.test. A 127.53.0.2
        """
            + top.ds();
    Signing.Signed signedRoot = signing.sign(".", "RSASHA256", root);
    server("root").serve(".", signedRoot.text());
    anchor = signedRoot.ds();
    Path resolver = Files.createDirectories(dir.resolve("resolver"));
    Files.writeString(
        resolver.resolve("root.hints"), ". NS a.root.test.\na.root.test. A 127.53.0.1\n");
    Files.writeString(anchorFile(), anchor);
    RealServer last = server("resolver");
    for (RealServer server : servers.values()) {
      if (server != last) {
        server.start();
      }
    }
    last.start();
  }

  /** The file with the trust anchor of the root. */
  public Path anchorFile() {
    return dir.resolve("resolver").resolve("anchor");
  }

  TrustAnchors anchors() throws IOException {
    return TrustAnchors.read(new ByteArrayInputStream(anchor.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public void close() {
    for (RealServer server : new ArrayList<>(servers.values())) {
      server.close();
    }
  }
}
