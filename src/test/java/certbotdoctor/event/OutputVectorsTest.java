package certbotdoctor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What certbot prints, in all versions, and what it is packed in, gives the events that it means.
 */
class OutputVectorsTest {

  @TestFactory
  Stream<DynamicTest> vectors() {
    return OutputVector.all().stream()
        .map(vector -> DynamicTest.dynamicTest(vector.about(), () -> check(vector)));
  }

  private static void check(OutputVector vector) {
    List<Event> events = OutputVector.read(vector.text());
    List<Map<String, String>> found = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Map<String, String> fields = OutputVector.fields(events.get(i));
      if (i < vector.events().size()) {
        fields.keySet().retainAll(vector.events().get(i).keySet());
      }
      found.add(new LinkedHashMap<>(fields));
    }
    assertThat(found).isEqualTo(vector.events());
  }
}
