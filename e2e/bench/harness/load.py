"""The clients: h2load for connections that stay, and our own handshakes.py for connections that do not.

h2load speaks HTTP/1.1 and HTTP/2 with one and the same engine, and says what it negotiated; unlike wrk it can send a
server name that is not in DNS. Both offer TLS 1.3 with one cipher suite and one group and nothing else, so that each
proxy does the same cryptography whatever it would have preferred.
"""

import json
import math
import os
import re
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Optional

from .certificate import HOST
from .failure import BenchFailure
from .tools import Need

CIPHER = "TLS_AES_128_GCM_SHA256"
GROUP = "X25519"


@dataclass(frozen=True)
class Load:
    """What a load tool really got done."""

    completed: int
    failed: int  # not 2xx, cut off, timed out or refused
    seconds: float
    body_bytes: int
    protocol: str  # http/1.1 or h2
    tls: Optional[str] = None
    cipher: Optional[str] = None
    resumed: Optional[int] = None  # handshakes that reused a session, where each request makes one
    in_flight: int = 0  # at most this many were cut off by the end of the time, each maybe with a part of its body
    cpu_seconds: float = 0.0  # of the tool itself


@dataclass(frozen=True)
class LoadTools:
    NEEDS: ClassVar = [Need("h2load", "nghttp2-client"), Need("nghttp", "nghttp2-client"), Need("python3", "python3")]

    seconds: int
    connections: int
    pin: list
    environment: dict

    @staticmethod
    def create(directory: Path, chosen, cpu: int) -> "LoadTools":
        # Python has no call for the suites of TLS 1.3, but OpenSSL reads them from its own configuration.
        config = directory / "openssl.cnf"
        config.write_text(
            "openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = client\n"
            f"[client]\nMinProtocol = TLSv1.3\nCiphersuites = {CIPHER}\nGroups = {GROUP}\n"
        )
        environment = {**os.environ, "OPENSSL_CONF": str(config)}
        return LoadTools(chosen.seconds, chosen.connections, ["taskset", "-c", str(cpu)], environment)

    def lasting(self, seconds: int) -> "LoadTools":
        return replace(self, seconds=seconds)

    def h2load(self, site, scheme: str, path: str, protocol: str, clients: int, streams: int = 1) -> Load:
        port = site.https_port if scheme == "https" else site.http_port
        command = ["h2load", f"--duration={self.seconds}", f"--clients={clients}", "--threads=1"]
        command += [f"--max-concurrent-streams={streams}", f"--connect-to=127.0.0.1:{port}"]
        command += [f"--tls13-ciphers={CIPHER}", f"--groups={GROUP}"]
        command += ["--h1"] if protocol == "http/1.1" else []
        output, cpu = self._run([*command, f"{scheme}://{HOST}:{port}{path}"])
        return replace(_read_h2load(output), in_flight=clients * streams, cpu_seconds=cpu)

    def handshakes(self, site, path: str, clients: int, resume: bool = False) -> Load:
        tool = Path(__file__).with_name("handshakes.py")
        command = [sys.executable, str(tool), str(site.https_port), HOST, path, str(self.seconds), str(clients)]
        output, cpu = self._run(command + (["resume"] if resume else []))
        return Load(**json.loads(output), in_flight=clients, cpu_seconds=cpu)

    def paced(self, url: str, port: int, per_second: int) -> list:
        """The same rate whatever the answers take. Microseconds of each request, in order of their ends."""
        rate = max(1, per_second // self.connections)
        command = ["h2load", "--h1", f"--clients={self.connections}", "--threads=1", f"--rps={rate}"]
        command += [f"--requests={rate * self.connections * self.seconds}", f"--connect-to=127.0.0.1:{port}"]
        with tempfile.NamedTemporaryFile(prefix="tidegate-bench-") as log:
            self._answered(self._run([*command, f"--log-file={log.name}", url])[0])
            return [int(line.split()[2]) for line in log.read().decode().splitlines()]

    def counted(self, url: str, port: int, requests: int) -> None:
        """So many, as fast as they are answered."""
        command = ["h2load", "--h1", f"--clients={self.connections}", "--threads=1", f"--requests={requests}"]
        self._answered(self._run([*command, f"--connect-to=127.0.0.1:{port}", url])[0])

    @staticmethod
    def _answered(output: str) -> None:
        failed = _read_h2load(output).failed
        if failed:
            raise BenchFailure(f"{failed} requests failed (expected: none)")

    def nghttp(self, site, path: str, frames: bool) -> str:
        """One request over HTTP/2: its frames as text, or its body and nothing else."""
        command = ["nghttp", "--no-dep", "--no-verify-peer", "-H", f":authority: {HOST}"]
        command += ["--verbose", "--null-out"] if frames else []
        return self._run([*command, f"https://127.0.0.1:{site.https_port}{path}"])[0]

    def _run(self, command: list) -> tuple:
        before = _children_cpu()
        try:
            done = subprocess.run(
                [*self.pin, *command],
                env=self.environment,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                timeout=self.seconds + 60,
            )
        except subprocess.TimeoutExpired as late:
            raise BenchFailure(f"{' '.join(command)} did not end (expected: in {self.seconds} s)") from late
        if done.returncode != 0:
            said = (done.stderr or done.stdout)[-500:]
            raise BenchFailure(f"{' '.join(command)} failed with status {done.returncode}: {said}")
        return done.stdout, _children_cpu() - before


def percentile(values: list, percent: float) -> float:
    """The smallest of them that so many per cent do not exceed."""
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def _read_h2load(output: str) -> Load:
    def found(pattern: str) -> Optional[str]:
        match = re.search(pattern, output, re.MULTILINE)
        return match.group(1) if match else None

    succeeded = found(r"^requests: .* (\d+) succeeded")
    if succeeded is None:
        raise BenchFailure(f"h2load said nothing that can be read:\n{output[-1000:]}")
    # A redirect is a success to h2load. Its count of 2xx is not the one to take: it includes answers that had begun
    # when the time was over.
    redirected = int(found(r"^status codes: .* (\d+) 3xx") or 0)
    lost = sum(int(found(rf"^requests: .* (\d+) {word}") or 0) for word in ("failed", "timeout"))
    return Load(
        completed=int(succeeded) - redirected,
        failed=lost + redirected,
        seconds=_seconds(found(r"^finished in ([^,]+),")),
        body_bytes=int(found(r"\((\d+)\) data$") or 0),
        protocol=found(r"^Application protocol: (\S+)") or "none",
        tls=found(r"^TLS Protocol: (\S+)"),
        cipher=found(r"^Cipher: (\S+)"),
    )


def _seconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m|h)", text).groups()
    return float(number) * {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600}[unit]


def _children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
