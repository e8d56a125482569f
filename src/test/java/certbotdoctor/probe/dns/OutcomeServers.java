package certbotdoctor.probe.dns;

import static certbotdoctor.probe.dns.OutcomeWorlds.ZONE;
import static certbotdoctor.probe.dns.OutcomeWorlds.both;
import static certbotdoctor.probe.dns.OutcomeWorlds.second;

import certbotdoctor.probe.dns.world.Behaviour;
import certbotdoctor.probe.dns.world.World;
import java.util.function.Consumer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A sample world for each outcome of the probes about servers and resolvers. */
final class OutcomeServers {
  private static final Name APEX = Name.fromConstantString("example.test.");
  private static final Name CHALLENGE = Name.fromConstantString("_acme-challenge.example.test.");
  private static final Name DC = Name.fromConstantString("dc.example.test.");

  /** What a cache still has. */
  private static final Behaviour CACHE =
      (query, transport, proper) -> {
        Message message = Behaviour.empty(query, 0);
        message.addRecord(new TXTRecord(CHALLENGE, DClass.IN, 17, "old"), Section.ANSWER);
        return message;
      };

  /** A zone of the same name inside. */
  private static final Behaviour INTERNAL =
      (query, transport, proper) -> {
        Message message = Behaviour.empty(query, 0);
        message.addRecord(
            new SOARecord(APEX, DClass.IN, 60, DC, DC, 5, 1, 1, 1, 1), Section.ANSWER);
        return message;
      };

  private OutcomeServers() {}

  static void add(OutcomeWorlds worlds) {
    delegation(worlds);
    caa(worlds);
    behaviour(worlds);
    views(worlds);
    worlds.put("dns.serials AGREE", world -> {});
    worlds.put("dns.serials DIFFER", OutcomeServers::lag);
    worlds.put("dns.serials ERROR", both(Behaviour.SERVFAIL));
    worlds.put("dns.provider FOUND", world -> {});
    worlds.put("dns.provider NONE", "missing.test", world -> {});
  }

  private static void lag(World world) {
    world.server(World.NS2).remove(ZONE, ZONE, Type.SOA);
    world
        .server(World.NS2)
        .add(ZONE, "@ IN SOA ns1.example.test. hostmaster.example.test. 2026010106 1 1 1 1");
  }

  private static void delegation(OutcomeWorlds worlds) {
    worlds.put("dns.delegation OK", world -> {});
    worlds.put("dns.delegation DOMAIN_MISSING", "missing.test", world -> {});
    worlds.put("dns.delegation GLUE_WRONG", OutcomeServers::wrongGlue);
    worlds.put("dns.delegation LAME_REFUSED", second(Behaviour.REFUSE));
    worlds.put("dns.delegation LAME_SERVFAIL", second(Behaviour.SERVFAIL));
    worlds.put("dns.delegation LAME_NOT_AUTHORITATIVE", second(Behaviour.NOT_AUTHORITATIVE));
    worlds.put("dns.delegation UPWARD_REFERRAL", second(Behaviour.UPWARD));
    worlds.put("dns.delegation TIMEOUT", second(Behaviour.DROP));
    worlds.put("dns.delegation NS_UNRESOLVABLE", withServer("ns.gone.test.", ""));
    worlds.put("dns.delegation PRIVATE_ADDRESS", OutcomeServers::privateAddress);
    worlds.put(
        "dns.delegation PARENT_CHILD_DIFFER",
        world ->
            world
                .add("test", "example IN NS ns1.provider.test.")
                .server(World.PROVIDER)
                .serve(
                    ZONE,
                    "@ 300 SOA ns1 hostmaster 2026010107 1 1 1 1\n"
                        + "@ NS ns1\n@ NS ns2\nns1 A 192.0.2.11\nns2 A 192.0.2.12"));
  }

  private static Consumer<World> withServer(String host, String address) {
    return world -> {
      world.add("test", "example IN NS " + host);
      world.add(ZONE, "@ IN NS " + host + address);
    };
  }

  private static void wrongGlue(World world) {
    world.remove("test", "ns2.example.test", Type.A);
    world.add("test", "ns2.example IN A 192.0.2.99");
    world.server("192.0.2.99").behave(Behaviour.REFUSE);
  }

  private static void privateAddress(World world) {
    world.remove("test", "ns2.example.test", Type.A);
    world.remove(ZONE, "ns2.example.test", Type.A);
    world.add("test", "ns2.example IN A 10.0.0.2");
    world.add(ZONE, "ns2 IN A 10.0.0.2");
  }

  private static Consumer<World> record(String rdata) {
    return world -> world.add(ZONE, "@ IN CAA " + rdata);
  }

  private static void caa(OutcomeWorlds worlds) {
    worlds.put("dns.caa ALLOWS", world -> {});
    worlds.put("dns.caa FORBIDS", record("0 issue \";\""));
    worlds.put("dns.caa CRITICAL_UNKNOWN", record("128 tbs \"x\""));
    worlds.put(
        "dns.caa METHOD_FORBIDDEN",
        record("0 issue \"letsencrypt.org; validationmethods=http-01\""));
    worlds.put(
        "dns.caa ACCOUNT_FORBIDDEN",
        record("0 issue \"letsencrypt.org; accounturi=https://ca.test/acct/2\""));
    worlds.put("dns.caa LOOKUP_REFUSED", both(Behaviour.REFUSE.onType(Type.CAA)));
    worlds.put("dns.caa LOOKUP_NOTIMP", both(Behaviour.NOTIMP.onType(Type.CAA)));
    worlds.put("dns.caa LOOKUP_TIMEOUT", both(Behaviour.DROP.onType(Type.CAA)));
    worlds.put("dns.caa LOOKUP_SERVFAIL", both(Behaviour.SERVFAIL.onType(Type.CAA)));
  }

  private static void behaviour(OutcomeWorlds worlds) {
    worlds.put("dns.behaviour OK", world -> {});
    worlds.put("dns.behaviour LARGE_ANSWER_LOST", OutcomeWorlds::loseLargeAnswers);
    worlds.put("dns.behaviour EDNS_DROPPED", second(Behaviour.DROP.onEdns()));
    worlds.put("dns.behaviour TCP_REFUSED", world -> world.server(World.NS2).refuseTcp());
    worlds.put("dns.behaviour CASE_MANGLED", second(Behaviour.LOWER_CASE));
    worlds.put(
        "dns.behaviour ENT_NXDOMAIN",
        "a.example.test",
        world -> {
          world.add(ZONE, "_acme-challenge.a IN TXT value");
          world.server(World.NS1).behave(Behaviour.rcode(3).onName("a.example.test."));
        });
    worlds.put("dns.behaviour ERROR", both(Behaviour.SERVFAIL));
  }

  private static void views(OutcomeWorlds worlds) {
    Consumer<World> record = world -> world.add(ZONE, "_acme-challenge 60 IN TXT new");
    worlds.put("dns.public VISIBLE", record);
    worlds.put("dns.public ABSENT", world -> {});
    worlds.put(
        "dns.public LAGGING", record.andThen(world -> world.server(World.PUBLIC).behave(CACHE)));
    worlds.put(
        "dns.public SERVFAIL", world -> world.server(World.PUBLIC).behave(Behaviour.SERVFAIL));
    worlds.put(
        "dns.public UNREACHABLE", world -> world.server(World.PUBLIC).behave(Behaviour.DROP));
    worlds.put("dns.public NOT_CONFIGURED", World::withoutPublicResolvers);
    worlds.put("dns.local SAME", record);
    worlds.put(
        "dns.local CACHED",
        record.andThen(world -> world.server(World.RESOLVER).behave(CACHE.onType(Type.TXT))));
    worlds.put(
        "dns.local SPLIT_HORIZON",
        world -> world.server(World.RESOLVER).behave(INTERNAL.onType(Type.SOA)));
    worlds.put(
        "dns.local ERROR",
        world -> world.server(World.RESOLVER).behave(Behaviour.SERVFAIL.onType(Type.TXT)));
  }
}
