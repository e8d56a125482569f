package certbotdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolversTest {
  @Test
  void readsAddressesOfResolvers() {
    assertThat(Resolvers.parse("192.0.2.1")).hasValue(new InetSocketAddress("192.0.2.1", 53));
    assertThat(Resolvers.parse("192.0.2.1:5353"))
        .hasValue(new InetSocketAddress("192.0.2.1", 5353));
    assertThat(Resolvers.parse("2001:db8::1")).hasValue(new InetSocketAddress("2001:db8::1", 53));
    assertThat(Resolvers.parse("[2001:db8::1]:54"))
        .hasValue(new InetSocketAddress("2001:db8::1", 54));
    assertThat(Resolvers.parse("[2001:db8::1]")).hasValue(new InetSocketAddress("2001:db8::1", 53));
    for (String wrong : List.of("", "ns.example.test", "192.0.2.1:", "192.0.2.1:0", "[::1]:x")) {
      assertThat(Resolvers.parse(wrong)).isEmpty();
    }
  }

  @Test
  void takesPrivateResolversForAnInternalWorld() {
    InetSocketAddress loopback = Resolvers.parse("127.0.0.53").orElseThrow();
    InetSocketAddress open = Resolvers.parse("9.9.9.9").orElseThrow();
    assertThat(Resolvers.areInternal(List.of(open))).isFalse();
    assertThat(Resolvers.areInternal(List.of(open, loopback))).isTrue();
    assertThat(Resolvers.areInternal(List.of())).isFalse();
  }
}
