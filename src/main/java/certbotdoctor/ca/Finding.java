package certbotdoctor.ca;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;

/**
 * A symptom before the prefixes of its sentence are added.
 *
 * @param code the symptom
 * @param form the wording
 * @param slots what the core of the sentence says
 */
record Finding(SymptomCode code, String form, Slots slots) {

  /** A wording without parameters. */
  static Finding of(SymptomCode code, String form) {
    return new Finding(code, form, Slots.NONE);
  }

  /** The only wording of a code, without parameters. */
  static Finding of(SymptomCode code) {
    return of(code, code.id());
  }

  /** This finding with other parameters. */
  Finding with(Slots others) {
    return new Finding(code, form, others);
  }
}
