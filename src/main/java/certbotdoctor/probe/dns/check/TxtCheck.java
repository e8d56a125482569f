package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.delegation.Chain;
import certbotdoctor.probe.dns.exchange.DnsAnswer;
import certbotdoctor.probe.dns.exchange.Futures;
import certbotdoctor.probe.dns.exchange.NameServer;
import certbotdoctor.probe.dns.exchange.Transport;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * The TXT record at every server, address and transport, against what the CA expects. The CA
 * compares octets and takes any record that is equal (boulder: va/dns.go).
 */
public final class TxtCheck implements DnsCheck {
  private static final ProbeDescriptor DESCRIPTOR =
      Descriptors.of(
          "dns.txt",
          TxtOutcome.class,
          Set.of("name", "expected", "stale", "token"),
          Set.of(
              "name",
              "zone",
              "target",
              "found",
              "found-count",
              "missing",
              "form",
              "wrong-value",
              "absent-as",
              "ttl",
              "answer-size",
              "truncated",
              "servers",
              "servers-expected",
              "servers-without",
              "servers-stale",
              "servers-foreign",
              "servers-wrapped",
              "servers-mangled",
              "servers-other-challenge",
              "servers-absent",
              "servers-error",
              "errors",
              "servers-tcp-failing",
              "servers-transports-differ",
              "unreachable-family"));

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CompletableFuture<Finding> run(Inquiry inquiry) {
    Name challenge = inquiry.challenge();
    return inquiry
        .lookups()
        .chain(challenge, Type.TXT)
        .thenCompose(
            chain ->
                overTcp(inquiry, chain.last())
                    .thenApply(tcp -> new TxtMatrix(inquiry, chain, tcp).finding()));
  }

  private static CompletableFuture<SortedMap<NameServer, DnsAnswer>> overTcp(
      Inquiry inquiry, Chain.Step step) {
    return Futures.all(
        step.answers().keySet(),
        server -> inquiry.asker().askOver(Transport.TCP, server, step.name(), Type.TXT));
  }
}
