"""A reverse proxy in front of pebble that words its problems as Boulder does.

pebble says "Correct value not found for DNS challenge" and keeps the value to itself, and it calls
every DNS failure "unauthorized". Let's Encrypt quotes what it found. This proxy passes every request
through unchanged and replaces only

* the error of a failed dns-01 challenge: it repeats the TXT query at the resolver that pebble uses
  and words the outcome as Boulder's va/dns.go and bdns/problem.go do;
* a challenge that succeeded, if CAA records forbid the CA "letsencrypt.org": pebble does not look
  at CAA, Boulder does (RFC 8659 section 3; the words are those of va/caa.go);
* the answer to new-order, if a problem document is scripted for it (--new-order FILE).

Loopback only; for the recording of samples, not for anything else.
"""
import argparse
import http.client
import http.server
import json
import ssl

import dns.exception
import dns.message
import dns.query
import dns.rcode

URN = "urn:ietf:params:acme:error:"


def go_quote(text: bytes) -> str:
    """Go's %q for the bytes that a TXT record can hold."""
    named = {0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x22: '\\"', 0x5C: "\\\\"}
    body = "".join(named.get(b) or (chr(b) if 0x20 <= b < 0x7F else f"\\x{b:02x}") for b in text)
    return f'"{body}"'


def boulder_problem(name: str, resolver: tuple[str, int]) -> dict:
    """What Boulder would report after looking up the TXT records of `name`."""
    def dns_problem(reason: str, advice: str = "") -> dict:
        return {"type": URN + "dns", "detail": f"DNS problem: {reason} looking up TXT for {name}{advice}", "status": 400}

    try:
        answer = dns.query.udp(dns.message.make_query(name, "TXT"), resolver[0], port=resolver[1], timeout=2)
    except dns.exception.Timeout:
        return dns_problem("query timed out")
    except OSError:
        return dns_problem("networking error")
    rcode = dns.rcode.to_text(answer.rcode())
    if rcode == "NXDOMAIN":
        return dns_problem(rcode, " - check that a DNS record exists for this domain")
    if rcode == "SERVFAIL":
        return dns_problem(rcode, " - the domain's nameservers may be malfunctioning")
    if rcode != "NOERROR":
        return dns_problem(rcode)
    values = [b"".join(record.strings) for rrset in answer.answer if rrset.rdtype == dns.rdatatype.TXT for record in rrset]
    if not values:
        return {"type": URN + "unauthorized", "detail": f"No TXT record found at {name}", "status": 403}
    shown = values[0] if len(values[0]) <= 100 else values[0][:100] + b"..."
    more = f" (and {len(values) - 1} more)" if len(values) > 1 else ""
    return {"type": URN + "unauthorized", "detail": f"Incorrect TXT record {go_quote(shown)}{more} found at {name}", "status": 403}


def caa_problem(name: str, wildcard: bool, resolver: tuple[str, int]) -> dict | None:
    """What Boulder would report after looking up the CAA records of `name` and its parents."""
    labels = name.split(".")
    for level in (".".join(labels[i:]) for i in range(len(labels))):
        answer = dns.query.udp(dns.message.make_query(level, "CAA"), resolver[0], port=resolver[1], timeout=2)
        records = [r for rrset in answer.answer if rrset.rdtype == dns.rdatatype.CAA for r in rrset]
        if not records:
            continue
        wild = [r for r in records if r.tag == b"issuewild"]
        issue = wild if wildcard and wild else [r for r in records if r.tag == b"issue"]
        if not issue or any(r.value.split(b";")[0].strip() == b"letsencrypt.org" for r in issue):
            return None
        shown = ("*." if wildcard else "") + name
        detail = f"While processing CAA for {shown}: CAA record for {level} prevents issuance"
        return {"type": URN + "caa", "detail": detail, "status": 403}
    return None


class Proxy(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    options: argparse.Namespace
    problems: dict[str, dict] = {}

    def forward(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        trust = ssl.create_default_context(cafile=self.options.ca)
        upstream = http.client.HTTPSConnection(*self.options.upstream, context=trust, timeout=60)
        upstream.request(self.command, self.path, body or None, dict(self.headers))
        reply = upstream.getresponse()
        payload, status = reply.read(), reply.status
        headers = [(k, v) for k, v in reply.getheaders() if k.lower() not in ("content-length", "connection", "transfer-encoding")]
        if self.options.new_order and self.path == "/order-plz" and self.command == "POST":
            scripted = json.load(open(self.options.new_order))
            status, payload = scripted["status"], json.dumps(scripted, indent=2).encode()
            keep = ("replay-nonce", "link", "cache-control", "date")
            headers = [(k, v) for k, v in headers if k.lower() in keep] + [("Content-Type", "application/problem+json")]
        elif self.path.startswith("/authZ/") and (b'"invalid"' in payload or b'"valid"' in payload):
            payload = self.reword(payload)
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(payload)

    def reword(self, payload: bytes) -> bytes:
        authorization = json.loads(payload)
        base = authorization["identifier"]["value"].removeprefix("*.")
        name = "_acme-challenge." + base
        for challenge in authorization["challenges"]:
            if challenge["type"] == "dns-01" and challenge["status"] == "valid":
                problem = caa_problem(base, bool(authorization.get("wildcard")), self.options.resolver)
                if problem:
                    authorization["status"] = challenge["status"] = "invalid"
                    challenge["error"] = problem
            elif challenge["type"] == "dns-01" and "error" in challenge:
                if self.path not in self.problems:
                    self.problems[self.path] = boulder_problem(name, self.options.resolver)
                challenge["error"] = self.problems[self.path]
        return json.dumps(authorization, indent=3).encode()

    do_GET = do_POST = do_HEAD = forward

    def log_message(self, *args) -> None:
        pass


def address(text: str) -> tuple[str, int]:
    host, port = text.rsplit(":", 1)
    return host, int(port)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--listen", type=address, required=True)
    options.add_argument("--upstream", type=address, required=True)
    options.add_argument("--resolver", type=address, required=True)
    options.add_argument("--ca", required=True)
    options.add_argument("--cert", required=True)
    options.add_argument("--key", required=True)
    options.add_argument("--new-order")
    Proxy.options = options.parse_args()
    server = http.server.ThreadingHTTPServer(Proxy.options.listen, Proxy)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(Proxy.options.cert, Proxy.options.key)
    server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.serve_forever()
