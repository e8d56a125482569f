package certbotdoctor.ca;

import certbotdoctor.core.Slots;

/**
 * What the prefixes of a sentence say about it.
 *
 * @param slots parameters that count for every core of the sentence
 * @param secondary whether other perspectives than the primary one found it
 * @param recheck whether it was found at the CAA recheck
 */
record Envelope(Slots slots, boolean secondary, boolean recheck) {
  /** No prefix. */
  static final Envelope NONE = new Envelope(Slots.NONE, false, false);

  Envelope with(Slots more) {
    return new Envelope(slots.with(more), secondary, recheck);
  }

  Envelope asSecondary() {
    return new Envelope(slots, true, recheck);
  }

  Envelope asRecheck() {
    return new Envelope(slots, secondary, true);
  }

  /** The finding in this envelope; what the core says wins. */
  CaSymptom around(Finding finding, boolean saysRecheck) {
    return new CaSymptom(
        finding.code(),
        finding.form(),
        slots.with(finding.slots()),
        secondary,
        recheck || saysRecheck);
  }
}
