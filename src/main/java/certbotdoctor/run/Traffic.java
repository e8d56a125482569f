package certbotdoctor.run;

import certbotdoctor.acme.AccountKey;
import certbotdoctor.acme.JwsHeader;
import certbotdoctor.event.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the ACME traffic of a run tells: directory, account and its key, the log's UTC offset. */
public final class Traffic {
  private static final int QUARTER = 15 * 60;

  private final AccountKeys keys;
  private @Nullable String server;
  private @Nullable String account;
  private @Nullable String certbotId;
  private @Nullable String host;
  private @Nullable ZoneOffset offset;
  private @Nullable AccountKey pendingKey;
  private @Nullable String firstGet;

  /** Learns into, and looks up in, the keys known so far. */
  public Traffic(AccountKeys keys) {
    this.keys = keys;
  }

  /** Takes a request. */
  public void request(Event.AcmeRequest request) {
    if (request.method().equals("GET") && firstGet == null) {
      firstGet = request.url();
    }
    if (request.protectedHeader() == null) {
      return;
    }
    Optional<JwsHeader> header = JwsHeader.decode(request.protectedHeader());
    if (header.isEmpty()) {
      return;
    }
    if (header.get().kid() != null) {
      account = header.get().kid();
    }
    if (header.get().jwk() != null && !request.url().contains("revoke")) {
      pendingKey = header.get().jwk();
    }
  }

  /** Takes a response. */
  public void response(Event.AcmeResponse response) {
    LocalDateTime at = response.origin().at();
    String date = response.headers().get("date");
    if (at != null && date != null && offset == null) {
      offset = offset(at, date);
    }
    JsonNode body = response.body();
    if (body != null && body.has("newOrder") && server == null) {
      server = firstGet;
    }
    AccountKey key = pendingKey;
    pendingKey = null;
    if (key != null && response.status() < 300) {
      String location = response.headers().get("location");
      account = location == null ? account : location;
      keys.add(location, key);
    }
  }

  /** Takes the account in use. */
  public void picked(Event.AccountPicked picked) {
    account = picked.url() == null ? account : picked.url();
    certbotId = picked.id() == null ? certbotId : picked.id();
    host = picked.host() == null ? host : picked.host();
  }

  /** A key authorization: token, dot, thumbprint (certbot before 0.34, and old CAs). */
  void keyAuthorization(String words) {
    int dot = words.indexOf('.');
    if (dot > 0 && words.length() - dot == 44) {
      keys.addThumbprint(account, words.substring(dot + 1));
    }
  }

  void server(String url) {
    server = server == null ? url : server;
  }

  private static @Nullable ZoneOffset offset(LocalDateTime at, String date) {
    LocalDateTime utc = HttpDate.of(date);
    if (utc == null) {
      return null;
    }
    long seconds = Duration.between(utc, at).toSeconds();
    long rounded = Math.round((double) seconds / QUARTER) * QUARTER;
    return Math.abs(rounded) <= 18 * 3600 ? ZoneOffset.ofTotalSeconds((int) rounded) : null;
  }

  /** The thumbprint of the account in use (RFC 7638), where its key is known. */
  public @Nullable String thumbprint(AccountKeys known) {
    return known.thumbprint(account, certbotId).orElse(null);
  }

  @Nullable ZoneOffset offset() {
    return offset;
  }

  @Nullable String server() {
    return server;
  }

  @Nullable String account() {
    return account;
  }

  @Nullable String host() {
    return host;
  }
}
