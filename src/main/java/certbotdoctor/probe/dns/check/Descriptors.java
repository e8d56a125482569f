package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds descriptors from outcome enums; every check needs a {@code domain}. */
final class Descriptors {
  private Descriptors() {}

  static <E extends Enum<E>> ProbeDescriptor of(
      String id, Class<E> outcomes, Set<String> takes, Set<String> facts) {
    Set<String> words =
        Arrays.stream(outcomes.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    return new ProbeDescriptor(id, words, Set.of("domain"), takes, facts);
  }
}
