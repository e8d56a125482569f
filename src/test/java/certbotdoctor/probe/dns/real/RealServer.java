package certbotdoctor.probe.dns.real;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** One real server on one loopback address, in a directory of its own. */
final class RealServer implements AutoCloseable {
  final String address;
  private final Make make;
  private final Path dir;
  private final Map<String, String> zones = new TreeMap<>();
  private @Nullable Process process;

  RealServer(Make make, String address, Path dir) {
    this.make = make;
    this.address = address;
    this.dir = dir;
  }

  /** Serves a zone with this text; an empty text is a zone that cannot be loaded. */
  void serve(String zone, String text) {
    zones.put(zone, text);
  }

  void start() throws IOException, InterruptedException {
    Files.createDirectories(dir);
    for (Map.Entry<String, String> zone : zones.entrySet()) {
      if (!zone.getValue().isEmpty()) {
        Files.writeString(dir.resolve(zone.getKey() + ".zone"), zone.getValue());
      }
    }
    Path config = dir.resolve("server.conf");
    Files.writeString(config, make.config(dir, address, zones.keySet()));
    Process started =
        new ProcessBuilder(make.command(config))
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("output").toFile())
            .start();
    process = started;
    Deque<String> unanswered = new ArrayDeque<>(loadable());
    for (int i = 0; !answers(unanswered); i++) {
      if (!started.isAlive() || i == 1200) {
        throw new IOException(
            make.program() + " does not answer: " + Files.readString(dir.resolve("output")));
      }
      Thread.sleep(50);
    }
  }

  /** The zones that it can load; for a resolver, the root that it asks. */
  private List<String> loadable() {
    List<String> names = new ArrayList<>();
    zones.forEach(
        (zone, text) -> {
          if (!text.isEmpty()) {
            names.add(zone);
          }
        });
    return names.isEmpty() ? List.of(".") : names;
  }

  /** Whether every zone is loaded; those that are need not be asked again. */
  private boolean answers(Deque<String> unanswered) throws IOException {
    SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(address, 53));
    resolver.setTCP(true);
    resolver.setTimeout(Duration.ofSeconds(2));
    while (!unanswered.isEmpty()) {
      Name zone = Name.fromString(unanswered.getFirst(), Name.root);
      Message query = Message.newQuery(Record.newRecord(zone, Type.SOA, DClass.IN));
      try {
        if (resolver.send(query).getRcode() != Rcode.NOERROR) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
      unanswered.removeFirst();
    }
    return true;
  }

  /** Whether this host lets the user listen on port 53 of loopback addresses. */
  static boolean mayListen() {
    for (int i = 0; i < 100; i++) {
      try (DatagramSocket socket =
          new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53))) {
        return socket.isBound();
      } catch (BindException e) {
        // another laboratory may be about to end
        if (!pause() || String.valueOf(e.getMessage()).contains("Permission")) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return false;
  }

  private static boolean pause() {
    try {
      Thread.sleep(100);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
      if (running.onExit().completeOnTimeout(running, 5, TimeUnit.SECONDS).join().isAlive()) {
        running.destroyForcibly();
      }
    }
  }
}
