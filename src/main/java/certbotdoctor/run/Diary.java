package certbotdoctor.run;

import certbotdoctor.core.SourceSpan;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log tells of itself and of its run: what it would have written decides what a missing line
 * means.
 *
 * @param spans the stretches of the inputs that the run covers, in order
 * @param started first time stamp, local
 * @param ended last time stamp, local
 * @param offset offset from UTC, inferred from the {@code Date} of the CA's responses
 * @param client {@code certbot}, {@code acme.sh}, {@code lego} …
 * @param clientVersion its version
 * @param path a path on its host, where told: of the program or the log file
 * @param arguments its command line without verb
 * @param pluginsFound the plugins that certbot discovered; empty where not told
 * @param pluginsRequested the authenticator that was asked for
 * @param server the CA's directory
 * @param host the host, where told
 * @param account URL of the ACME account
 * @param debugLog whether records of a debug log were seen, with the CA's own JSON
 * @param headCut whether the beginning of the run is missing
 */
public record Diary(
    List<SourceSpan> spans,
    @Nullable LocalDateTime started,
    @Nullable LocalDateTime ended,
    @Nullable ZoneOffset offset,
    @Nullable String client,
    @Nullable String clientVersion,
    @Nullable String path,
    List<String> arguments,
    List<String> pluginsFound,
    @Nullable String pluginsRequested,
    @Nullable String server,
    @Nullable String host,
    @Nullable String account,
    boolean debugLog,
    boolean headCut) {
  /** Copies the lists. */
  public Diary {
    spans = List.copyOf(spans);
    arguments = List.copyOf(arguments);
    pluginsFound = List.copyOf(pluginsFound);
  }
}
