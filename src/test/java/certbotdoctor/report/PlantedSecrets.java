package certbotdoctor.report;

import java.util.List;

/** Lines as clients, plugins and libraries print them, each with a secret in it. */
final class PlantedSecrets {
  /** A piece of every planted secret. */
  static final String CORE = "Zx9Qw7Plant3d";

  static final String SECRET = CORE + "Kj2Lm5Nb8Vc1";
  private static final String JWS = "eyJhbGciOiJSUzI1NiJ9." + SECRET + "." + SECRET;

  static final List<String> LINES =
      List.of(
          "{\"protected\": \"" + SECRET + "\", \"payload\": \"\", \"signature\": \"a\"}",
          "{\"protected\": \"a\", \"payload\": \"" + SECRET + "\", \"signature\": \"a\"}",
          "  \"signature\": \"" + SECRET + "\",",
          "Replay-Nonce: " + SECRET,
          "Storing nonce: " + SECRET,
          "JWS has an invalid anti-replay nonce: \"" + SECRET + "\"",
          "Authorization: Bearer " + SECRET,
          "authorization: Basic " + SECRET + "==",
          "{'Authorization': 'sso-key " + SECRET + ":" + SECRET + "'}",
          "send: b'GET / HTTP/1.1\\r\\nAuthorization: Token " + SECRET + "\\r\\nAccept: */*'",
          "curl -H 'X-Api-Key: " + SECRET + "' https://api.test/",
          "X-Auth-Key: " + SECRET,
          "{\"X-Auth-Token\": \"" + SECRET + "\"}",
          "dns_cloudflare_api_token = " + SECRET,
          "dns_cloudflare_api_key=" + SECRET,
          "dns_rfc2136_secret = 4q4wM/2I180UXoMyN4INVhJNi8V9BCV+jMw2mXgZw/" + SECRET + "==",
          "dns_linode_key = " + SECRET,
          "dns_gandi_token=ab cd " + SECRET,
          "dns_ovh_application_secret = " + SECRET,
          "dns_ovh_consumer_key = " + SECRET,
          "https://api.test/update?domain=example.org&token=" + SECRET + "&txt=a",
          "{\"access_token\":\"" + SECRET + "\",\"expires_in\":3600}",
          "{\\\"password\\\": \\\"" + SECRET + "\\\"}",
          "{'username': 'u', 'password': '" + SECRET + "', 'subdomain': 's'}",
          "[('secretapikey', '" + SECRET + "')]",
          "password: [\"" + SECRET + "\"]",
          "Namespace(eab_hmac_key='" + SECRET + "', eab_kid='kid')",
          "certbot register --eab-kid kid --eab-hmac-key " + SECRET + " --server https://ca.test/",
          "['--eab-hmac-key', '" + SECRET + "', '--agree-tos']",
          "AWS_SECRET_ACCESS_KEY=" + SECRET,
          "aws_session_token = " + SECRET,
          "AKIA" + "ZXCVBNMASDFG" + " signs; X-Amz-Signature=" + SECRET,
          "Credential=x, SignedHeaders=host, Signature=" + SECRET,
          "AccountKey=" + SECRET + "==;EndpointSuffix=core.test",
          "key \"update.\" { algorithm hmac-sha256; secret \"" + SECRET + "==\"; };",
          "nsupdate -y hmac-sha256:update.example.org:" + SECRET + "==",
          "key update.example.org " + SECRET + "==",
          "-----BEGIN PRIVATE KEY-----\nMIIE" + SECRET + "\nabc\n-----END PRIVATE KEY-----\nafter",
          "'private_key': '-----BEGIN RSA PRIVATE KEY-----\\nMIIE" + SECRET + "\\n'",
          "https://unpause.letsencrypt.org/sfe/v1/unpause?jwt=" + JWS,
          "visit " + JWS + " now",
          "Cookie: session=" + SECRET + "; a=b",
          "Set-Cookie: sid=" + SECRET + "; Path=/",
          "https://user:" + SECRET + "@dns.example.net/api",
          "https://" + SECRET + "@dns.example.net/api",
          "client_secret=" + SECRET,
          "clientSecret: " + SECRET,
          "HETZNER_API_TOKEN=" + SECRET,
          "token dop_v1_" + SECRET + " was refused",
          "u'token': u'" + SECRET + "'",
          "passphrase = \"" + SECRET + "\"",
          "\"key\" : \"" + SECRET + "\"",
          "?key=" + SECRET);

  private PlantedSecrets() {}
}
