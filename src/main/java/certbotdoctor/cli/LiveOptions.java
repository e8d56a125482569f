package certbotdoctor.cli;

import certbotdoctor.probe.dns.DnsProbeRunner;
import certbotdoctor.probe.dns.DnsSettings;
import certbotdoctor.probe.dns.Resolvers;
import certbotdoctor.probe.dns.dnssec.TrustAnchors;
import certbotdoctor.probe.dns.exchange.Limits;
import certbotdoctor.probe.dns.exchange.LiveNetwork;
import certbotdoctor.probe.dns.exchange.RecordedNetwork;
import certbotdoctor.probe.dns.watch.Panel;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** How live checks are made. */
final class LiveOptions {
  private static final List<String> PUBLIC = List.of("1.1.1.1", "8.8.8.8");

  private final OptionSpec resolvers =
      Options.values(
          String.class,
          "ADDR[:PORT]",
          "Recursive resolver for delegation lookups; repeatable. Default: the system's.",
          "--resolver");

  private final OptionSpec publicResolvers =
      Options.values(
          String.class,
          "ADDR",
          "The outside view; repeatable. Default: 1.1.1.1 and 8.8.8.8.",
          "--public-resolver");

  private final OptionSpec noPublicResolvers =
      Options.flag("No outside view.", "--no-public-resolvers");

  private final OptionSpec trustAnchor =
      Options.value(
          Path.class,
          "FILE",
          "DNSSEC trust anchor, DS or DNSKEY records in zone-file form. Default: the IANA root.",
          "--trust-anchor");

  private final OptionSpec budget =
      Options.value(
          String.class,
          "DURATION",
          "Wall time for all live checks together, e.g. 5s or 2m. Default: 20s.",
          "--budget");

  private List<InetSocketAddress> named = List.of();
  private List<InetSocketAddress> outside = List.of();
  private Duration time = Duration.ofSeconds(20);
  private @Nullable TrustAnchors anchors;

  /** The options, for the model of a command. */
  CommandSpec model() {
    return Options.model(resolvers, publicResolvers, noPublicResolvers, trustAnchor, budget);
  }

  /** Refuses values that make no sense, before anything is read. */
  void check(CommandSpec spec) {
    named = OptionValues.addresses(Options.texts(resolvers), "--resolver", spec);
    outside = OptionValues.addresses(Options.texts(publicResolvers), "--public-resolver", spec);
    String most = Options.text(budget);
    time = most == null ? time : OptionValues.duration(most, "--budget", spec);
    Path file = Options.path(trustAnchor);
    anchors = file == null ? null : anchors(file, spec);
  }

  /** Whether the user named a resolver. */
  boolean resolverNamed() {
    return !named.isEmpty();
  }

  /** Opens the way to servers that are watched. */
  Panel panel(Clock clock) {
    return Panels.open(named, List.of(), clock);
  }

  /** Opens the way to the network. */
  DnsProbeRunner open(Clock clock, Consumer<String> progress) {
    List<InetSocketAddress> used = named.isEmpty() ? Resolvers.ofSystem() : named;
    List<InetSocketAddress> view = outsideView();
    TrustAnchors trust = anchors == null ? TrustAnchors.iana() : anchors;
    DnsSettings settings =
        new DnsSettings(used, view, trust, Limits.within(time), clock.millis(), clock, progress);
    Set<InetAddress> trusted = new HashSet<>();
    used.forEach(one -> trusted.add(one.getAddress()));
    view.forEach(one -> trusted.add(one.getAddress()));
    boolean lab = Resolvers.areInternal(named);
    return new DnsProbeRunner(settings, new LiveNetwork(trusted, lab, clock));
  }

  private List<InetSocketAddress> outsideView() {
    if (Options.isGiven(noPublicResolvers)) {
      return List.of();
    }
    return outside.isEmpty()
        ? PUBLIC.stream().flatMap(address -> Resolvers.parse(address).stream()).toList()
        : outside;
  }

  /** The recorded answers of a report in place of the network. */
  DnsProbeRunner replay(Replay recorded, Clock clock) {
    List<InetSocketAddress> used = named.isEmpty() ? recorded.resolvers() : named;
    boolean told = Options.isGiven(noPublicResolvers) || !outside.isEmpty();
    List<InetSocketAddress> view = told ? outsideView() : recorded.publicResolvers();
    TrustAnchors trust = anchors == null ? TrustAnchors.iana() : anchors;
    DnsSettings settings =
        new DnsSettings(used, view, trust, Limits.within(time), clock.millis(), clock, words -> {});
    return new DnsProbeRunner(settings, new RecordedNetwork(recorded.exchanges()));
  }

  private static TrustAnchors anchors(Path file, CommandSpec spec) {
    try (InputStream in = Files.newInputStream(file)) {
      return TrustAnchors.read(in);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--trust-anchor " + file + " holds no DS or DNSKEY record that can be read.");
    }
  }
}
