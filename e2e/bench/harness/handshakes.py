"""A TLS client that makes a connection for every request, and counts which of them resumed a session.

  handshakes.py PORT HOST PATH SECONDS CLIENTS [resume]    prints one JSON object

wrk with "Connection: close" is no tool for this: it keeps its SSL object and offers the last session again, so that
all but the first handshake of each client are resumed ones (nginx's $ssl_session_reused tells). Here each connection
begins from nothing, or with "resume" from the session before, and the count of either is in the answer.
OpenSSL does the handshake without Python's lock, so CLIENTS threads keep a core busy.
"""

import json
import socket
import ssl
import sys
import threading
import time
from collections import Counter


def client(context, port, host, path, deadline, resume, counts):
    request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    session = None
    while time.monotonic() < deadline:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
                with context.wrap_socket(plain, server_hostname=host, session=session) as secure:
                    secure.sendall(request)
                    body = read_body(secure)
                    counts["resumed"] += bool(secure.session_reused)
                    counts["completed"] += 1
                    counts["body_bytes"] += len(body)
                    counts[secure.version(), secure.cipher()[0]] += 1
                    # The ticket of TLS 1.3 comes after the handshake, so the session is taken after the answer.
                    session = secure.session if resume else None
        except (OSError, ValueError):
            counts["failed"] += 1


def read_body(secure):
    received = b"".join(iter(lambda: secure.recv(65536), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    if lines[0].split(" ")[1:2] != ["200"]:
        raise ValueError(lines[0])
    lengths = [line.partition(":")[2] for line in lines[1:] if line.lower().startswith("content-length:")]
    if not lengths or int(lengths[0]) != len(body):
        raise ValueError("the body is not as long as announced")
    return body


def main(port, host, path, seconds, clients, resume=None):
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # the bench has checked the certificate once, with a client that does verify
    counts = [Counter() for _ in range(int(clients))]
    begun = time.monotonic()
    shared = (context, int(port), host, path, begun + float(seconds), resume == "resume")
    threads = [threading.Thread(target=client, args=(*shared, count)) for count in counts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = sum(counts, Counter())
    negotiated = {key for key in total if isinstance(key, tuple)}
    answer = {name: total[name] for name in ("completed", "failed", "resumed", "body_bytes")}
    answer["seconds"] = time.monotonic() - begun
    answer["protocol"] = "http/1.1"
    answer["tls"] = "+".join(sorted({tls for tls, _ in negotiated}))
    answer["cipher"] = "+".join(sorted({cipher for _, cipher in negotiated}))
    print(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
