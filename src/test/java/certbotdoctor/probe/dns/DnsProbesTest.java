package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.probe.ProbeDescriptor;
import org.junit.jupiter.api.Test;

class DnsProbesTest {
  @Test
  void describesEveryProbeInTheSameWords() {
    assertThat(DnsProbes.descriptors())
        .extracting(ProbeDescriptor::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("dns\\.[a-z]+"));
    for (ProbeDescriptor probe : DnsProbes.descriptors()) {
      assertThat(probe.needs()).as(probe.id()).containsExactly("domain");
      assertThat(probe.outcomes())
          .as(probe.id())
          .isNotEmpty()
          .allMatch(it -> it.matches("[A-Z_]+"));
      assertThat(probe.facts()).as(probe.id()).isNotEmpty().allMatch(it -> it.matches("[a-z-]+"));
      assertThat(probe.takes()).as(probe.id()).doesNotContainAnyElementsOf(probe.needs());
    }
  }
}
