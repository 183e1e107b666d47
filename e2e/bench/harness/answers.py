"""Whether all proxies really do the same work. Checked before anything is measured, and again on every sample."""

import http.client
import secrets
import socket
import ssl
import time
from dataclasses import replace

from .certificate import HOST
from .exchange import KIB, Exchange
from .failure import BenchFailure
from .load import Load
from .load_tools import CIPHER
from .proxy import Proxy
from .rival import ANY


def check(proxy: Proxy, load, scenarios: tuple) -> None:
    """Fails loudly unless the proxy answers as the scenarios presume, and forwards and logs what it says it does."""
    for scheme in sorted({scenario.scheme for scenario in scenarios}):
        _check_forwarded(proxy, scheme, _ask(proxy, scheme, replace(KIB, path=KIB.seen)).decode())
    for scenario in scenarios:
        exchange = scenario.exchange
        if scenario.protocol == "h2":
            _check_h2(proxy, load, exchange)
        else:
            right = _ask(proxy, scenario.scheme, exchange) == exchange.answer
            _expect(proxy, f"{scenario.scheme} {exchange.path}: body", right, True)
    if proxy.rival.access_log:
        _check_logged(proxy)


def _check_h2(proxy: Proxy, load, exchange: Exchange) -> None:
    frames = load.nghttp(proxy.site, exchange, frames=True)
    for header in (":status: 200", *exchange.trailers):
        _expect(proxy, f"h2 {exchange.path}: {header}", header in frames, True)
    # Apart from the frames, whose text would stand in the middle of a body that came in pieces.
    right = load.nghttp(proxy.site, exchange, frames=False) == exchange.answer.decode()
    _expect(proxy, f"h2 {exchange.path}: body", right, True)
    if exchange.trailers:
        seen = load.nghttp(proxy.site, replace(exchange, path=exchange.seen), frames=False)
        _check_forwarded(proxy, "https", seen)


def check_sample(proxy: Proxy, scenario, load: Load) -> None:
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
    length = len(scenario.exchange.answer)
    # Requests that the end of the round cut off have sent a part of a body; there is one a stream at most.
    surplus = load.body_bytes - load.completed * length
    if not 0 <= surplus <= (load.failed + load.in_flight) * length:
        raise BenchFailure(
            f"{proxy.rival.title}: {scenario.title}: {load.body_bytes} bytes in {load.completed} answers"
            f" (expected: {length} bytes in each)"
        )


def _ask(proxy: Proxy, scheme: str, exchange: Exchange) -> bytes:
    site, path = proxy.site, exchange.path
    port = site.https_port if scheme == "https" else site.http_port
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    # The name does not resolve anywhere; only Host and SNI carry it.
    connection.sock = socket.create_connection(("127.0.0.1", port), timeout=10)
    if scheme == "https":
        trusting = ssl.create_default_context(cafile=str(site.certificate.chain))
        connection.sock = trusting.wrap_socket(connection.sock, server_hostname=HOST)
        _expect(proxy, "TLS version", connection.sock.version(), "TLSv1.3")
    with connection.sock:
        method = "GET" if exchange.body is None else "POST"
        connection.request(method, path, exchange.body, headers={"Host": HOST})
        answer = connection.getresponse()
        body = answer.read()
    _expect(proxy, f"{scheme} {path}: status", answer.status, 200)
    _expect(proxy, f"{scheme} {path}: HTTP version", answer.version, 11)
    return body


def _check_forwarded(proxy: Proxy, scheme: str, text: str) -> None:
    seen = dict(line.split(": ", 1) for line in text.splitlines())
    for header, value in {"host": HOST, **proxy.rival.forwarded}.items():
        if value == ANY:
            _expect(proxy, f"{scheme}: the backend sees {header}", bool(seen[header]), True)
        else:
            _expect(proxy, f"{scheme}: the backend sees {header}", seen[header], value.format(scheme=scheme))


def _check_logged(proxy: Proxy) -> None:
    token = f"{KIB.seen}?{secrets.token_hex(8)}"
    _ask(proxy, "http", replace(KIB, path=token))
    deadline = time.monotonic() + 5
    while not proxy.logged(token):
        if time.monotonic() > deadline:
            log = proxy.rival.access_log
            raise BenchFailure(f"{proxy.rival.title}: no line for {token} in {log} (expected: one)")
        time.sleep(0.05)


def _expect(proxy: Proxy, what: str, found: object, expected: object) -> None:
    if found != expected:
        raise BenchFailure(f"{proxy.rival.title}: {what}: {found} (expected: {expected})")
