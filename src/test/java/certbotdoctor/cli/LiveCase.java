package certbotdoctor.cli;

import static certbotdoctor.cli.FailedRun.CHALLENGE;
import static certbotdoctor.cli.FailedRun.OTHER;
import static certbotdoctor.cli.FailedRun.VALUE;

import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import certbotdoctor.probe.dns.world.ZoneSigner;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Type;

/**
 * A run that failed, the servers as they are afterwards, and what is to be said of one cause.
 *
 * @param why the reason that evidence is missing for, where the cause is left open
 */
record LiveCase(
    String cause, String verdict, @Nullable String why, FailedRun run, Consumer<World> world) {
  private static final String ZONE = "example.test";

  private static LiveCase of(String cause, String verdict, FailedRun run, Consumer<World> world) {
    return new LiveCase(cause, verdict, null, run, world);
  }

  private static LiveCase open(String cause, String why, FailedRun run, Consumer<World> world) {
    return new LiveCase(cause, "possible", why, run, world);
  }

  private static Consumer<World> txt(String name, String... values) {
    return world -> {
      for (String value : values) {
        world.add(ZONE, name + ". 60 IN TXT \"" + value + "\"");
      }
    };
  }

  private static Consumer<World> alias(String target) {
    return world -> world.add(ZONE, CHALLENGE + ". 60 IN CNAME " + target + ".");
  }

  private static Consumer<World> both(Behaviour behaviour) {
    return world -> {
      world.server(World.NS1).behave(behaviour);
      world.server(World.NS2).behave(behaviour);
    };
  }

  /** A world as it is. */
  private static void nothing(World world) {}

  private static final Consumer<World> RIGHT = txt(CHALLENGE, VALUE);
  private static final Consumer<World> DOUBLED = txt(CHALLENGE + "." + ZONE, VALUE);

  private static FailedRun nx() {
    return FailedRun.nxdomain();
  }

  /** Causes in the record itself. */
  static Stream<LiveCase> records() {
    return Stream.of(
        of("propagation-delay", "likely", nx(), RIGHT),
        of(
            "propagation-delay",
            "likely",
            nx(),
            world -> world.server(World.NS1).add(ZONE, CHALLENGE + ". 60 IN TXT " + VALUE)),
        of("propagation-delay", "likely", nx(), LiveCase::behind),
        of("propagation-delay", "possible", nx().old(), LiveCase::behind),
        of("nameservers-inconsistent", "possible", nx(), LiveCase::behind),
        of("nameservers-inconsistent", "likely", nx().old(), LiveCase::behind),
        of("propagation-delay", "ruled-out", nx(), DOUBLED),
        open("propagation-delay", "cleaned-up", nx().cleanedUp(), LiveCase::nothing),
        of("txt-value-wrong", "confirmed", FailedRun.found(VALUE + "="), LiveCase::nothing),
        of("txt-value-wrong", "confirmed", FailedRun.found(OTHER), txt(CHALLENGE, VALUE + "=")),
        of("txt-value-wrong", "ruled-out", FailedRun.found(OTHER), RIGHT),
        of("txt-value-wrong", "possible", FailedRun.found(OTHER).cleanedUp(), LiveCase::nothing),
        of("txt-stale-record", "likely", FailedRun.found(OTHER), txt(CHALLENGE, OTHER)),
        of(
            "txt-stale-record",
            "possible",
            FailedRun.found(OTHER).by("dns-cloudflare"),
            LiveCase::nothing),
        of("txt-stale-record", "ruled-out", FailedRun.found(OTHER), txt(CHALLENGE, VALUE + " ")),
        of("txt-multiple-records", "confirmed", several(), txt(CHALLENGE, OTHER, "x-" + OTHER)),
        of("txt-multiple-records", "likely", FailedRun.found(OTHER), txt(CHALLENGE, OTHER, "x")),
        of("txt-multiple-records", "ruled-out", FailedRun.found(OTHER), txt(CHALLENGE, OTHER)),
        of("txt-multiple-records", "possible", FailedRun.found(OTHER).old(), LiveCase::nothing),
        of("txt-name-wrong", "confirmed", nx(), txt("acme-challenge." + ZONE, VALUE)),
        of("txt-name-wrong", "confirmed", nx().old(), txt(ZONE, VALUE)),
        of("txt-name-wrong", "likely", nx(), txt("acme-challenge." + ZONE, OTHER)),
        of("txt-name-wrong", "ruled-out", nx(), RIGHT),
        open("txt-name-wrong", "cleaned-up", nx().cleanedUp(), LiveCase::nothing),
        of("txt-double-domain", "confirmed", nx(), DOUBLED),
        of("txt-double-domain", "ruled-out", nx(), RIGHT),
        open("txt-double-domain", "cleaned-up", nx().cleanedUp(), LiveCase::nothing),
        of("txt-missing", "confirmed", nx(), LiveCase::nothing),
        of("txt-missing", "ruled-out", nx(), RIGHT),
        open("txt-missing", "cleaned-up", nx().cleanedUp(), LiveCase::nothing),
        open("txt-missing", "state-changed-since", nx().old(), LiveCase::nothing),
        of("cname-interference", "confirmed", nx(), alias(CHALLENGE)),
        of("cname-interference", "ruled-out", nx(), LiveCase::nothing),
        of("cname-interference", "possible", nx(), both(Behaviour.SERVFAIL)),
        of("cname-dangling", "confirmed", nx(), alias("gone.provider.test")),
        of("cname-dangling", "ruled-out", nx(), LiveCase::nothing),
        open("cname-dangling", "cleaned-up", nx().cleanedUp(), alias("gone.provider.test")));
  }

  /** One server has an older version of the zone. */
  private static void behind(World world) {
    world
        .server(World.NS2)
        .remove(ZONE, ZONE, Type.SOA)
        .add(ZONE, "@ 300 SOA ns1 hostmaster 2000010101 1800 900 604800 120");
  }

  private static FailedRun several() {
    return FailedRun.with(
        "unauthorized",
        "Incorrect TXT record \\\"" + OTHER + "\\\" (and 1 more) found at " + CHALLENGE);
  }

  private static FailedRun plugin() {
    return nx().by("dns-cloudflare")
        .saying(
            "certbot_dns_cloudflare._internal.dns_cloudflare:Successfully added TXT record with"
                + " record_id: 0a9b8c7d6e5f40312233445566778899");
  }

  /** The zone is served by another provider than the plugin's. */
  private static void moved(World world) {
    world.remove("test", ZONE, Type.NS);
    world.add("test", ZONE + ". IN NS ns1.digitalocean.com.");
    world
        .server("192.0.2.60")
        .serve(
            "digitalocean.com",
            """
            $ORIGIN digitalocean.com.
            @ 300 IN SOA ns1 x 1 1800 900 604800 60
            @ 300 IN NS ns1
            ns1 300 IN A 192.0.2.60
            """)
        .serve(
            ZONE,
            """
            $ORIGIN example.test.
            @ 300 IN SOA ns1.digitalocean.com. x 1 1800 900 604800 60
            @ 300 IN NS ns1.digitalocean.com.
            """);
  }

  private static final String API_ERROR =
      "Network error communicating with the Cloudflare API while adding a TXT record: Connection"
          + " error.";

  private static FailedRun apiError() {
    return nx().saying("certbot_dns_cloudflare._internal.dns_cloudflare:" + API_ERROR);
  }

  private static FailedRun timeout() {
    return FailedRun.with("dns", "DNS problem: query timed out looking up TXT for " + CHALLENGE);
  }

  private static FailedRun refused() {
    return FailedRun.with("dns", "DNS problem: REFUSED looking up TXT for " + CHALLENGE);
  }

  /** Causes in who serves the record. */
  static Stream<LiveCase> services() {
    return Stream.of(
        of("split-horizon-or-wrong-zone", "confirmed", plugin(), LiveCase::moved),
        of("split-horizon-or-wrong-zone", "ruled-out", nx(), RIGHT),
        of("split-horizon-or-wrong-zone", "possible", plugin(), LiveCase::nothing),
        of(
            "provider-outage-or-api-error",
            "likely",
            apiError().endedBy(API_ERROR),
            LiveCase::nothing),
        of("provider-outage-or-api-error", "ruled-out", apiError(), RIGHT),
        of("provider-outage-or-api-error", "possible", apiError().cleanedUp(), LiveCase::nothing),
        of("nxdomain-domain-missing", "confirmed", nx(), w -> w.remove("test", ZONE, Type.NS)),
        of("nxdomain-domain-missing", "ruled-out", nx(), LiveCase::nothing),
        of("nxdomain-domain-missing", "possible", nx().old(), LiveCase::nothing),
        of("nameserver-servfail", "confirmed", FailedRun.servfail(), both(Behaviour.SERVFAIL)),
        of(
            "nameserver-servfail",
            "likely",
            FailedRun.servfail(),
            world -> world.server(World.NS1).behave(Behaviour.SERVFAIL)),
        of("nameserver-servfail", "possible", FailedRun.servfail().cleanedUp(), LiveCase::nothing),
        of("nameserver-refused", "confirmed", refused(), both(Behaviour.REFUSE)),
        of("nameserver-refused", "ruled-out", FailedRun.servfail(), LiveCase::nothing),
        of("nameserver-refused", "possible", FailedRun.servfail().old(), LiveCase::nothing),
        of("nameserver-timeout", "confirmed", timeout(), both(Behaviour.DROP)),
        of("nameserver-timeout", "ruled-out", FailedRun.servfail(), LiveCase::nothing),
        of("nameserver-timeout", "possible", FailedRun.servfail().old(), LiveCase::nothing),
        of("delegation-broken", "ruled-out", FailedRun.servfail(), LiveCase::nothing),
        of("delegation-broken", "possible", FailedRun.servfail().old(), LiveCase::nothing),
        of(
            "delegation-broken",
            "confirmed",
            FailedRun.servfail(),
            both(Behaviour.NOT_AUTHORITATIVE)),
        of(
            "nameserver-servfail",
            "ruled-out",
            FailedRun.servfail(),
            world -> new ZoneSigner(ZONE).vouchedFor(world)),
        of(
            "dnssec-bogus",
            "confirmed",
            FailedRun.servfail(),
            world -> new ZoneSigner(ZONE).vouchedFor(world)),
        of(
            "dnssec-bogus",
            "ruled-out",
            FailedRun.servfail(),
            world -> new ZoneSigner("other.test").vouchedFor(world)),
        of("dnssec-bogus", "possible", FailedRun.servfail().old(), LiveCase::nothing));
  }
}
