"""Whether all proxies really do the same work. Checked before anything is measured, and again on every sample."""

import http.client
import secrets
import socket
import ssl
import time

from .certificate import HOST
from .failure import BenchFailure
from .load import CIPHER, Load
from .origin import Origin
from .proxy import Proxy
from .rival import ANY


def check(proxy: Proxy, origin: Origin, load, scenarios: tuple) -> None:
    """Fails loudly unless the proxy answers as the scenarios presume, and forwards and logs what it says it does."""
    for scheme in sorted({scenario.scheme for scenario in scenarios}):
        for path in sorted({scenario.path for scenario in scenarios if scenario.scheme == scheme}):
            _expect(proxy, f"{scheme} GET {path}: body", _get(proxy, scheme, path) == origin.BODIES[path], True)
        _check_forwarded(proxy, scheme)
    for path in sorted({scenario.path for scenario in scenarios if scenario.protocol == "h2"}):
        _expect(proxy, "h2 status 200", ":status: 200" in load.nghttp(proxy.site, path, frames=True), True)
        # Apart from the frames, whose text would stand in the middle of a body that came in pieces.
        _expect(proxy, "h2 body", load.nghttp(proxy.site, path, frames=False) == origin.BODIES[path].decode(), True)
    if proxy.rival.access_log:
        _check_logged(proxy)


def check_sample(proxy: Proxy, scenario, load: Load, body: bytes) -> None:
    """What no number may be printed without: the protocol, the ciphers, whole bodies, and handshakes as meant."""
    _expect(proxy, "HTTP version", load.protocol, scenario.protocol)
    if scenario.scheme == "https":
        _expect(proxy, "TLS version", load.tls, "TLSv1.3")
        _expect(proxy, "cipher suite", load.cipher, CIPHER)
    if load.resumed is not None and not scenario.resumes:
        _expect(proxy, "handshakes that resumed a session", load.resumed, 0)
    if load.completed == 0:
        words = proxy.process.last_words()
        raise BenchFailure(f"{proxy.rival.title}: {scenario.title}: not one request completed\n{words}")
    # Requests that the end of the round cut off have sent a part of a body; there is one a stream at most.
    surplus = load.body_bytes - load.completed * len(body)
    if not 0 <= surplus <= (load.failed + load.in_flight) * len(body):
        raise BenchFailure(
            f"{proxy.rival.title}: {scenario.title}: {load.body_bytes} bytes in {load.completed} answers"
            f" (expected: {len(body)} bytes in each)"
        )


def _get(proxy: Proxy, scheme: str, path: str) -> bytes:
    site = proxy.site
    port = site.https_port if scheme == "https" else site.http_port
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    # The name does not resolve anywhere; only Host and SNI carry it.
    connection.sock = socket.create_connection(("127.0.0.1", port), timeout=10)
    if scheme == "https":
        trusting = ssl.create_default_context(cafile=str(site.certificate.chain))
        connection.sock = trusting.wrap_socket(connection.sock, server_hostname=HOST)
        _expect(proxy, "TLS version", connection.sock.version(), "TLSv1.3")
    with connection.sock:
        connection.request("GET", path, headers={"Host": HOST})
        answer = connection.getresponse()
        body = answer.read()
    _expect(proxy, f"{scheme} GET {path}: status", answer.status, 200)
    _expect(proxy, f"{scheme} GET {path}: HTTP version", answer.version, 11)
    return body


def _check_forwarded(proxy: Proxy, scheme: str) -> None:
    seen = dict(line.split(": ", 1) for line in _get(proxy, scheme, "/seen").decode().splitlines())
    for header, value in {"host": HOST, **proxy.rival.forwarded}.items():
        if value == ANY:
            _expect(proxy, f"{scheme}: the backend sees {header}", bool(seen[header]), True)
        else:
            _expect(proxy, f"{scheme}: the backend sees {header}", seen[header], value.format(scheme=scheme))


def _check_logged(proxy: Proxy) -> None:
    token = f"/seen?{secrets.token_hex(8)}"
    _get(proxy, "http", token)
    deadline = time.monotonic() + 5
    while not proxy.logged(token):
        if time.monotonic() > deadline:
            log = proxy.rival.access_log
            raise BenchFailure(f"{proxy.rival.title}: no line for {token} in {log} (expected: one)")
        time.sleep(0.05)


def _expect(proxy: Proxy, what: str, found: object, expected: object) -> None:
    if found != expected:
        raise BenchFailure(f"{proxy.rival.title}: {what}: {found} (expected: {expected})")
