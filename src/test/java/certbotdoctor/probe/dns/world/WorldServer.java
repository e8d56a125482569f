package certbotdoctor.probe.dns.world;

import certbotdoctor.probe.dns.delegation.Names;
import certbotdoctor.probe.dns.exchange.Transport;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server with sockets of its own: some zones, and ways in which it misbehaves. */
public final class WorldServer implements AutoCloseable {
  final Map<Name, ZoneData> zones = new ConcurrentHashMap<>();
  private final List<Behaviour> behaviours = new CopyOnWriteArrayList<>();
  private final AtomicInteger received = new AtomicInteger();
  private final String address;
  private final Consumer<String> undefined;
  private final DatagramSocket udp;
  private final ServerSocket tcp;

  WorldServer(String address, Consumer<String> undefined) {
    this.address = address;
    this.undefined = undefined;
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      Pair pair = pair(loopback);
      this.tcp = pair.tcp;
      this.udp = pair.udp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::serveUdp);
    start(this::serveTcp);
  }

  private record Pair(ServerSocket tcp, DatagramSocket udp) {}

  /** Two sockets with one port; a port that is free for TCP may be taken for UDP. */
  private static Pair pair(InetAddress loopback) throws IOException {
    for (int attempt = 0; ; attempt++) {
      ServerSocket tcp = new ServerSocket(0, 50, loopback);
      try {
        return new Pair(
            tcp, new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort())));
      } catch (BindException e) {
        tcp.close();
        if (attempt == 50) {
          throw e;
        }
      }
    }
  }

  private interface Loop {
    void run() throws IOException;
  }

  private static void start(Loop loop) {
    Thread thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } catch (IOException e) {
                // the socket is closed: the world has ended
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens on loopback. */
  public InetSocketAddress socket() {
    return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
  }

  /** Adds ways of misbehaving; they are applied in turn. */
  public WorldServer behave(Behaviour... more) {
    behaviours.addAll(List.of(more));
    return this;
  }

  /** Stops listening for TCP. */
  public WorldServer refuseTcp() {
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds records to this server's copy of a zone. */
  public WorldServer add(String zone, String records) {
    zone(zone).add(records);
    return this;
  }

  /** Takes records from this server's copy of a zone. */
  public WorldServer remove(String zone, String name, int type) {
    zone(zone).remove(Name.fromConstantString(name + "."), type);
    return this;
  }

  /** Serves a zone. */
  public WorldServer serve(String zone, String text) {
    Name apex = Name.fromConstantString(zone.equals(".") ? zone : zone + ".");
    zones.put(apex, new ZoneData(apex, text));
    return this;
  }

  ZoneData zone(String zone) {
    ZoneData data = zones.get(Name.fromConstantString(zone.equals(".") ? zone : zone + "."));
    if (data == null) {
      throw new IllegalArgumentException(address + " does not serve " + zone);
    }
    return data;
  }

  private void serveUdp() throws IOException {
    byte[] buffer = new byte[4096];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      udp.receive(packet);
      Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
      Message response = respond(query, Transport.UDP);
      if (response != null) {
        OPTRecord opt = query.getOPT();
        byte[] wire = response.toWire(opt == null ? 512 : opt.getPayloadSize());
        udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
      }
    }
  }

  private void serveTcp() throws IOException {
    while (true) {
      Socket socket = tcp.accept();
      start(() -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] wire = new byte[in.readUnsignedShort()];
        in.readFully(wire);
        Message response = respond(new Message(wire), Transport.TCP);
        if (response != null) {
          byte[] answer = response.toWire(Message.MAXLENGTH);
          out.writeShort(answer.length);
          out.write(answer);
          out.flush();
        }
      }
    }
  }

  /** How many questions came in. */
  public int received() {
    return received.get();
  }

  private @Nullable Message respond(Message query, Transport transport) {
    received.incrementAndGet();
    Message response = proper(query);
    for (Behaviour behaviour : new ArrayList<>(behaviours)) {
      response = behaviour.apply(query, transport, response);
      if (response == null) {
        return null;
      }
    }
    return response;
  }

  private Message proper(Message query) {
    Name name = query.getQuestion().getName().canonicalize();
    Optional<ZoneData> zone =
        zones.values().stream()
            .filter(one -> holds(one, name, query.getQuestion().getType()))
            .max(Comparator.comparing(one -> one.apex.labels()));
    if (zone.isEmpty()) {
      if (behaviours.isEmpty()) {
        undefined.accept(query.getQuestion() + " at " + address);
      }
      return Behaviour.empty(query, Rcode.REFUSED);
    }
    Message response = Behaviour.empty(query, Rcode.NOERROR);
    zone.get().answer(name, query.getQuestion().getType(), response);
    if (query.getOPT() != null) {
      response.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    }
    return response;
  }

  /** DS records belong to the parent, where the server has both. */
  private boolean holds(ZoneData zone, Name name, int type) {
    boolean parentToo =
        type == Type.DS
            && zone.apex.equals(name)
            && zones.values().stream().anyMatch(one -> Names.isBelow(name, one.apex));
    return name.subdomain(zone.apex) && !parentToo;
  }

  @Override
  public void close() {
    udp.close();
    refuseTcp();
  }
}
