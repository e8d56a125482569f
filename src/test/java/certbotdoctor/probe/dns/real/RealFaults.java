package certbotdoctor.probe.dns.real;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Plants the faults, one zone each, and some sound zones. */
public final class RealFaults {
  /** The value that the CA expects. */
  public static final String VALUE = "LoqXcYV8q5ONbJQxbmR7SCTNo3tiAXDfowyjxAjEuX0";

  static final String OLD = "9jg46WB3rR_AHD-EBXdN7cBkH1WOu0tA3M9fm21mqTI";
  private static final String TXT = "_acme-challenge 60 TXT ";
  private static final String[] ALL = {"ns1", "ns2", "ns3"};
  private static final String ECDSA = "ECDSAP256SHA256";

  private RealFaults() {}

  /** Plants all. */
  public static void plant(Laboratory lab) throws IOException, InterruptedException {
    sound(lab);
    records(lab);
    aliases(lab);
    delegations(lab);
    signatures(lab);
    authorizations(lab);
  }

  private static void sound(Laboratory lab) throws IOException, InterruptedException {
    String good = TXT + VALUE + "\n";
    lab.zone("sound.test", good, ALL);
    lab.signed("sound-deep.test", "_acme-challenge.a.b 60 TXT " + VALUE + "\n", ECDSA);
    lab.signed("sound-rsa.test", good, "RSASHA256");
    lab.signed("sound-ed25519.test", good, "ED25519");
    lab.signed("sound-nsec3.test", good, ECDSA, "-3", "abcd");
    lab.signed("sound-optout.test", good, ECDSA, "-3", "-", "-A");
    lab.signed("sound-wild.test", "* 60 TXT \"" + VALUE + "\"\n", ECDSA);
    lab.signed("sound-alias.test", "_acme-challenge CNAME x.sound-target.test.\n", ECDSA);
    lab.signed("sound-target.test", "x TXT " + VALUE + "\n", ECDSA, "-3", "ab");
    lab.zone("sound-ns.test", "_acme-challenge NS ns2.lab.test.\n", "ns1", "ns3");
    lab.serve("_acme-challenge.sound-ns.test", Laboratory.head(1, "ns2") + "@ TXT " + VALUE, "ns2");
    StringBuilder many = new StringBuilder(good);
    for (int i = 0; i < 40; i++) {
      many.append(TXT + "earlier-value-number-" + i + "-that-nobody-removed\n");
    }
    lab.zone("sound-many.test", many.toString(), ALL);
    lab.zone("sound-caa.test", good + "@ CAA 0 issue \"letsencrypt.org\"\n", ALL);
  }

  private static void records(Laboratory lab) {
    lab.zone("txt-absent.test", "", ALL);
    lab.zone("txt-stale.test", TXT + OLD, ALL);
    lab.zone("txt-foreign.test", TXT + "\"v=spf1 -all\"", ALL);
    lab.zone("txt-quotes.test", TXT + "\"\\\"" + VALUE + "\\\"\"", ALL);
    lab.zone("txt-case.test", TXT + VALUE.toLowerCase(Locale.ROOT), ALL);
    lab.zone("txt-one.test", "", ALL);
    lab.serve("txt-one.test", Laboratory.head(2, ALL) + TXT + VALUE, "ns1");
    lab.zone("double.test", "_acme-challenge.double.test TXT " + VALUE, ALL);
    lab.zone("double-sub.test", "_acme-challenge.sub.double-sub.test TXT " + VALUE, ALL);
    lab.zone("apex.test", "@ TXT " + VALUE, ALL);
    lab.zone("underscore.test", "acme-challenge TXT " + VALUE, ALL);
    lab.zone("parent-name.test", TXT + VALUE, ALL);
    lab.zone("wild-txt.test", "* TXT " + VALUE, ALL);
    lab.zone("split.test", TXT + VALUE, ALL);
    lab.zone("own-zone.test", "_acme-challenge NS ns2.lab.test.\n", "ns1", "ns3");
    lab.serve("_acme-challenge.own-zone.test", Laboratory.head(1, "ns2"), "ns2");
    lab.zone("txt-padded.test", TXT + "\"" + VALUE + "=\"", ALL);
    lab.zone("txt-blank.test", TXT + "\"" + VALUE + " \"", ALL);
  }

  private static void aliases(Laboratory lab) {
    lab.zone(
        "targets.test",
        "_acme-challenge.p TXT "
            + VALUE
            + "\nhost A 127.53.0.80\n"
            + "back CNAME _acme-challenge.loop.test.\n",
        ALL);
    lab.zone("prefixed.test", "_acme-challenge CNAME p.targets.test.", ALL);
    lab.zone("dangling.test", "_acme-challenge CNAME gone.targets.test.", ALL);
    lab.zone("loop.test", "_acme-challenge CNAME back.targets.test.", ALL);
    lab.zone("captured.test", "* CNAME host.targets.test.", ALL);
    lab.zone("no-txt.test", "_acme-challenge CNAME host.targets.test.", ALL);
    StringBuilder chain = new StringBuilder("_acme-challenge CNAME c0\n");
    for (int i = 0; i < 12; i++) {
      chain.append("c" + i + " CNAME c" + (i + 1) + "\n");
    }
    lab.zone("long.test", chain.toString(), ALL);
  }

  private static void delegations(Laboratory lab) {
    without(lab, "refused-bind.test", "ns2", "ns3");
    without(lab, "refused-nsd.test", "ns1", "ns3");
    without(lab, "refused-knot.test", "ns1", "ns2");
    without(lab, "refused-all.test");
    without(lab, "servfail-bind.test", "ns2", "ns3");
    lab.server("ns1").serve("servfail-bind.test", "");
    without(lab, "servfail-knot.test", "ns1", "ns2");
    lab.server("ns3").serve("servfail-knot.test", "");
    lab.delegate("servfail-all.test", "ns1", "ns3");
    lab.server("ns1").serve("servfail-all.test", "");
    lab.server("ns3").serve("servfail-all.test", "");
    beside(lab, "lame.test", Laboratory.TLD);
    beside(lab, "upward.test", Laboratory.ROOT);
    beside(lab, "down.test", "127.53.0.99");
    beside(lab, "private.test", "10.53.0.1");
    lab.parent("down-all.test. NS ns.down-all.test.\nns.down-all.test. A 127.53.0.98");
    lab.zone("differ.test", "", "ns1", "ns2");
    lab.parent("differ.test. NS ns3.lab.test.");
    lab.serve("differ.test", Laboratory.head(1, "ns1", "ns2"), "ns3");
    lab.parent("glue.test. NS ns1.lab.test.\nglue.test. NS ns.glue.test.");
    lab.parent("ns.glue.test. A 127.53.0.13");
    for (String name : new String[] {"ns1", "ns2"}) {
      lab.serve(
          "glue.test", Laboratory.head(1, "ns1") + "@ NS ns.glue.test.\nns A 127.53.0.12\n", name);
    }
    lab.zone("nameless.test", "@ NS ns.unregistered.test.\n", ALL);
    lab.parent("nameless.test. NS ns.unregistered.test.");
    lab.zone("lagging.test", "", ALL);
    lab.serve("lagging.test", Laboratory.head(5, ALL), "ns1");
  }

  /** Delegates to three servers, of which only some have the zone. */
  private static void without(Laboratory lab, String zone, String... having) {
    lab.delegate(zone, ALL);
    for (String name : having) {
      lab.serve(zone, Laboratory.head(1, ALL), name);
    }
  }

  /** Delegates to one good server and, beside it, to another address. */
  private static void beside(Laboratory lab, String zone, String address) {
    lab.parent(zone + ". NS ns1.lab.test.\n" + zone + ". NS ns." + zone + ".");
    lab.parent("ns." + zone + ". A " + address);
    lab.serve(
        zone, Laboratory.head(1, "ns1") + "@ NS ns." + zone + ".\nns A " + address + "\n", "ns1");
  }

  private static void signatures(Laboratory lab) throws IOException, InterruptedException {
    String good = TXT + VALUE + "\n";
    String digest = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";
    lab.zone("no-key.test", good, ALL);
    lab.parent("no-key.test. DS 12345 13 2 " + digest);
    Signing.Signed other = lab.signed("mismatch.test", good, ECDSA);
    lab.replaceParent(other.ds().strip(), "mismatch.test. DS 12345 13 2 " + digest);
    lab.signed("expired.test", good, ECDSA, "-s", "20250101000000", "-e", "20250201000000");
    lab.signed("future.test", good, ECDSA, "-s", "20400101000000", "-e", "20400201000000");
    lab.signed("unsigned-copy.test", good, ECDSA);
    lab.serve("unsigned-copy.test", Laboratory.head(1, ALL) + good, "ns2");
    Signing.Signed tampered = lab.signed("tampered.test", good, ECDSA);
    for (String name : ALL) {
      lab.server(name).serve("tampered.test", tampered.text().replace(VALUE, OLD));
    }
    Signing.Signed proof = lab.signed("no-proof.test", "", ECDSA);
    Pattern nsec = Pattern.compile("(?m)^.*\\bNSEC\\b(.*\\(\\s[^)]*\\))?.*$");
    lab.server("ns2").serve("no-proof.test", nsec.matcher(proof.text()).replaceAll(""));
    Signing.Signed hashed = lab.signed("no-proof3.test", "a.b A 127.53.0.80\n", ECDSA, "-3", "ab");
    Pattern nsec3 = Pattern.compile("(?m)^.*\\bNSEC3\\b[^()]*\\([^)]*\\).*$");
    lab.server("ns2").serve("no-proof3.test", nsec3.matcher(hashed.text()).replaceAll(""));
  }

  private static void authorizations(Laboratory lab) {
    lab.zone("caa.test", "@ CAA 0 issue \"other.example\"", ALL);
    lab.zone("caa-wild.test", "@ CAA 0 issuewild \";\"", ALL);
    lab.zone("caa-critical.test", "@ CAA 128 tbs \"x\"", ALL);
    lab.zone(
        "caa-method.test", "@ CAA 0 issue \"letsencrypt.org; validationmethods=http-01\"", ALL);
    lab.zone(
        "caa-account.test",
        "@ CAA 0 issue \"letsencrypt.org; accounturi=https://ca.test/acct/2\"",
        ALL);
  }
}
