package certbotdoctor.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Compares a JSON report with what a sample's {@code case.yaml} says; see samples/README.md. */
final class Expectation {
  private final JsonNode expect;
  private final JsonNode report;
  private final List<String> complaints = new ArrayList<>();

  private Expectation(JsonNode expect, JsonNode report) {
    this.expect = expect;
    this.report = report;
  }

  /** One sentence for each difference; empty when all is as expected. */
  static List<String> complaints(JsonNode expect, JsonNode report) {
    Expectation expectation = new Expectation(expect, report);
    expectation.diagnoses();
    expectation.listed();
    expectation.expectedTxt();
    return expectation.complaints;
  }

  private void diagnoses() {
    List<JsonNode> open = new ArrayList<>(list(report.path("diagnoses")));
    boolean anyOrder = expect.path("order").asText().equals("any");
    for (JsonNode wanted : list(expect.path("diagnoses"))) {
      List<JsonNode> met = anyOrder ? everywhere(wanted, open) : next(wanted, open);
      if (met.isEmpty()) {
        complaints.add(
            "missing " + wanted + (open.isEmpty() ? "" : " where there is " + open(open)));
      }
      open.removeAll(met);
    }
    if (!open.isEmpty()) {
      complaints.add("not expected: " + open(open));
    }
  }

  private static String open(List<JsonNode> diagnoses) {
    return String.join(
        "; ",
        diagnoses.stream()
            .map(
                one ->
                    one.path("cause").asText()
                        + " "
                        + one.path("verdict").asText()
                        + " "
                        + one.path("identifiers"))
            .toList());
  }

  /** The next diagnoses, as many as together cover the names; none when they do not. */
  private static List<JsonNode> next(JsonNode wanted, List<JsonNode> open) {
    List<JsonNode> met = new ArrayList<>();
    for (JsonNode one : open) {
      if (!fits(wanted, one)) {
        break;
      }
      met.add(one);
      if (covered(wanted, met)) {
        return met;
      }
    }
    return List.of();
  }

  private static List<JsonNode> everywhere(JsonNode wanted, List<JsonNode> open) {
    return next(wanted, open.stream().filter(one -> fits(wanted, one)).toList());
  }

  private static boolean fits(JsonNode wanted, JsonNode one) {
    return Sample.texts(wanted.path("cause")).contains(one.path("cause").asText())
        && Sample.texts(wanted.path("verdict")).contains(one.path("verdict").asText())
        && (!wanted.has("identifiers")
            || (names(wanted).containsAll(names(one)) && !names(one).isEmpty()));
  }

  private static boolean covered(JsonNode wanted, List<JsonNode> met) {
    Set<String> names = new HashSet<>();
    met.forEach(one -> names.addAll(names(one)));
    return !wanted.has("identifiers") || names.containsAll(names(wanted));
  }

  /** Names without the wildcard's star: a sample does not tell apex and wildcard apart. */
  private static Set<String> names(JsonNode diagnosis) {
    Set<String> names = new HashSet<>();
    for (String name : Sample.texts(diagnosis.path("identifiers"))) {
      names.add(name.startsWith("*.") ? name.substring(2) : name);
    }
    return names;
  }

  private void listed() {
    JsonNode first = report.path("diagnoses").path(0);
    Set<String> named = new TreeSet<>();
    named.add(first.path("cause").asText());
    list(first.path("alternatives"))
        .forEach(
            one -> {
              if (!one.path("verdict").asText().equals("ruled-out")) {
                named.add(one.path("cause").asText());
              }
            });
    for (String cause : Sample.texts(expect.path("listed"))) {
      if (!named.contains(cause)) {
        complaints.add(cause + " is not listed among " + named);
      }
    }
  }

  private void expectedTxt() {
    expect
        .path("expectedTxt")
        .properties()
        .forEach(
            wanted -> {
              Set<String> found = expectedTxtOf(wanted.getKey());
              if (!found.containsAll(Sample.texts(wanted.getValue()))) {
                complaints.add(
                    "expected TXT of "
                        + wanted.getKey()
                        + " is "
                        + wanted.getValue()
                        + ", not "
                        + found);
              }
            });
  }

  private Set<String> expectedTxtOf(String name) {
    Set<String> found = new TreeSet<>();
    for (JsonNode run : report.path("runs")) {
      for (JsonNode certificate : run.path("certificates")) {
        for (JsonNode identifier : certificate.path("identifiers")) {
          if (identifier.path("name").asText().equals(name)) {
            found.addAll(Sample.texts(identifier.path("expectedTxt")));
          }
        }
      }
    }
    return found;
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
