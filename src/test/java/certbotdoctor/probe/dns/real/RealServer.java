package certbotdoctor.probe.dns.real;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
    for (int i = 0; !answers(); i++) {
      if (!started.isAlive() || i == 400) {
        throw new IOException(
            make.program() + " does not listen: " + Files.readString(dir.resolve("output")));
      }
      Thread.sleep(50);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, 53), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether this host lets the user listen on port 53 of loopback addresses. */
  static boolean mayListen() {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53))) {
      return socket.isBound();
    } catch (IOException e) {
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
