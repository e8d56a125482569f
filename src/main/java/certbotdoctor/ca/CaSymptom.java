package certbotdoctor.ca;

import certbotdoctor.core.Slots;
import certbotdoctor.core.SymptomCode;

/**
 * One thing that a CA said in a problem's detail.
 *
 * @param code the symptom
 * @param form the finer, kebab-case name of the wording, for example {@code dns-canceled} or {@code
 *     rate-limit-failed-validations}; equal to the code's id where there is only one
 * @param slots parameters such as {@code qtype}, {@code name}, {@code value}
 * @param secondary whether other perspectives than the primary one said so
 * @param recheck whether it was said at the CAA recheck while finalizing the order
 */
public record CaSymptom(
    SymptomCode code, String form, Slots slots, boolean secondary, boolean recheck) {}
