package certbotdoctor.probe;

import certbotdoctor.core.Slots;
import org.jspecify.annotations.Nullable;

/**
 * A question to the live world, as a value: two rules that ask the same share one answer.
 *
 * @param probe name of the probe, for example {@code dns.txt}
 * @param slots what it needs, for example {@code name}, {@code expected}
 */
public record ProbeRequest(String probe, Slots slots) {
  // equals and hashCode are written out: generated ones are linked when first used, which a short
  // run would feel

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProbeRequest request
        && probe.equals(request.probe)
        && slots.equals(request.slots);
  }

  @Override
  public int hashCode() {
    return 31 * probe.hashCode() + slots.hashCode();
  }
}
