package certbotdoctor.probe.dns;

import certbotdoctor.probe.ProbeDescriptor;
import certbotdoctor.probe.dns.check.BehaviourCheck;
import certbotdoctor.probe.dns.check.CaaCheck;
import certbotdoctor.probe.dns.check.CnameCheck;
import certbotdoctor.probe.dns.check.DelegationCheck;
import certbotdoctor.probe.dns.check.DnsCheck;
import certbotdoctor.probe.dns.check.DnssecCheck;
import certbotdoctor.probe.dns.check.LocalCheck;
import certbotdoctor.probe.dns.check.NameCheck;
import certbotdoctor.probe.dns.check.ProviderCheck;
import certbotdoctor.probe.dns.check.PublicCheck;
import certbotdoctor.probe.dns.check.SerialCheck;
import certbotdoctor.probe.dns.check.TxtCheck;
import java.util.List;
import java.util.Optional;

/** The list of DNS probes. */
public final class DnsProbes {
  private static final List<DnsCheck> CHECKS =
      List.of(
          new TxtCheck(),
          new NameCheck(),
          new CnameCheck(),
          new DelegationCheck(),
          new SerialCheck(),
          new DnssecCheck(),
          new CaaCheck(),
          new BehaviourCheck(),
          new PublicCheck(),
          new LocalCheck(),
          new ProviderCheck());

  private DnsProbes() {}

  /** What each probe takes and can find, for those who write rules. */
  public static List<ProbeDescriptor> descriptors() {
    return CHECKS.stream().map(DnsCheck::descriptor).toList();
  }

  /** The check behind a probe's name. */
  static Optional<DnsCheck> find(String id) {
    return CHECKS.stream().filter(check -> check.descriptor().id().equals(id)).findFirst();
  }
}
