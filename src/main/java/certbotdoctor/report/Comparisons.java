package certbotdoctor.report;

import certbotdoctor.acme.CharacterDiff;
import certbotdoctor.core.Text;
import certbotdoctor.diagnose.Diagnosis;
import certbotdoctor.diagnose.Fact;
import certbotdoctor.diagnose.FactKinds;
import certbotdoctor.report.DiagnosisReport.DiffRun;
import certbotdoctor.report.DiagnosisReport.TxtDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Expected against found values, character by character. */
final class Comparisons {
  private Comparisons() {}

  static List<TxtDiff> of(Diagnosis diagnosis) {
    List<TxtDiff> all = new ArrayList<>();
    for (Fact fact : diagnosis.facts().facts()) {
      String expected = fact.slots().get("expected");
      if (fact.kind().equals(FactKinds.TXT) && expected != null) {
        all.add(comparison(fact, expected));
      }
    }
    return all;
  }

  private static TxtDiff comparison(Fact fact, String expected) {
    String found = fact.slots().get("found", "");
    String difference = fact.slots().get("difference", "unknown");
    List<DiffRun> runs =
        CharacterDiff.between(expected, found).runs().stream()
            .map(run -> new DiffRun(kind(run.kind()), run.text()))
            .toList();
    return new TxtDiff(
        fact.slots().get("name", ""), expected, found, difference, says(difference), runs);
  }

  private static String kind(CharacterDiff.Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return name.equals("equal") ? "same" : name;
  }

  private static Text says(String difference) {
    return Text.prose(
        switch (difference) {
          case "equal" -> "The two are the same.";
          case "case" -> "They differ only in upper and lower case; the comparison is exact.";
          case "whitespace" -> "The found value has blanks that do not belong to it.";
          case "quotes" -> "The found value has literal quotation marks.";
          case "padded-base64" -> "The found value ends with the padding of base64.";
          case "standard-base64" -> "The found value is in standard, not URL-safe base64.";
          case "hex-digest" -> "The found value is the digest in hexadecimal.";
          case "key-authorization" -> "The found value is the key authorization, not its digest.";
          case "token" -> "The found value is the token, not the digest.";
          case "truncated" -> "A part of the value is missing.";
          case "similar" -> "A few characters differ, as after typing.";
          case "other-of-pair" -> "The found value is the one for the other name of the pair.";
          case "stale" -> "The found value is that of an earlier run.";
          case "foreign-text" -> "The found value belongs to another service.";
          case "empty" -> "The found record is empty.";
          default -> "These are two different values.";
        });
  }
}
