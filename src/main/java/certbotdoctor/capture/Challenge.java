package certbotdoctor.capture;

import certbotdoctor.acme.DnsChallengeName;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One dns-01 challenge of the run that is followed, as far as the log has told. */
final class Challenge {
  final String domain;
  final boolean wildcard;
  final @Nullable String token;
  final @Nullable String url;

  /** Values that prompt, plugin or debug output told. */
  final Set<String> told = new LinkedHashSet<>();

  /** The value from token and account key, once both are known. */
  @Nullable String computed;

  boolean started;
  boolean prompted;
  int waitSeconds = -1;
  @Nullable Instant deployed;
  @Nullable Instant waitFrom;
  @Nullable Instant checked;
  @Nullable Instant ended;

  Challenge(String domain, boolean wildcard, @Nullable String token, @Nullable String url) {
    this.domain = domain;
    this.wildcard = wildcard;
    this.token = token;
    this.url = url;
  }

  /** The name of its record. */
  String name() {
    return DnsChallengeName.of(domain).value();
  }

  void deployed(Instant at) {
    deployed = deployed == null ? at : deployed;
  }

  /** What the CA wants to find: computed, else told. */
  Set<String> expected() {
    return computed == null ? told : Set.of(computed);
  }

  Times times() {
    return new Times(deployed, waitFrom, waitSeconds, checked, ended);
  }
}
