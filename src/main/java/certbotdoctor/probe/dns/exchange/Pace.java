package certbotdoctor.probe.dns.exchange;

import java.util.function.LongSupplier;

/** The rate at which one server may be asked: so many at once, then so many a second. */
final class Pace {
  private static final double SECOND = 1e9;

  private final int perSecond;
  private final LongSupplier nanos;
  private double credit;
  private long at;

  /**
   * A pace with its full credit.
   *
   * @param perSecond questions a second; as many may be asked at once after a pause
   * @param nanos the time in nanoseconds
   */
  Pace(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.credit = perSecond;
    this.at = nanos.getAsLong();
  }

  /** Nanoseconds until the next question may be asked; zero for now. */
  long delay() {
    long now = nanos.getAsLong();
    credit = Math.min(perSecond, credit + (now - at) / SECOND * perSecond);
    at = now;
    return credit >= 1 ? 0 : (long) Math.ceil((1 - credit) / perSecond * SECOND);
  }

  /** A question is asked. */
  void take() {
    credit -= 1;
  }
}
