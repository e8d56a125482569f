package certbotdoctor.probe.dns.check;

import certbotdoctor.probe.ProbeDescriptor;
import java.util.concurrent.CompletableFuture;

/** One live check of DNS. */
public interface DnsCheck {
  /** What it takes and what it can find. */
  ProbeDescriptor descriptor();

  /**
   * Asks and concludes, without blocking a thread.
   *
   * @param inquiry the question, with all that the descriptor says it needs
   * @return the finding; ends exceptionally where something was not or could not be asked
   */
  CompletableFuture<Finding> run(Inquiry inquiry);
}
