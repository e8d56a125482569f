package certbotdoctor.run;

import certbotdoctor.acme.AccountKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Public keys of ACME accounts, learnt from requests in the logs, from key authorizations and from
 * certbot's accounts directory. One account serves for years, so a key that an old log shows tells
 * the expected values of every later run.
 */
public final class AccountKeys {
  private final Map<String, String> thumbprintByAccount = new LinkedHashMap<>();
  private final Map<String, String> thumbprintByCertbotId = new LinkedHashMap<>();
  private @Nullable String last;

  /**
   * Notes a key.
   *
   * @param account the account's URL where known
   */
  public void add(@Nullable String account, AccountKey key) {
    key.certbotId().ifPresent(id -> thumbprintByCertbotId.put(id, key.thumbprint()));
    addThumbprint(account, key.thumbprint());
  }

  /** Notes a thumbprint (RFC 7638). */
  public void addThumbprint(@Nullable String account, String thumbprint) {
    if (account != null) {
      thumbprintByAccount.put(account, thumbprint);
    } else {
      last = thumbprint;
    }
  }

  /**
   * The thumbprint of an account.
   *
   * @param account its URL
   * @param certbotId certbot's id of it
   */
  public Optional<String> thumbprint(@Nullable String account, @Nullable String certbotId) {
    if (certbotId != null && thumbprintByCertbotId.containsKey(certbotId)) {
      return Optional.ofNullable(thumbprintByCertbotId.get(certbotId));
    }
    if (account != null && thumbprintByAccount.containsKey(account)) {
      return Optional.ofNullable(thumbprintByAccount.get(account));
    }
    return account == null && certbotId == null ? Optional.ofNullable(last) : Optional.empty();
  }
}
