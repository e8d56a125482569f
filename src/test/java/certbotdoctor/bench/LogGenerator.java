package certbotdoctor.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a log like that of a host which renews many certificates by DNS-01: the same seed gives
 * the same bytes. The records follow {@code certbot: _internal/log.py, acme/client.py}: requests
 * with their JWS, responses with headers and bodies, nonces, certificates, chatter of the plugin.
 */
public final class LogGenerator {
  private static final String CA = "https://acme-v02.api.letsencrypt.org/";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

  private final OutputStream out;
  private final Random random;
  private final double failing;
  private final int names;
  private final StringBuilder text = new StringBuilder(128 * 1024);
  private LocalDateTime now = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000);
  private long written;

  /**
   * A generator.
   *
   * @param out where the log goes
   * @param seed what decides every value
   * @param failing share of the runs that fail, from 0 to 1
   * @param names number of certificates that take turns
   */
  public LogGenerator(OutputStream out, long seed, double failing, int names) {
    this.out = out;
    this.random = new Random(seed);
    this.failing = failing;
    this.names = names;
  }

  /** Writes whole runs until this many bytes are reached; gives the number of runs. */
  public int bytes(long size) throws IOException {
    int runs = 0;
    while (written < size) {
      run(runs++);
    }
    return runs;
  }

  /** Writes a number of runs. */
  public void runs(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      run(i);
    }
  }

  private void run(int number) throws IOException {
    String name = "h" + (number % names) + ".example.org";
    boolean fails = random.nextDouble() < failing;
    text.setLength(0);
    start(name);
    String authorization = CA + "acme/authz/1234567/" + (100_000_000L + number);
    String token = base64(43);
    order(name, authorization);
    authorization(name, authorization, token, "pending", "");
    challenge(name, authorization, token);
    if (fails) {
      failed(name, authorization, token);
    } else {
      succeeded(name, authorization, token);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    written += bytes.length;
    now = now.plusMinutes(7).plusSeconds(random.nextInt(50));
  }

  private void record(String level, String logger, String message) {
    now = now.plusNanos(1_000_000L * (1 + random.nextInt(40)));
    text.append(now.format(STAMP)).append(':').append(level).append(':').append(logger);
    text.append(':').append(message).append('\n');
  }

  private void debug(String logger, String message) {
    record("DEBUG", logger, message);
  }

  private void start(String name) {
    String main = "certbot._internal.main";
    debug(main, "certbot version: 2.1.0");
    debug(main, "Location of certbot entry point: /usr/bin/certbot");
    debug(main, "Arguments: ['-q', '--dns-cloudflare', '--cert-name', '" + name + "']");
    debug(
        main,
        "Discovered plugins: PluginsRegistry(PluginEntryPoint#dns-cloudflare,"
            + "PluginEntryPoint#manual,PluginEntryPoint#null,PluginEntryPoint#standalone,"
            + "PluginEntryPoint#webroot)");
    debug("certbot._internal.log", "Root logging level set at 30");
    debug(
        "certbot._internal.plugins.selection",
        "Requested authenticator dns-cloudflare and installer None");
    record(
        "INFO",
        "certbot._internal.plugins.selection",
        "Plugins selected: Authenticator dns-cloudflare, Installer None");
    debug(
        main,
        "Picked account: <Account(RegistrationResource(body=Registration(key=None, contact=(), "
            + "agreement=None, status=None), uri='"
            + CA
            + "acme/acct/1234567', new_authzr_uri=None, terms_of_service=None), "
            + "0123456789abcdef0123456789abcdef, Meta(creation_dt=datetime.datetime(2025, 1, 1, "
            + "0, 0, tzinfo=<UTC>), creation_host='web01.example.net', "
            + "register_to_eff=None))>");
    debug("acme.client", "Sending GET request to " + CA + "directory.");
    debug("urllib3.connectionpool", "Starting new HTTPS connection (1): " + host());
    wire("GET", "directory", 200, 747);
    response(
        200,
        "application/json",
        "",
        "{\n  \"keyChange\": \""
            + CA
            + "acme/key-change\",\n  \"meta\": {\n    \"caaIdentities\": [\n      "
            + "\"letsencrypt.org\"\n    ]\n  },\n  \"newAccount\": \""
            + CA
            + "acme/new-acct\",\n  \"newNonce\": \""
            + CA
            + "acme/new-nonce\",\n  \"newOrder\": \""
            + CA
            + "acme/new-order\",\n  \"revokeCert\": \""
            + CA
            + "acme/revoke-cert\"\n}");
    debug(
        "certbot._internal.display.obj",
        "Notifying user: Renewing an existing certificate for " + name);
    debug("certbot.crypto_util", "Generating ECDSA key (2048 bits)");
    debug("certbot.crypto_util", "Creating CSR: not saving to file");
  }

  private void order(String name, String authorization) {
    debug("acme.client", "Requesting fresh nonce");
    debug("acme.client", "Sending HEAD request to " + CA + "acme/new-nonce.");
    wire("HEAD", "acme/new-nonce", 200, 0);
    response(200, "text/plain", "", "");
    String body =
        "{\n  \"identifiers\": [\n    {\n      \"type\": \"dns\",\n      \"value\": \""
            + name
            + "\"\n    }\n  ]\n}";
    debug("acme.client", "JWS payload:\nb'" + body.replace("\n", "\\n") + "'");
    post("acme/new-order", 400);
    response(
        201,
        "application/json",
        "Location: " + CA + "acme/order/1234567/" + random.nextInt(1 << 30) + "\n",
        "{\n  \"status\": \"pending\",\n  \"expires\": \"2026-01-09T03:04:05Z\",\n"
            + body.substring(2, body.length() - 2)
            + ",\n  \"authorizations\": [\n    \""
            + authorization
            + "\"\n  ],\n  \"finalize\": \""
            + CA
            + "acme/finalize/1234567/"
            + random.nextInt(1 << 30)
            + "\"\n}");
  }

  private void authorization(String name, String url, String token, String status, String error) {
    debug("acme.client", "JWS payload:\nb''");
    post(url.substring(CA.length()), 0);
    response(
        200,
        "application/json",
        "",
        "{\n  \"identifier\": {\n    \"type\": \"dns\",\n    \"value\": \""
            + name
            + "\"\n  },\n  \"status\": \""
            + status
            + "\",\n  \"expires\": \"2026-01-09T03:04:05Z\",\n  \"challenges\": [\n    {\n"
            + "      \"type\": \"dns-01\",\n      \"url\": \""
            + CA
            + "acme/chall/1234567/1/"
            + token.substring(0, 6)
            + "\",\n      \"status\": \""
            + status
            + "\",\n"
            + error
            + "      \"token\": \""
            + token
            + "\"\n    }\n  ]\n}");
  }

  private void challenge(String name, String authorization, String token) {
    String handler = "certbot._internal.auth_handler";
    record("INFO", handler, "Performing the following challenges:");
    record("INFO", handler, "dns-01 challenge for " + name);
    String provider = "certbot_dns_cloudflare._internal.dns_cloudflare";
    debug("urllib3.connectionpool", "Starting new HTTPS connection (1): api.cloudflare.test:443");
    debug(
        "urllib3.connectionpool",
        "https://api.cloudflare.test:443 \"GET /client/v4/zones?name=example.org&per_page=1 "
            + "HTTP/1.1\" 200 None");
    debug(provider, "Found zone_id of " + base64(32) + " for " + name + " using name example.org");
    debug(
        provider,
        "Attempting to add record to zone "
            + base64(32)
            + ": {'type': 'TXT', 'name': '_acme-challenge."
            + name
            + "', 'content': '"
            + base64(43)
            + "', 'ttl': 120}");
    debug(provider, "Successfully added TXT record with record_id: " + base64(32));
    record("INFO", "certbot.plugins.dns_common", "Waiting 10 seconds for DNS changes to propagate");
    now = now.plusSeconds(10);
    debug("acme.client", "JWS payload:\nb'{}'");
    post("acme/chall/1234567/1/" + token.substring(0, 6), 4);
    response(
        200,
        "application/json",
        "Link: <" + authorization + ">;rel=\"up\"\n",
        "{\n  \"type\": \"dns-01\",\n  \"url\": \""
            + CA
            + "acme/chall/1234567/1/"
            + token.substring(0, 6)
            + "\",\n  \"status\": \"pending\",\n  \"token\": \""
            + token
            + "\"\n}");
    record("INFO", handler, "Waiting for verification...");
  }

  private void succeeded(String name, String authorization, String token) {
    authorization(name, authorization, token, "valid", "");
    record("INFO", "certbot._internal.auth_handler", "Cleaning up challenges");
    debug(
        "certbot._internal.client",
        "CSR: CSR(file=None, data=b'-----BEGIN CERTIFICATE REQUEST"
            + "-----\\n"
            + base64(900)
            + "\\n-----END CERTIFICATE REQUEST-----\\n', form='pem')");
    debug("acme.client", "JWS payload:\nb'{\\n  \"csr\": \"" + base64(800) + "\"\\n}'");
    post("acme/finalize/1234567/" + random.nextInt(1 << 30), 1100);
    response(
        200,
        "application/json",
        "",
        "{\n  \"status\": \"valid\",\n  \"certificate\": \""
            + CA
            + "acme/cert/"
            + hex(36)
            + "\"\n}");
    debug("acme.client", "JWS payload:\nb''");
    post("acme/cert/" + hex(36), 0);
    response(200, "application/pem-certificate-chain", "", pem() + "\n" + pem());
    debug(
        "certbot._internal.storage",
        "Writing new private key to /etc/letsencrypt/archive/" + name + "/privkey7.pem.");
    debug(
        "certbot._internal.display.obj",
        "Notifying user: \nSuccessfully received certificate.\nCertificate is saved at: "
            + "/etc/letsencrypt/live/"
            + name
            + "/fullchain.pem\nKey is saved at:         /etc/letsencrypt/live/"
            + name
            + "/privkey.pem\nThis certificate expires on 2026-04-02.");
  }

  private void failed(String name, String authorization, String token) {
    String detail =
        "DNS problem: NXDOMAIN looking up TXT for _acme-challenge."
            + name
            + " - check that a DNS record exists for this domain";
    authorization(
        name,
        authorization,
        token,
        "invalid",
        "      \"error\": {\n        \"type\": \"urn:ietf:params:acme:error:dns\",\n"
            + "        \"detail\": \""
            + detail
            + "\",\n        \"status\": 400\n      },\n");
    record("INFO", "certbot._internal.auth_handler", "Challenge failed for domain " + name);
    record("INFO", "certbot._internal.auth_handler", "dns-01 challenge for " + name);
    debug(
        "certbot._internal.display.obj",
        "Notifying user: \nCertbot failed to authenticate some domains (authenticator: "
            + "dns-cloudflare). The Certificate Authority reported these problems:\n  Domain: "
            + name
            + "\n  Type:   dns\n  Detail: "
            + detail
            + "\n");
    String trace =
        "Traceback (most recent call last):\n  File \"/usr/lib/python3/dist-packages/certbot/"
            + "_internal/auth_handler.py\", line 106, in handle_authorizations\n"
            + "    self._poll_authorizations(authzrs, max_retries, best_effort)\n"
            + "certbot.errors.AuthorizationError: Some challenges have failed.\n";
    debug("certbot._internal.error_handler", "Encountered exception:\n" + trace);
    debug("certbot._internal.error_handler", "Calling registered functions");
    record("INFO", "certbot._internal.auth_handler", "Cleaning up challenges");
    debug("certbot._internal.log", "Exiting abnormally:\n" + trace.stripTrailing());
    record("ERROR", "certbot._internal.log", "Some challenges have failed.");
  }

  private void post(String path, int payload) {
    debug(
        "acme.client",
        "Sending POST request to "
            + CA
            + path
            + ":\n{\n  \"protected\": \"eyJhbGciOiAiUlMyNTYiLCAia2lkIjogImh0dHBzOi8vYWNtZS12MDIu"
            + "YXBpLmxldHNlbmNyeXB0Lm9yZy9hY21lL2FjY3QvMTIzNDU2NyIsICJub25jZSI6ICJBQiJ9\",\n"
            + "  \"signature\": \""
            + base64(342)
            + "\",\n  \"payload\": \""
            + base64(payload)
            + "\"\n}");
    wire("POST", path, 200, 600 + random.nextInt(200));
  }

  private void wire(String method, String path, int status, int length) {
    debug(
        "urllib3.connectionpool",
        "https://"
            + host()
            + " \""
            + method
            + " /"
            + path
            + " HTTP/1.1\" "
            + status
            + " "
            + length);
  }

  private void response(int status, String type, String more, String body) {
    String nonce = base64(54);
    debug(
        "acme.client",
        "Received response:\nHTTP "
            + status
            + "\nServer: nginx\nDate: "
            + now.minusHours(1).format(DATE)
            + "\nContent-Type: "
            + type
            + "\nContent-Length: "
            + body.length()
            + "\nConnection: keep-alive\nBoulder-Requester: 1234567\n"
            + "Cache-Control: public, max-age=0, no-cache\nLink: <"
            + CA
            + "directory>;rel=\"index\"\n"
            + more
            + "Replay-Nonce: "
            + nonce
            + "\nX-Frame-Options: DENY\nStrict-Transport-Security: max-age=604800\n\n"
            + body);
    debug("acme.client", "Storing nonce: " + nonce);
  }

  private static String host() {
    return "acme-v02.api.letsencrypt.org:443";
  }

  private String pem() {
    StringBuilder pem = new StringBuilder("-----BEGIN CERTIFICATE-----\n");
    for (int i = 0; i < 26; i++) {
      pem.append(base64(64)).append('\n');
    }
    return pem.append("-----END CERTIFICATE-----\n").toString();
  }

  private String base64(int length) {
    char[] letters = new char[length];
    for (int i = 0; i < length; i++) {
      letters[i] = BASE64.charAt(random.nextInt(64));
    }
    return new String(letters);
  }

  private String hex(int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append(Character.forDigit(random.nextInt(16), 16));
    }
    return digits.toString();
  }
}
