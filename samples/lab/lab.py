"""The laboratory: BIND, pebble and certbot on loopback addresses, started afresh for each recording.

Everything listens on loopback addresses and unprivileged ports and lives below one folder ($LAB, by default
/tmp/lab), which is emptied for each recording. Servers are stopped by their process ids.
"""
import os
import pty
import re
import select
import shutil
import socket
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
LAB = Path(os.environ.get("LAB", "/tmp/lab"))
DNS = ("127.0.0.1", 5344)           # BIND, primary of every zone, and the resolver that pebble asks (it binds to no other 127.x)
DNS_ELSEWHERE = ("127.0.0.1", 5345)  # a second BIND with a copy of the zones that nobody updates
CA = ("127.44.0.14", 14000)          # pebble
PROXY = ("127.44.0.15", 14000)       # pebble in Boulder's words
SILENT = ("127.44.0.99", 5353)       # takes queries, never answers
TSIG = "bGFib3JhdG9yeS1rZXktbm90LWEtc2VjcmV0LSEhISE="
WRONG_TSIG = "dGhlLXNlY3JldC1vZi1zb21lYm9keS1lbHNlLSEhISE="
ZONES = ("example.org", "example.net", "example.com", "shop.example", "garden.test")

HOOK_HEAD = """#!/bin/sh
# {purpose}
name=_acme-challenge.$CERTBOT_DOMAIN
update() {{ (echo "server {dns[0]} {dns[1]}"; echo "ttl 60"; cat; echo send) | nsupdate -k {key}; }}
"""


class Lab:
    """One recording: a fresh folder, fresh servers, then any number of certbot runs."""

    def __init__(self, ca="pebble", resolver=DNS, zones=ZONES, broken=(), grant_updates=True, pebble_env=None,
                 blocked=(), new_order=None, port=14000):
        self.processes: list[subprocess.Popen] = []
        self.sockets: list[socket.socket] = []
        with socket.socket() as probe:   # the folder and the addresses are for one recording at a time
            if probe.connect_ex(DNS) == 0:
                raise SystemExit(f"{DNS[0]}:{DNS[1]} is in use: is another recording under way?")
        shutil.rmtree(LAB, ignore_errors=True)
        for folder in ("dns", "ca", "hooks", "etc", "work", "log"):
            (LAB / folder).mkdir(parents=True)
        self.key = LAB / "dns/update.key"
        self.log = LAB / "log/letsencrypt.log"
        front = (PROXY[0], port) if ca == "boulder" else CA
        self.server = f"https://{front[0]}{'' if front[1] == 443 else ':%d' % front[1]}/dir"
        self.pebble_env, self.resolver, self.blocked = pebble_env or {}, resolver, blocked
        self.certificates()
        self.start_bind(DNS, "dns", zones, broken, grant_updates)
        if resolver == DNS_ELSEWHERE:
            self.start_bind(DNS_ELSEWHERE, "dns-elsewhere", zones, (), False)
        self.pebble = self.start_pebble()
        if ca == "boulder":
            command = ["/usr/bin/python3", HERE / "boulder_wording.py", "--listen", "%s:%d" % front, "--upstream", "%s:%d" % CA,
                       "--resolver", "%s:%d" % resolver, "--ca", LAB / "ca/root.pem", "--cert", LAB / "ca/cert.pem",
                       "--key", LAB / "ca/key.pem"]
            if new_order:
                (LAB / "ca/new-order.json").write_text(new_order)
                command += ["--new-order", LAB / "ca/new-order.json"]
            self.start(command, front)

    # servers

    def certificates(self) -> None:
        ca = LAB / "ca"
        addresses = ",".join(f"IP:{host}" for host, _ in (CA, PROXY))
        for command in (
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Laboratory root",
             "-keyout", ca / "root.key", "-out", ca / "root.pem"],
            ["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=acme.lab.test", "-addext",
             f"subjectAltName={addresses}", "-keyout", ca / "key.pem", "-out", ca / "req.pem"],
            ["openssl", "x509", "-req", "-in", ca / "req.pem", "-CA", ca / "root.pem", "-CAkey", ca / "root.key",
             "-copy_extensions", "copy", "-days", "30", "-out", ca / "cert.pem"],
        ):
            subprocess.run(command, check=True, capture_output=True)

    def start(self, command, address, env=None, log="server.log") -> subprocess.Popen:
        with open(LAB / log, "ab") as out:
            process = subprocess.Popen([str(c) for c in command], stdout=out, stderr=out, cwd=LAB,
                                       env={**os.environ, **(env or {})})
        self.processes.append(process)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(address) == 0:
                    return process
            time.sleep(0.05)
        self.close()
        raise SystemExit(f"{command[0]} does not listen on {address}: see {LAB / log}")

    def start_bind(self, address, folder, zones, broken, grant_updates) -> None:
        folder = LAB / folder
        folder.mkdir(exist_ok=True)
        self.key.write_text(f'key "update-key" {{ algorithm hmac-sha256; secret "{TSIG}"; }};\n')
        self.key.chmod(0o644)
        policy = 'allow-update { key "update-key"; };' if grant_updates else 'update-policy { grant other-key zonesub ANY; };'
        conf = [f'options {{ directory "{folder}"; listen-on port {address[1]} {{ {address[0]}; }}; listen-on-v6 {{ none; }};',
                '  recursion no; pid-file none; session-keyfile none; dnssec-validation no; notify no; };',
                'controls { }; logging { channel all { file "named.log"; severity info; print-category yes; };',
                '  category default { all; }; category update { all; }; };',
                self.key.read_text(), f'key "other-key" {{ algorithm hmac-sha256; secret "{TSIG}"; }};']
        for zone in zones:
            (folder / f"{zone}.zone").write_text(
                f"$TTL 300\n@ SOA ns1 hostmaster 1 3600 600 86400 5\n@ NS ns1\nns1 A 127.44.0.53\n@ A 127.44.0.80\nwww A 127.44.0.80\n")
            conf.append(f'zone "{zone}" {{ type primary; file "{zone}.zone"; {policy} }};')
        for zone in broken:   # a zone that cannot be loaded makes BIND answer SERVFAIL for it
            (folder / f"{zone}.zone").write_text("$TTL 300\n@ SOA ns1 hostmaster 1 3600 600 86400\n")
            conf.append(f'zone "{zone}" {{ type primary; file "{zone}.zone"; }};')
        (folder / "named.conf").write_text("\n".join(conf) + "\n")
        self.start(["/usr/sbin/named", "-f", "-4", "-c", folder / "named.conf"], address)

    def start_pebble(self) -> subprocess.Popen:
        blocked = ", ".join(f'"{name}"' for name in self.blocked)
        (LAB / "ca/pebble.json").write_text(
            f'{{"pebble": {{"listenAddress": "{CA[0]}:{CA[1]}", "managementListenAddress": "{CA[0]}:15000",'
            f' "certificate": "{LAB}/ca/cert.pem", "privateKey": "{LAB}/ca/key.pem", "httpPort": 5002, "tlsPort": 5001,'
            f' "ocspResponderURL": "", "externalAccountBindingRequired": false, "domainBlocklist": [{blocked}]}}}}\n')
        env = {"PEBBLE_VA_NOSLEEP": "1", "PEBBLE_WFE_NONCEREJECT": "0", "PEBBLE_AUTHZREUSE": "0", **self.pebble_env}
        return self.start(["pebble", "-config", LAB / "ca/pebble.json", "-dnsserver", "%s:%d" % self.resolver], CA, env,
                          "pebble.log")

    def stop(self, process) -> None:
        process.terminate()
        process.wait(10)
        self.processes.remove(process)

    def close(self) -> None:
        for process in list(self.processes):
            self.stop(process)
        for held in self.sockets:
            held.close()

    def hold(self, address, kind=socket.SOCK_STREAM) -> None:
        """Occupy an address: a TCP port in use, or a UDP port that never answers."""
        held = socket.socket(socket.AF_INET, kind)
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(address)
        if kind == socket.SOCK_STREAM:
            held.listen()
        self.sockets.append(held)

    # DNS and hooks

    def update(self, *lines: str) -> None:
        script = "\n".join([f"server {DNS[0]} {DNS[1]}", "ttl 60", *lines, "send"]) + "\n"
        subprocess.run(["nsupdate", "-k", self.key], input=script, text=True, check=True)

    def hook(self, file: str, purpose: str, body: str) -> Path:
        """A hook script; `update` in it sends nsupdate lines, $name is the challenge's name."""
        path = LAB / "hooks" / file
        path.write_text(HOOK_HEAD.format(purpose=purpose, dns=DNS, key=self.key)
                        + f'echo "$CERTBOT_DOMAIN $CERTBOT_VALIDATION" >> {LAB}/seen\n' + body.strip() + "\n")
        path.chmod(0o755)
        return path

    def seen(self) -> dict[str, list[str]]:
        """The values that the hooks were told to publish, or that BIND was sent, by name."""
        values: dict[str, list[str]] = {}
        file = LAB / "seen"
        pairs = [line.split() for line in file.read_text().splitlines()] if file.exists() else re.findall(
            r"adding an RR at '_acme-challenge\.([^']+)' TXT \"([^\"]+)\"", (LAB / "dns/named.log").read_text())
        for name, value in pairs:
            if value not in values.setdefault(name, []):
                values[name].append(value)
        return values

    # certbot

    def command(self, *arguments, verb="certonly", client="certbot") -> list[str]:
        flags = ["--config-dir", LAB / "etc", "--work-dir", LAB / "work", "--logs-dir", LAB / "log", "--server", self.server]
        if verb == "certonly":
            flags += ["--agree-tos", "-m", "hostmaster@example.org", "--no-eff-email"]
        if verb == "renew":   # as Debian's certbot.service; without it certbot waits up to eight minutes
            flags += ["--no-random-sleep-on-renew"]
        return [client, verb, *map(str, flags), *map(str, arguments)]

    def environment(self, **extra) -> dict[str, str]:
        kept = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", "LAB": str(LAB)}
        return {**kept, "REQUESTS_CA_BUNDLE": str(LAB / "ca/root.pem"), **extra}

    def certbot(self, *arguments, verb="certonly", **extra) -> str:
        """Run certbot without a terminal; what it printed, stdout and stderr in one."""
        result = subprocess.run(self.command("-n", *arguments, verb=verb), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True, env=self.environment(**extra), cwd=LAB, timeout=300)
        return result.stdout

    def manual(self, *names, auth, cleanup=None, flags=(), verb="certonly", **extra) -> str:
        """certbot --manual with hooks."""
        arguments = ["--manual", "--preferred-challenges", "dns", "--manual-auth-hook", auth]
        arguments += ["--manual-cleanup-hook", cleanup] if cleanup else []
        return self.certbot(*arguments, *flags, *(x for name in names for x in ("-d", name)), verb=verb, **extra)

    def rfc2136(self, *names, key_name="update-key", secret=TSIG, server=DNS, mode=0o600, credentials=None, wait=2, flags=()) -> str:
        """certbot --dns-rfc2136 with a credentials file of the given content."""
        file = LAB / "etc/rfc2136.ini"
        file.write_text(credentials if credentials is not None else
                        f"dns_rfc2136_server = {server[0]}\ndns_rfc2136_port = {server[1]}\ndns_rfc2136_name = {key_name}\n"
                        f"dns_rfc2136_secret = {secret}\ndns_rfc2136_algorithm = HMAC-SHA256\n")
        file.chmod(mode)
        return self.certbot("--dns-rfc2136", "--dns-rfc2136-credentials", file, "--dns-rfc2136-propagation-seconds", wait,
                            *flags, *(x for name in names for x in ("-d", name)))

    def wait_for_hook(self) -> None:
        """Until certbot in the background has called its hook, ten seconds at most."""
        for _ in range(50):
            if self.log.exists() and "Running manual-auth-hook" in self.log.read_text():
                return
            time.sleep(0.2)
        raise SystemExit("certbot has not called its hook")

    def on_terminal(self, arguments, answer, seconds=60) -> str:
        """Run certbot on a pseudo-terminal; `answer(text so far)` gives what to type, or None."""
        process, terminal = pty.fork()
        if process == 0:
            os.chdir(LAB)
            os.execvpe(arguments[0], [str(a) for a in arguments], self.environment(TERM="xterm"))
        text, end = "", time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([terminal], [], [], 0.5)[0]:
                try:
                    chunk = os.read(terminal, 65536)
                except OSError:
                    break
                if not chunk:
                    break
                text += chunk.decode()
                typed = answer(text)
                if typed is not None:
                    os.write(terminal, typed.encode())
        os.waitpid(process, 0)
        return text
