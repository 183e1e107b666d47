"""A Knot name server on loopback with one empty zone that takes updates, and a client that asks for addresses."""

import base64
import os
import socket
import struct
import subprocess
import time
from pathlib import Path

from .failure import BenchFailure
from .machine import share_cpus
from .process import Command, Process
from .proxy import free_ports

_PATIENCE = 60


class KnotServer:
    def __init__(self, directory: Path, zone: str):
        (self.port,) = free_ports(1)
        self._directory, self._zone = directory, zone
        self._secret = base64.b64encode(os.urandom(32)).decode()
        (directory / "zone").write_text(
            f"$ORIGIN {zone}.\n@ 300 SOA ns admin 1 3600 600 86400 30\n@ 300 NS ns\nns 300 A 127.0.0.1\n"
        )
        (directory / "knot.conf").write_text(
            f"""\
server:
  rundir: "{directory}"
  listen: 127.0.0.1@{self.port}
database:
  storage: "{directory}"
key:
  - id: bench
    algorithm: hmac-sha256
    secret: {self._secret}
acl:
  - id: bench
    key: bench
    action: [update, transfer]
zone:
  - domain: {zone}
    storage: "{directory}"
    file: zone
    acl: bench
"""
        )

    def __enter__(self) -> "KnotServer":
        command = Command(["knotd", "-c", str(self._directory / "knot.conf")], {})
        self._process = Process("Knot", command, self._directory, share_cpus().all)
        deadline = time.monotonic() + _PATIENCE
        while ask(self.port, f"ns.{self._zone}") == 0:
            self._process.check_alive()
            if time.monotonic() > deadline:
                self._process.stop()
                raise BenchFailure(f"Knot does not answer within {_PATIENCE} s:\n{self._process.last_words()}")
            time.sleep(0.05)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stop()

    def flags(self) -> list:
        """By which Tidegate writes to it."""
        secret = self._directory / "secret"
        secret.write_text(self._secret)
        return [
            "--rfc2136-host=127.0.0.1",
            f"--rfc2136-port={self.port}",
            "--rfc2136-tsig-keyname=bench",
            f"--rfc2136-tsig-secret-file={secret}",
        ]

    def count(self) -> int:
        """All records of the zone but those it began with."""
        command = ["kdig", "@127.0.0.1", "-p", str(self.port), "-y", f"hmac-sha256:bench:{self._secret}"]
        done = subprocess.run(
            [*command, "+noall", "+answer", self._zone, "AXFR"], capture_output=True, text=True, check=True
        )
        lines = [line.split() for line in done.stdout.splitlines() if line and not line.startswith(";")]
        own = [line for line in lines if line[3] in ("A", "AAAA", "TXT") and not line[0].startswith("ns.")]
        return len(own)


def ask(port: int, name: str) -> int:
    """How many records of type A the name has, by UDP; none where nobody answers."""
    question = b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.settimeout(1)
        asking.connect(("127.0.0.1", port))
        try:
            asking.send(struct.pack(">6H", 1, 0x0100, 1, 0, 0, 0) + question + struct.pack(">2H", 1, 1))
            return struct.unpack(">6H", asking.recv(4096)[:12])[3]
        except OSError:
            return 0
