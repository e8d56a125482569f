package certbotdoctor.config;

import certbotdoctor.acme.AccountKey;
import org.jspecify.annotations.Nullable;

/**
 * An ACME account in certbot's {@code accounts} directory.
 *
 * @param id certbot's id of it, the name of its folder
 * @param url its URL at the CA, null where it is not told
 * @param key the public half of its key, null where it cannot be read
 */
public record LocalAccount(String id, @Nullable String url, @Nullable AccountKey key) {}
