package certbotdoctor.probe.dns.check;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of an issue or issuewild property (RFC 8659 section 4.2): issuer, then parameters.
 *
 * @param issuer the CA's name; empty for nobody
 * @param parameters in order; a name may occur twice
 * @param wellFormed whether it follows the grammar; a record that does not is skipped
 */
record CaaValue(String issuer, List<Parameter> parameters, boolean wellFormed) {
  /** One parameter. */
  record Parameter(String name, String value) {}

  CaaValue {
    parameters = List.copyOf(parameters);
  }

  static CaaValue parse(String value) {
    String[] parts = value.split(";", -1);
    List<Parameter> parameters = new ArrayList<>();
    boolean wellFormed = true;
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.add(
            new Parameter(part.substring(0, equals).strip(), part.substring(equals + 1).strip()));
      } else if (!part.isEmpty() || i < parts.length - 1) {
        wellFormed = false;
      }
    }
    return new CaaValue(parts[0].strip(), parameters, wellFormed);
  }

  /** Values of a parameter, in order. */
  List<String> all(String name) {
    return parameters.stream().filter(one -> one.name.equals(name)).map(Parameter::value).toList();
  }
}
