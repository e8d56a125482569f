#!/usr/bin/env python3
"""Records samples with real runs of certbot; see README.md beside the samples.

    ./record.py              all recordings
    ./record.py NAME...      the recordings (functions below) of these names
    ./record.py --list

Each function below sets up the laboratory and writes one or more folders of samples/, input files and
case.yaml. Needs Debian's certbot, python3-certbot-dns-rfc2136, pebble, bind9, bind9-dnsutils and openssl.
"""
import contextlib
import gzip
import json
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from lab import DNS, DNS_ELSEWHERE, LAB, SILENT, WRONG_TSIG, ZONES, Lab

SAMPLES = Path(__file__).resolve().parent.parent
RECORDINGS = {}
PEBBLE = "certbot 2.1.0, pebble 2.4.0, BIND 9.18"
BOULDER = "certbot 2.1.0, pebble 2.4.0 behind lab/boulder_wording.py (Boulder's words for the real lookup), BIND 9.18"
NOBODY_KNOWS = ["txt-missing", "propagation-delay"]     # what a bare NXDOMAIN or "no record" allows to say


A_VALUE = ["txt-stale-record", "txt-value-wrong", "txt-multiple-records", "propagation-delay"]   # another value, not quoted or unknown
SERVFAIL = ["nameserver-servfail", "dnssec-bogus", "delegation-broken"]
OTHERS_TO_LIST = {str(NOBODY_KNOWS): NOBODY_KNOWS, str(A_VALUE): A_VALUE[:2], str(SERVFAIL): SERVFAIL[:2]}


def recording(function):
    RECORDINGS[function.__name__] = function
    return function


def scalar(value) -> str:
    text = str(value)
    return text if re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]*", text) and text not in ("true", "null") else json.dumps(text)


def flow(value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key if key[0] != '*' else json.dumps(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def because(cause, verdict, *identifiers) -> dict:
    """One expected diagnosis; a list as cause or verdict means that any of these is right."""
    return {"cause": cause, "verdict": verdict, **({"identifiers": list(identifiers)} if identifiers else {})}


def sample(name, description, *diagnoses, log=None, terminal=None, files=(), client=PEBBLE, exit=None, listed=(), expected=None,
           config=False, input=None):
    """Write samples/NAME: the given log and terminal texts (or files), and case.yaml."""
    folder = SAMPLES / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    inputs = []
    for file, text in (("letsencrypt.log", log), ("output.txt", terminal)):
        if text is not None:
            (folder / file).write_text(text.read_text() if isinstance(text, Path) else text)
            inputs.append(file)
    for target, source in files:
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / target)
    inputs = input or inputs
    if not listed and diagnoses:
        listed = OTHERS_TO_LIST.get(str(diagnoses[0]["cause"]), ())
    if exit is None:
        verdicts = [d["verdict"] for d in diagnoses]
        exit = 0 if not verdicts else 4 if all(v in ("possible", "cannot-tell") for v in verdicts) else 3
    lines = ["origin: recorded-run", f"client: {scalar(client)}", f"description: {scalar(description)}", f"input: {flow(inputs)}"]
    if config:
        lines.append("config: etc-letsencrypt")
    lines += ["expect:", f"  exit: {exit}"]
    lines += ["  diagnoses:" + ("" if diagnoses else " []")] + [f"    - {flow(d)}" for d in diagnoses]
    if listed:
        lines.append(f"  listed: {flow(list(listed))}")
    if expected:
        lines.append(f"  expectedTxt: {flow(expected)}")
    (folder / "case.yaml").write_text("\n".join(lines) + "\n")
    print("  ", name, sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()), "bytes")


@contextlib.contextmanager
def lab(**options):
    laboratory = Lab(**options)
    try:
        yield laboratory
    finally:
        laboratory.close()


ADD = 'echo "update add $name TXT \\"$CERTBOT_VALIDATION\\"" | update'
DELETE = 'echo "update delete $name TXT" | update'


# Nothing wrong

@recording
def success():
    with lab() as it:
        out = it.manual("example.org", auth=it.hook("auth.sh", "add the record", ADD), cleanup=it.hook("cleanup.sh", "remove it", DELETE))
        sample("success-single-name-log", "One name, DNS-01 with manual hooks, everything right: no diagnosis.", log=it.log,
               expected=it.seen())
        sample("success-single-name-terminal", "The terminal output of a successful DNS-01 run.", terminal=out)


@recording
def success_apex_and_wildcard():
    with lab() as it:
        it.manual("example.net", "*.example.net", auth=it.hook("auth.sh", "add the record", ADD),
                  cleanup=it.hook("cleanup.sh", "remove it", DELETE))
        sample("success-apex-wildcard-log", "Apex and wildcard share one name and need two values; both were published, so nothing "
               "is wrong although the same name appears twice.", log=it.log, expected=it.seen())


@recording
def success_rfc2136():
    with lab() as it:
        out = it.rfc2136("garden.test", mode=0o644, flags=["--dry-run"])
        sample("success-dry-run-unsafe-credentials-log", "A dry run with dns-rfc2136 that succeeds and warns of a credentials file "
               "that everybody can read: a notice, not a diagnosis.", log=it.log, expected=it.seen())
        sample("success-dry-run-terminal", "The same on the terminal: the dry run was successful.", terminal=out)


@recording
def renew_healthy():
    with lab() as it:
        auth = it.hook("auth.sh", "add the record", ADD)
        out = it.certbot(verb="renew")
        sample("renew-nothing-to-do-terminal", "certbot renew on a host without certificates: no renewals were attempted.", terminal=out)
        it.manual("example.org", auth=auth, cleanup=it.hook("cleanup.sh", "remove it", DELETE))
        it.log.unlink()
        out = it.certbot(verb="renew")
        sample("renew-not-due-log", "certbot renew with one certificate that is not yet due.", log=it.log)
        sample("renew-not-due-terminal", "The same on the terminal.", terminal=out)


# The record is not there

@recording
def missing():
    with lab() as it:
        out = it.manual("example.org", auth=it.hook("auth.sh", "forgets to add anything", "true"))
        sample("txt-missing-nxdomain-pebble-log", "The hook returned 0 in silence and published nothing; pebble reports NXDOMAIN as "
               "the character literal '\\x03'. The log cannot tell a record that was never there from one that came too late.",
               because(NOBODY_KNOWS, "possible", "example.org"), log=it.log, expected=it.seen())
        sample("txt-missing-nxdomain-pebble-terminal", "The same on the terminal, where the token and the account key are unknown.",
               because(NOBODY_KNOWS, "possible", "example.org"), terminal=out)
    with lab() as it:
        it.update("update add below._acme-challenge.example.org TXT x")
        it.manual("example.org", auth=it.hook("auth.sh", "forgets to add anything", "true"))
        sample("txt-missing-nodata-pebble-log", "The name exists (there is a record below it) but has no TXT: pebble's \"No TXT records "
               "found for DNS challenge\" does not even name it.", because(NOBODY_KNOWS, "possible", "example.org"), log=it.log,
               expected=it.seen())


@recording
def missing_in_boulder_words():
    with lab(ca="boulder") as it:
        it.update("update add below._acme-challenge.example.org TXT x")
        out = it.manual("example.org", auth=it.hook("auth.sh", "forgets to add anything", "true"))
        sample("txt-missing-nodata-boulder-terminal", "\"No TXT record found\": the name exists without a TXT record.",
               because(NOBODY_KNOWS, "possible", "example.org"), terminal=out, client=BOULDER)
    with lab(ca="boulder") as it:
        it.manual("example.org", auth=it.hook("auth.sh", "forgets to add anything", "true"), TZ="Europe/Berlin")
        sample("txt-missing-nxdomain-berlin-time-log", "A host on Berlin time: the log's times have no zone, the answers' Date headers "
               "are GMT, so the offset can be inferred.", because(NOBODY_KNOWS, "possible", "example.org"), log=it.log,
               client=BOULDER, expected=it.seen())

# The record holds something else (Boulder quotes what it found, so these go through the rewording proxy)

WRONG_VALUES = {
    "typo": ("One character of the value was mistyped. The log has the account's public key, so the right value can be computed and "
             "compared.", "txt-value-wrong", 'value=$(echo "$CERTBOT_VALIDATION" | sed "s/^\\(.....\\)[^8]/\\18/;t;s/^\\(.....\\)./\\19/")'),
    "truncated": ("The last three characters were lost while copying.", "txt-value-wrong",
                  'value=$(echo "$CERTBOT_VALIDATION" | cut -c 1-40)'),
    "lower-case": ("A provider's form turned the value into lower case.", "txt-value-wrong",
                   'value=$(echo "$CERTBOT_VALIDATION" | tr A-Z a-z)'),
    "padding": ("The value was published as padded base64, with the = that ACME forbids.", "txt-value-wrong",
                'value=$CERTBOT_VALIDATION='),
    "trailing-blank": ("The right value followed by a blank.", "txt-whitespace-or-quotes", 'value="$CERTBOT_VALIDATION "'),
    "quotes": ("The right value in literal quotes, which belong to zone files and not into a value.", "txt-whitespace-or-quotes",
               'value="\\\\\\"$CERTBOT_VALIDATION\\\\\\""'),
    "token": ("The challenge's token was published instead of the digest.", "txt-value-wrong", 'value=$(cat {lab}/token)'),
    "key-authorization": ("The key authorization (token.thumbprint) was published instead of its digest.", "txt-value-wrong",
                          'value=$(cat {lab}/token).$(cat {lab}/thumbprint)'),
    "hex-digest": ("The right SHA-256 digest, but in hexadecimal.", "txt-value-wrong",
                   'value=$(echo "$CERTBOT_VALIDATION=" | tr _- /+ | base64 -d | od -An -v -tx1 | tr -d " \\n")'),
    "spf": ("The name holds the SPF policy of another service and no challenge value at all.", "txt-value-wrong",
            'value="v=spf1 include:_spf.example.net -all"'),
}

# Only the debug log has the token, and certbot gives it to the hook for http-01 only.
FIND_TOKEN = """
python3 - <<'END'
import base64, glob, hashlib, json
log = open("{lab}/log/letsencrypt.log").read()
token = log[log.rindex('"type": "dns-01"'):].split('"token": "')[1].split('"')[0]
jwk = json.load(open(glob.glob("{lab}/etc/accounts/**/private_key.json", recursive=True)[0]))
public = json.dumps({{k: jwk[k] for k in ("e", "kty", "n")}}, separators=(",", ":"), sort_keys=True)
open("{lab}/token", "w").write(token)
open("{lab}/thumbprint", "w").write(base64.urlsafe_b64encode(hashlib.sha256(public.encode()).digest()).decode().rstrip("="))
END
"""


@recording
def wrong_values():
    terminals = {"padding": ("confirmed", "likely"), "quotes": ("confirmed", "likely"), "spf": ("confirmed", "likely")}
    for number, (form, (description, cause, script)) in enumerate(WRONG_VALUES.items()):
        name = ZONES[number % len(ZONES)]
        with lab(ca="boulder") as it:
            find = FIND_TOKEN.format(lab=LAB) if "{lab}" in script else ""
            out = it.manual(name, auth=it.hook("auth.sh", "add the record", find + script.replace("{lab}", str(LAB))
                                               + '\necho "update add $name TXT \\"$value\\"" | update'),
                            cleanup=it.hook("cleanup.sh", "remove it", DELETE))
            verdict = ["confirmed", "likely"] if form in ("spf",) else "confirmed"
            sample(f"wrong-value-{form}-log", description, because(cause, verdict, name), log=it.log, client=BOULDER,
                   expected=it.seen())
            if form in terminals:
                sample(f"wrong-value-{form}-terminal", description + " Here only what the terminal said.",
                       because(cause, list(terminals[form]), name), terminal=out, client=BOULDER, exit=3)
            if form == "typo":
                sample("other-value-terminal", "The terminal quotes a well-formed value and nothing tells what was asked for: left over, "
                       "mistyped or another client's, the output alone cannot decide.",
                       because(A_VALUE, "possible", name),
                       terminal=out, client=BOULDER)


@recording
def wrong_value_in_pebble_words():
    with lab() as it:
        it.manual("example.com", auth=it.hook("auth.sh", "add a wrong value", 'echo "update add $name TXT wrong" | update'))
        sample("wrong-value-pebble-log", "pebble keeps the wrong value to itself (\"Correct value not found\"), so the log cannot tell a "
               "typo from a leftover.",
               because(A_VALUE, "possible", "example.com"),
               log=it.log, expected=it.seen())


def leave_and_fail(it, *flags):
    """A first run that leaves its record behind, and a second one whose hook does nothing."""
    auth = it.hook("auth.sh", "add the record", ADD)
    it.manual("shop.example", auth=auth, flags=flags)
    (LAB / "seen").unlink()
    it.hook("auth.sh", "the API's token has expired and nobody looks", "true")
    it.manual("shop.example", auth=auth, flags=["--force-renewal", *flags])


@recording
def stale_value():
    stale = because("txt-stale-record", ["confirmed", "likely"], "shop.example")
    with lab(ca="boulder") as it:
        leave_and_fail(it, "--max-log-backups", "10")
        sample("stale-value-two-rotations", "A directory with two runs: the older succeeded and left its record (no cleanup hook), the "
               "newer published nothing and the CA found the older one's value. The oldest rotation is empty, as certbot leaves it.",
               stale, files=[(f"log/{file.name}", file) for file in sorted((LAB / "log").glob("letsencrypt.log*"))], input=["log"],
               client=BOULDER, exit=3, expected=it.seen())
    with lab(ca="boulder") as it:
        leave_and_fail(it)
        sample("stale-value-one-appended-file", "The same in one file, as Debian's max-log-backups = 0 writes it: the account's key is in "
               "the first run only, and only the second is to be diagnosed.", stale, log=it.log, client=BOULDER, exit=3,
               expected=it.seen())


@recording
def pair_overwritten():
    with lab(ca="boulder") as it:
        it.manual("example.net", "*.example.net", cleanup=it.hook("cleanup.sh", "remove it", DELETE), auth=it.hook(
            "auth.sh", "replace the record", '(echo "update delete $name TXT"; echo "update add $name TXT \\"$CERTBOT_VALIDATION\\"") | update'))
        sample("apex-wildcard-overwritten-log", "Apex and wildcard need two values at one name; the hook replaces instead of adding, so "
               "the first is gone and the CA finds the second one's.", because("txt-multiple-records", ["confirmed", "likely"], "example.net"),
               log=it.log, client=BOULDER, exit=3, expected=it.seen())


# Several names

@recording
def several_names():
    with lab() as it:
        out = it.manual("example.org", "www.example.org", auth=it.hook(
            "auth.sh", "knows no www", f"case $CERTBOT_DOMAIN in www.*) ;; *) {ADD} ;; esac"), cleanup=it.hook("cleanup.sh", "", DELETE))
        sample("two-names-one-fails-log", "Two names, the record of one was published: the diagnosis is for the other alone.",
               because(NOBODY_KNOWS, "possible", "www.example.org"), log=it.log, expected=it.seen())
        sample("two-names-one-fails-terminal", "The same on the terminal.", because(NOBODY_KNOWS, "possible", "www.example.org"), terminal=out)
    names = [f"{host}.garden.test" for host in ("rose", "tulip", "iris", "daisy", "poppy", "lily")]
    with lab(ca="boulder") as it:
        out = it.manual(*names, auth=it.hook("auth.sh", "forgets to add anything", "true"))
        sample("six-names-all-fail-log", "Six names of one zone fail alike: one diagnosis that lists all six.",
               because(NOBODY_KNOWS, "possible", *names), log=it.log, client=BOULDER, expected=it.seen())
        sample("six-names-all-fail-terminal", "The same on the terminal.", because(NOBODY_KNOWS, "possible", *names), terminal=out,
               client=BOULDER)


@recording
def renew_three_lineages():
    with lab(ca="boulder") as it:
        auth, cleanup = it.hook("auth.sh", "add the record", ADD), it.hook("cleanup.sh", "remove it", DELETE)
        for name in ("example.com", "garden.test", "shop.example"):
            it.manual(name, auth=auth, cleanup=cleanup)
        it.log.unlink()
        it.hook("auth.sh", "forgets one zone", f"[ $CERTBOT_DOMAIN = garden.test ] || {ADD}")
        out = it.certbot("--force-renewal", verb="renew")
        failed = because(NOBODY_KNOWS, "possible", "garden.test")
        sample("renew-three-lineages-one-fails-log", "certbot renew with three certificates of which the second fails.", failed,
               log=it.log, client=BOULDER)
        sample("renew-three-lineages-one-fails-terminal", "The same on the terminal.", failed, terminal=out, client=BOULDER)
        out = it.certbot(verb="renew")


# Hooks

@recording
def hooks():
    with lab(ca="boulder") as it:
        out = it.manual("example.com", auth=it.hook("auth.sh", "", 'echo "cannot read /etc/dns-api/token: permission denied" >&2\nexit 1'))
        failed = because("hook-failed", ["likely", "confirmed"], "example.com")
        sample("hook-exit-1-log", "The hook said why and returned 1 before it created anything; certbot went on, and the CA found nothing. "
               "The hook is the cause, NXDOMAIN the consequence.", failed, log=it.log, client=BOULDER, exit=3, expected=it.seen())
        sample("hook-exit-1-terminal", "The same on the terminal.", failed, terminal=out, client=BOULDER, exit=3)
    with lab(ca="boulder") as it:
        body = """exec python3 - <<'END'
import json
def publish(zone):
    reply = json.loads('{"zones": []}')
    return reply["zones"][0]["id"]
publish("example.org")
END"""
        it.manual("example.org", auth=it.hook("auth.sh", "", body))
        sample("hook-python-traceback-log", "The hook is a program that dies of an IndexError; its traceback is hook output and not "
               "certbot's.", because("hook-failed", ["likely", "confirmed"], "example.org"), log=it.log, client=BOULDER, exit=3,
               expected=it.seen())
    with lab() as it:
        out = it.manual("example.org", auth=LAB / "hooks/dns-publish.sh")
        sample("hook-not-found-terminal", "The hook's path is wrong.", because("hook-failed", "confirmed"), terminal=out)
        auth = it.hook("auth.sh", "", ADD)
        auth.chmod(0o644)
        it.log.unlink(missing_ok=True)
        it.manual("example.org", auth=auth)
        sample("hook-not-executable-log", "The hook exists and lacks the execute permission.", because("hook-failed", "confirmed"), log=it.log)


@recording
def manual_by_hand():
    with lab(ca="boulder") as it:
        done = []

        def administrator(text):
            prompts = text.count("Press Enter to Continue")
            if prompts <= len(done):
                return None
            name, value = re.findall(r"under the name:\s+(\S+?)\.\s+with the following value:\s+(\S+)", text)[-1]
            it.update(f"update delete {name} TXT", f'update add {name} TXT "{value}"')
            done.append(value)
            return "\r"

        arguments = it.command("--manual", "--preferred-challenges", "dns", "-d", "example.net", "-d", "*.example.net")
        out = it.on_terminal(arguments, administrator)
        sample("manual-prompt-pair-overwritten-terminal", "By hand on a terminal, with its colour codes: the second value for the same "
               "name was typed over the first. The prompts show both expected values.",
               because("txt-multiple-records", ["confirmed", "likely"], "example.net"), terminal=out, client=BOULDER, exit=3,
               expected={"example.net": done})
    with lab(ca="boulder") as it:
        done = []

        def careful(text):
            if text.count("Press Enter to Continue") <= len(done):
                return None
            name, value = re.findall(r"under the name:\s+(\S+?)\.\s+with the following value:\s+(\S+)", text)[-1]
            it.update(f'update add {name} TXT "{value}"')
            done.append(value)
            return "\r"

        it.on_terminal(it.command("--manual", "--preferred-challenges", "dns", "-d", "example.com"), careful)
        it.log.unlink()
        out = it.certbot("--force-renewal", verb="renew")
        by_hand = because("manual-not-automatable", "confirmed")
        sample("manual-renewal-without-hook-log", "A certificate that was made by hand comes up for renewal without a hook.", by_hand, log=it.log,
               client=PEBBLE)
        sample("manual-renewal-without-hook-terminal", "The same on the terminal.", by_hand, terminal=out, client=PEBBLE)


# dns-rfc2136

@recording
def rfc2136():
    def one(name, description, cause, verdict, *names, both=False, exit=None, **options):
        with lab(grant_updates=options.pop("grant", True)) as it:
            out = it.rfc2136(*names, **options)
            diagnosis = because(cause, verdict)
            sample(f"rfc2136-{name}-log", description, diagnosis, log=it.log, exit=exit)
            if both:
                sample(f"rfc2136-{name}-terminal", "The same on the terminal." if both is True else both, diagnosis, terminal=out, exit=exit)

    one("wrong-secret", "The TSIG secret is another one than the server's.", "provider-auth-failed", "confirmed", "example.org",
        secret=WRONG_TSIG, both=True)
    one("wrong-key-name", "The server knows no TSIG key of this name.", "provider-auth-failed", "confirmed", "example.org",
        key_name="certbot-key")
    one("update-refused", "The key is right, but the zone's policy does not let it change records: REFUSED.",
        ["provider-permission-missing", "provider-auth-failed"], ["likely", "confirmed"], "example.org", grant=False, exit=3)
    one("zone-not-served", "The server in the credentials file is not authoritative for the name.", "provider-zone-not-found",
        ["confirmed", "likely"], "www.elsewhere.example", exit=3, both=True)
    one("server-down", "Nothing listens at the server's address.", "provider-outage-or-api-error", ["confirmed", "likely"], "example.net",
        server=("127.44.0.98", 5353), exit=3, both=True)
    one("property-missing", "The credentials file lacks the name of the key and its secret.", "credentials-missing-or-invalid", "confirmed",
        "example.org", credentials=f"dns_rfc2136_server = {DNS[0]}\ndns_rfc2136_port = {DNS[1]}\n", both=True)
    with lab() as it:
        it.certbot("--dns-rfc2136", "--dns-rfc2136-credentials", "/etc/letsencrypt/rfc2136.ini", "-d", "example.org")
        sample("rfc2136-credentials-file-missing-log", "The credentials file does not exist.",
               because("credentials-missing-or-invalid", "confirmed"), log=it.log)


# The way from the CA to the name servers

@recording
def name_servers():
    for name, options, cause, domain, text in (
        ("servfail", {"broken": ["broken.example"]}, SERVFAIL, "broken.example",
         "The zone cannot be loaded, its server answers SERVFAIL"),
        ("refused", {}, ["nameserver-refused", "delegation-broken"], "www.elsewhere.example", "The server asked does not serve the zone and answers REFUSED"),
        ("timeout", {"resolver": SILENT}, ["nameserver-timeout"], "example.org", "The server asked never answers"),
    ):
        for ca, client, wording in (("pebble", PEBBLE, "pebble's"), ("boulder", BOULDER, "Boulder's")):
            with lab(ca=ca, **options) as it:
                if name == "timeout":
                    it.hold(SILENT, socket.SOCK_DGRAM)
                out = it.manual(domain, auth=it.hook("auth.sh", "", "true"))
                log = ca == "pebble"
                sample(f"{name}-{ca}-{'log' if log else 'terminal'}", f"{text}; in {wording} words.",
                       because(cause, ["likely", "possible"], domain), exit="[3, 4]", client=client,
                       **({"log": it.log, "expected": it.seen()} if log else {"terminal": out}))


# The CA and the host

@recording
def account_missing():
    with lab() as it:
        auth = it.hook("auth.sh", "", ADD)
        it.manual("example.org", auth=auth)
        it.log.unlink()
        it.stop(it.pebble)
        it.start_pebble()
        it.manual("www.example.org", auth=auth)
        sample("account-missing-at-ca-log", "The CA does not know the account any more (a test CA that was started afresh). certbot 2.1 "
               "on Python 3.11 ends with AttributeError, the real problem stands before it.", because("account-problem", "confirmed"), log=it.log)


@recording
def identifier_blocked():
    with lab(blocked=["bank.example"]) as it:
        out = it.manual("www.bank.example", auth=it.hook("auth.sh", "", ADD))
        sample("identifier-blocked-masked-log", "The CA's policy forbids the name; certbot 2.1 on Python 3.11 hides that behind "
               "\"AttributeError: can't set attribute\", the debug log still has it.",
               because("identifier-rejected", "confirmed"), log=it.log)
        sample("masked-attribute-error-terminal", "The same on the terminal, where only the AttributeError is left: a known fault of this "
               "certbot on Python 3.11 that hides what the CA said.", because("client-bug-or-environment", ["likely", "confirmed"]),
               terminal=out, exit=3)


@recording
def rate_limited():
    scripted = {"type": "urn:ietf:params:acme:error:rateLimited", "status": 429, "detail":
                'too many failed authorizations (5) for "shop.example" in the last 1h0m0s, retry after 2026-11-25 04:10:00 UTC: see '
                "https://letsencrypt.org/docs/rate-limits/#authorization-failures-per-identifier-per-account"}
    with lab(ca="boulder", new_order=json.dumps(scripted)) as it:
        it.manual("shop.example", auth=it.hook("auth.sh", "", ADD))
        sample("rate-limit-failed-validations-masked-log", "new-order is answered with Let's Encrypt's limit on failed validations; certbot "
               "2.1 on Python 3.11 hides it behind an AttributeError.", because("rate-limit-failed-validations", "confirmed"), log=it.log,
               client="certbot 2.1.0, pebble 2.4.0 behind lab/boulder_wording.py with a scripted answer to new-order")


@recording
def ca_unreachable():
    with lab() as it:
        it.stop(it.pebble)
        out = it.manual("example.org", auth=it.hook("auth.sh", "", ADD))
        diagnosis = because("acme-server-unreachable", ["confirmed", "likely"])
        sample("acme-server-refuses-connection-log", "Nothing listens at the CA's address.", diagnosis, log=it.log, exit=3)
        sample("acme-server-refuses-connection-terminal", "The same on the terminal.", diagnosis, terminal=out, exit=3)


@recording
def http01():
    def standalone(it, address, name="www.example.org"):
        return it.certbot("--standalone", "--http-01-port", 5002, "--http-01-address", address, "-d", name)

    with lab() as it:
        out = standalone(it, "127.44.0.81")
        sample("http01-connection-refused-log", "HTTP-01: nothing listens at the address of the name.",
               because("http-connection-failed", ["confirmed", "likely"], "www.example.org"), log=it.log, exit=3)
        sample("http01-connection-refused-terminal", "The same on the terminal.",
               because("http-connection-failed", ["confirmed", "likely"], "www.example.org"), terminal=out, exit=3)
    with lab() as it:
        page = LAB / "page.py"
        page.write_text("import http.server\nclass Page(http.server.BaseHTTPRequestHandler):\n    def do_GET(self):\n"
                        "        self.send_response(200)\n        self.end_headers()\n        self.wfile.write(b'Welcome to our shop')\n"
                        "http.server.HTTPServer(('127.44.0.80', 5002), Page).serve_forever()\n")
        it.start(["/usr/bin/python3", page], ("127.44.0.80", 5002))
        standalone(it, "127.44.0.81")
        sample("http01-wrong-content-log", "HTTP-01: another web server answers with its own page.",
               because("http-wrong-content", ["confirmed", "likely"], "www.example.org"), log=it.log, exit=3)
    with lab() as it:
        it.hold(("127.44.0.80", 5002))
        out = standalone(it, "127.44.0.80")
        sample("standalone-port-in-use-log", "The standalone server cannot bind its port.", because("port-in-use", "confirmed"), log=it.log)
        sample("standalone-port-in-use-terminal", "The same on the terminal.", because("port-in-use", "confirmed"), terminal=out)


@recording
def locked():
    with lab() as it:
        auth = it.hook("auth.sh", "a slow one", f"sleep 6; {ADD}")
        arguments = ["--manual", "--preferred-challenges", "dns", "--manual-auth-hook", auth, "-d", "example.org"]
        first = subprocess.Popen(it.command("-n", *arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=it.environment(), cwd=LAB)
        it.wait_for_hook()
        out = it.certbot(verb="renew")
        first.wait(60)
        locked = because("lock-held", "confirmed")
        sample("lock-held-terminal", "A second certbot while the first one waits in its hook.", locked, terminal=out)
        temporary = Path(re.search(r"See the logfile '?(/\S+/log)", out).group(1))
        sample("lock-held-temporary-log", "The log that the second one wrote to a temporary folder.", locked, log=temporary)
        shutil.rmtree(temporary.parent)


@recording
def host():
    with lab() as it:
        out = it.certbot("--authenticator", "dns-linode", "-d", "example.org")
        sample("plugin-not-installed-terminal", "The plugin that is asked for is not installed.",
               because("plugin-not-installed-or-incompatible", "confirmed"), terminal=out)
        out = it.certbot("--dns-rfc2136-propagation-secs", "90", "-d", "example.org")
        sample("unrecognized-argument-terminal", "A misspelt option: certbot prints its usage and writes no log.",
               because("client-bug-or-environment", "confirmed"), terminal=out)
        out = subprocess.run(["setpriv", "--reuid=nobody", "--clear-groups", "certbot", "renew"], text=True, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=it.environment()).stdout
        sample("not-root-terminal", "certbot renew by a user who may not write its folders.",
               because("client-bug-or-environment", "confirmed"), terminal=out)
        for temporary in Path("/tmp").glob("certbot-log-*"):
            if str(temporary) in out:
                shutil.rmtree(temporary)


@recording
def added_but_not_seen():
    with lab(resolver=DNS_ELSEWHERE) as it:
        it.rfc2136("example.org")
        sample("rfc2136-added-but-nxdomain-log", "The plugin added the record to its server and waited two seconds; the server that the CA "
               "asks has another copy of the zone. The log shows a short wait and no more.",
               because(["propagation-delay", "split-horizon-or-wrong-zone", "nameservers-inconsistent"], ["possible", "likely"], "example.org"),
               log=it.log, exit="[3, 4]", expected=it.seen())


@recording
def wrong_names():
    for form, cause, place in (("double-domain", "txt-double-domain", "$name.$CERTBOT_DOMAIN"), ("without-label", "txt-name-wrong", "$CERTBOT_DOMAIN")):
        with lab(ca="boulder") as it:
            it.manual("shop.example", auth=it.hook("auth.sh", "", f'echo "created TXT record {place}. = $CERTBOT_VALIDATION"\n'
                                                   f'echo "update add {place} TXT \\"$CERTBOT_VALIDATION\\"" | update'))
            text = {"double-domain": "The hook gave the provider a full name and the provider appended the domain once more",
                    "without-label": "The hook created the record at the domain itself, without _acme-challenge"}[form]
            sample(f"wrong-name-{form}-log", f"{text}; its own output shows the name, the CA only says NXDOMAIN.",
                   because(cause, ["confirmed", "likely"], "shop.example"), log=it.log, client=BOULDER, exit=3, expected=it.seen())


@recording
def split_log():
    names = [f"host{number:02d}.garden.test" for number in range(1, 71)]
    with lab(ca="boulder") as it:
        loudly = ("update_loudly() { (echo 'server %s %d'; echo 'ttl 60'; cat; echo send) | nsupdate -d -D -k %s; }\n"
                  "show_zone() { dig -p %d @%s garden.test AXFR; }\n" % (*DNS, it.key, DNS[1], DNS[0]))
        auth = it.hook("auth.sh", "nsupdate with all its debugging output, and the zone before and after it", loudly
                       + 'show_zone\n[ $CERTBOT_DOMAIN = %s ] || echo "update add $name TXT \\"$CERTBOT_VALIDATION\\"" | update_loudly\nshow_zone' % names[-1])
        cleanup = it.hook("cleanup.sh", "remove the record", DELETE)
        it.manual(*names, auth=auth, cleanup=cleanup, flags=["--max-log-backups", "10"])
        packed = []
        for file in sorted((LAB / "log").glob("letsencrypt.log*")):
            target = LAB / f"{file.name}.gz"
            target.write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))
            print("  ", file.name, file.stat().st_size, "bytes, packed", target.stat().st_size)
            if file.stat().st_size:
                packed.append((f"log/{target.name}", target))
        sample("log-split-at-one-mebibyte", f"{len(names)} names and a hook that prints the zone each time: the run outgrew 1 MiB, so certbot "
               "moved its beginning to letsencrypt.log.1 (packed here). Account key, tokens and the CA's answer are in the older file, the report to the user is in the newer.",
               because(NOBODY_KNOWS, "possible", names[-1]), files=packed, input=["log"], client=BOULDER,
               expected={names[-1]: it.seen()[names[-1]]})


# Near misses: what looks like a failure and is none, and what is cut or mixed

@recording
def near_misses():
    with lab() as it:
        cleanup = it.hook("cleanup.sh", "remove it", DELETE)
        noise = ('echo "waiting: DNS problem: NXDOMAIN looking up TXT for $name - check that a DNS record exists for this domain"\n'
                 'echo "error: still 0 of 2 servers, trying again" >&2\n')
        it.manual("example.org", auth=it.hook("auth.sh", "", noise + ADD), cleanup=cleanup)
        sample("success-noisy-hook-log", "A run that succeeded although its hook, which waits for the servers, prints NXDOMAIN and error.",
               log=it.log)
    with lab() as it:
        it.manual("example.org", auth=it.hook("auth.sh", "", ADD + "\nexit 1"), cleanup=it.hook("cleanup.sh", "", DELETE + "\nexit 2"))
        sample("success-hook-exit-1-log", "Both hooks return errors, yet the record was right and the certificate was issued.", log=it.log)
    with lab(ca="boulder") as it:
        auth, cleanup = it.hook("auth.sh", "", "true"), it.hook("cleanup.sh", "", DELETE)
        it.manual("example.net", auth=auth)
        it.hook("auth.sh", "", ADD)
        it.manual("example.net", auth=auth, cleanup=cleanup)
        sample("failed-then-succeeded-log", "Two runs in one file: the first failed, the second, for the same certificate, succeeded. "
               "Nothing is wrong any more.", log=it.log, client=BOULDER)
    with lab() as it:
        auth, cleanup = it.hook("auth.sh", "a slow one", f"sleep 5; {ADD}"), it.hook("cleanup.sh", "", DELETE)
        killed = subprocess.Popen(it.command("-n", "--manual", "--preferred-challenges", "dns", "--manual-auth-hook", auth, "-d", "example.org"),
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=it.environment(), cwd=LAB)
        it.wait_for_hook()
        killed.kill()
        killed.wait()
        time.sleep(6)
        it.hook("auth.sh", "", ADD)
        it.manual("example.org", auth=auth, cleanup=cleanup)
        sample("killed-then-succeeded-log", "The first run was killed while its hook worked and has no end; the second one succeeded.", log=it.log)


@recording
def cut_and_mixed():
    with lab(ca="boulder") as it:
        body = 'echo "update add $name TXT \\" $CERTBOT_VALIDATION\\"" | update'
        out = it.manual("shop.example", auth=it.hook("auth.sh", "", body), flags=["-vv"])
        wrong = because("txt-whitespace-or-quotes", ["confirmed", "likely"], "shop.example")
        sample("leading-blank-verbose-terminal", "certbot -vv on the terminal: the debug log without record headers, with the whole exchange.",
               wrong, terminal=out, client=BOULDER, exit=3)
        tail = "".join(it.log.read_text().splitlines(keepends=True)[-75:])
        sample("leading-blank-tail-of-log", "What tail -n 75 leaves of a log: it begins within an HTTP answer, account key and order are gone.",
               wrong, log=tail, client=BOULDER, exit=3)
    with lab() as it:
        body = "printf 'Schl\\374ssel ung\\374ltig\\n' >&2"
        out = it.manual("example.com", auth=it.hook("auth.sh", "", body))
        sample("hook-output-not-utf8-terminal", "The hook prints Latin-1 where certbot expects UTF-8: certbot itself dies of it.",
               because(["client-bug-or-environment", "hook-failed"], ["confirmed", "likely"]), terminal=out, exit=3)


@recording
def renewal_with_configuration():
    """Needs root, for port 443: certbot names a folder after host and port, and a colon in it breaks checkouts on Windows."""
    with lab(ca="boulder", port=443) as it:
        auth, cleanup = it.hook("auth.sh", "", ADD), it.hook("cleanup.sh", "", DELETE)
        it.manual("garden.test", auth=auth, cleanup=cleanup)
        it.log.unlink()
        (LAB / "seen").unlink()
        it.hook("auth.sh", "", WRONG_VALUES["typo"][2] + '\necho "update add $name TXT \\"$value\\"" | update')
        it.certbot("--force-renewal", verb="renew")
        files = [(f"etc-letsencrypt/{file.relative_to(LAB / 'etc')}", file) for folder in ("accounts", "renewal")
                 for file in sorted((LAB / "etc" / folder).rglob("*")) if file.is_file()]
        sample("renewal-with-configuration", "A renewal's log has no account key; with the configuration folder beside it (its account key "
               "was made for this recording) the expected value can be computed, and shows a typo.",
               because("txt-value-wrong", ["confirmed", "likely"], "garden.test"), log=it.log, files=files, config=True, client=BOULDER, exit=3,
               expected=it.seen())


def main() -> None:
    wanted = sys.argv[1:]
    if wanted == ["--list"]:
        print("\n".join(RECORDINGS))
        return
    for name, function in RECORDINGS.items():
        if not wanted or name in wanted:
            print(name)
            function()


if __name__ == "__main__":
    main()
