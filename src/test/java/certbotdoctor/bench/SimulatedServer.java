package certbotdoctor.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.xbill.DNS.Message;

/** A server on loopback that answers after a time, however many ask; over UDP and TCP. */
final class SimulatedServer implements AutoCloseable {
  /** Threads of servers have names that begin so. */
  static final String THREADS = "simulated";

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final UnaryOperator<Message> answers;
  private final long delay;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, THREADS + "-later"));
  private final ExecutorService connections =
      Executors.newCachedThreadPool(task -> new Thread(task, THREADS + "-tcp"));

  SimulatedServer(UnaryOperator<Message> answers, Duration delay) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.answers = answers;
    this.delay = delay.toNanos();
    this.tcp = new ServerSocket(0, 500, loopback);
    this.udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
    udp.setReceiveBufferSize(1 << 20);
    start(this::serveUdp, "-udp");
    start(this::serveTcp, "-accept");
  }

  private interface Loop {
    void run() throws IOException;
  }

  private static void start(Loop loop, String name) {
    Thread thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } catch (IOException e) {
                // closed: the measurement has ended
              }
            },
            THREADS + name);
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress socket() {
    return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
  }

  private void serveUdp() throws IOException {
    byte[] buffer = new byte[4096];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      udp.receive(packet);
      byte[] wire =
          answers.apply(new Message(Arrays.copyOf(buffer, packet.getLength()))).toWire(1232);
      DatagramPacket answer = new DatagramPacket(wire, wire.length, packet.getSocketAddress());
      var unused = later.schedule(() -> send(answer), delay, TimeUnit.NANOSECONDS);
    }
  }

  private void send(DatagramPacket answer) {
    try {
      udp.send(answer);
    } catch (IOException e) {
      // closed: the measurement has ended
    }
  }

  private void serveTcp() throws IOException {
    while (true) {
      Socket socket = tcp.accept();
      connections.execute(() -> serve(socket));
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] wire = new byte[in.readUnsignedShort()];
        in.readFully(wire);
        byte[] answer = answers.apply(new Message(wire)).toWire(Message.MAXLENGTH);
        TimeUnit.NANOSECONDS.sleep(delay);
        out.writeShort(answer.length);
        out.write(answer);
      }
    } catch (IOException e) {
      // the client has what it wanted
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
    later.shutdownNow();
    connections.shutdownNow();
  }
}
