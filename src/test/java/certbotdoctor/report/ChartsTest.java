package certbotdoctor.report;

import static org.assertj.core.api.Assertions.assertThat;

import certbotdoctor.report.Charts.Chart;
import certbotdoctor.report.Charts.Mark;
import certbotdoctor.report.RunReport.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static Chart chart(long... offsets) {
    List<Step> steps = new ArrayList<>();
    for (long offset : offsets) {
      steps.add(SampleParts.step("check", offset, "x", "", 1));
    }
    return Charts.run(
        SampleParts.run("R1", "a.log", null, "failure", List.of(), List.copyOf(steps)));
  }

  @Test
  void markersStandWhereTheirTimeIs() {
    assertThat(chart(0, 30_000, 120_000).marks())
        .containsExactly(
            new Mark(1, 4, 4, "+0.0 s"),
            new Mark(2, 27, 27, "+30.0 s"),
            new Mark(3, 96, 96, "+2 min 0 s"));
  }

  @Test
  void markersNeverCoverEachOther() {
    List<Mark> marks = chart(0, 1, 2, 3, 90_000, 90_001, 90_002).marks();
    for (int i = 1; i < marks.size(); i++) {
      assertThat(marks.get(i).x() - marks.get(i - 1).x()).isGreaterThan(6.9);
    }
    assertThat(marks).allMatch(mark -> mark.x() >= 4 && mark.x() <= 96);
  }

  @Test
  void withoutTimesTheOrderIsShown() {
    Chart chart = chart(-1, -1, -1);
    assertThat(chart.timed()).isFalse();
    assertThat(chart.marks()).extracting(Mark::at).containsExactly(4.0, 50.0, 96.0);
    assertThat(chart.marks()).extracting(Mark::time).containsOnly("");
  }

  @Test
  void aStepWithoutTimeStandsAfterTheOneBeforeIt() {
    assertThat(chart(0, -1, 5_000).marks()).extracting(Mark::at).containsExactly(4.0, 4.0, 96.0);
  }

  @Test
  void oneStepAndNoneAreDrawnToo() {
    assertThat(chart(5).marks()).hasSize(1);
    assertThat(chart().marks()).isEmpty();
  }
}
