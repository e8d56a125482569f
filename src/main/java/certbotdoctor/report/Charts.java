package certbotdoctor.report;

import certbotdoctor.report.Overview.Visit;
import certbotdoctor.report.RunReport.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Places the steps of a run and the runs of a certificate on a line from 0 to 100. */
final class Charts {
  /** A marker needs about this much of the narrowest line to be told from its neighbour. */
  private static final double MARKER = 7;

  private static final double FIRST = 4;
  private static final double LAST = 96;

  private Charts() {}

  /**
   * A line with markers.
   *
   * @param timed whether places tell time, or only order
   * @param total the time from the first to the last, in words, or nothing
   */
  public record Chart(boolean timed, String total, List<Mark> marks) {}

  /**
   * A marker.
   *
   * @param number from 1
   * @param x where the marker stands, moved aside where it would cover another
   * @param at where its time is
   * @param time in words, or nothing
   */
  public record Mark(int number, double x, double at, String time) {}

  /** The steps of a run. */
  static Chart run(RunReport run) {
    List<Double> times = new ArrayList<>();
    for (Step step : run.timeline()) {
      times.add(step.offsetMillis() < 0 ? null : (double) step.offsetMillis());
    }
    List<String> words =
        run.timeline().stream().map(step -> duration(step.offsetMillis(), "+")).toList();
    return chart(times, words, last -> duration(last.longValue(), ""));
  }

  /** The runs of a certificate, oldest first. */
  static Chart history(List<Visit> visits) {
    List<Double> times = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Visit visit : visits) {
      String started = visit.run().started();
      times.add(seconds(started));
      words.add(started == null ? "" : started.replace('T', ' '));
    }
    return chart(times, words, last -> days(last / 86_400));
  }

  private static @Nullable Double seconds(@Nullable String started) {
    Instant instant = ReportTime.instant(started, "Z");
    if (instant != null) {
      return (double) instant.getEpochSecond();
    }
    LocalDate date = ReportTime.date(started);
    return date == null ? null : (double) date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static Chart chart(
      List<@Nullable Double> times, List<String> words, Function<Double, String> total) {
    double first = Double.POSITIVE_INFINITY;
    double latest = Double.NEGATIVE_INFINITY;
    for (Double time : times) {
      if (time != null) {
        first = Math.min(first, time);
        latest = Math.max(latest, time);
      }
    }
    double span = Math.max(0, latest - first); // infinite ends, where no time is known
    double last = first;
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      double part = times.size() < 2 ? 0 : (double) i / (times.size() - 1);
      Double time = times.get(i);
      // a step without a time came after the one before it
      last = time == null ? last : time;
      part = span > 0 ? (last - first) / span : part;
      places.add(FIRST + part * (LAST - FIRST));
    }
    List<Double> apart = apart(places);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      marks.add(new Mark(i + 1, round(apart.get(i)), round(places.get(i)), words.get(i)));
    }
    return new Chart(span > 0, span > 0 ? total.apply(span) : "", marks);
  }

  /** Moves markers apart, first to the right, then those that fell off the end to the left. */
  private static List<Double> apart(List<Double> places) {
    double gap = Math.min(MARKER, (LAST - FIRST) / Math.max(1, places.size() - 1));
    List<Double> apart = new ArrayList<>(places);
    for (int i = 1; i < apart.size(); i++) {
      apart.set(i, Math.max(apart.get(i), apart.get(i - 1) + gap));
    }
    double limit = LAST;
    for (int i = apart.size() - 1; i >= 0; i--) {
      apart.set(i, Math.min(apart.get(i), limit));
      limit = apart.get(i) - gap;
    }
    return apart;
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static String days(double days) {
    if (days < 1) {
      return duration((long) (days * 86_400_000), "");
    }
    long whole = Math.round(days);
    return whole == 1 ? "1 day" : whole + " days";
  }

  private static String duration(long millis, String sign) {
    if (millis < 0) {
      return "";
    }
    if (millis < 60_000) {
      long tenths = (millis + 50) / 100;
      return sign + tenths / 10 + "." + tenths % 10 + " s";
    }
    long seconds = millis / 1000;
    if (seconds < 3600) {
      return sign + seconds / 60 + " min " + seconds % 60 + " s";
    }
    return sign + seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
