"""The clients: h2load for connections that stay, our own handshakes.py for connections that do not, and our own
paced.c where it matters when a request is sent.

h2load speaks HTTP/1.1 and HTTP/2 with one and the same engine, and says what it negotiated; unlike wrk it can send a
server name that is not in DNS. All that speak TLS offer TLS 1.3 with one cipher suite and one group and nothing else,
so that each proxy does the same cryptography whatever it would have preferred.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from .exchange import Exchange
from .failure import BenchFailure
from .load import Latency, Load, Timed, read_h2load
from .tools import Need

CIPHER = "TLS_AES_128_GCM_SHA256"
GROUP = "X25519"
_PATIENCE = 4
_COMPILER = [Need("cc", "gcc"), Need("/usr/include/math.h", "libc6-dev")]


@dataclass(frozen=True)
class LoadTools:
    NEEDS: ClassVar = [Need("h2load", "nghttp2-client"), Need("nghttp", "nghttp2-client"), Need("python3", "python3"), *_COMPILER]

    directory: Path  # for what the tools read and write
    seconds: int
    connections: int
    pin: list
    environment: dict
    patience: float = _PATIENCE  # how many times as long it may take to find a calm time

    @staticmethod
    def create(directory: Path, seconds: int, connections: int, cpu: int) -> "LoadTools":
        # Python has no call for the suites of TLS 1.3, but OpenSSL reads them from its own configuration.
        config = directory / "openssl.cnf"
        config.write_text(
            "openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = client\n"
            f"[client]\nMinProtocol = TLSv1.3\nCiphersuites = {CIPHER}\nGroups = {GROUP}\n"
        )
        environment = {**os.environ, "OPENSSL_CONF": str(config)}
        source = Path(__file__).with_name("paced.c")
        subprocess.run(["cc", "-O2", "-o", str(directory / "paced"), str(source), "-lm"], check=True)
        return LoadTools(directory, seconds, connections, ["taskset", "-c", str(cpu)], environment)

    def warming_up(self, seconds: int) -> "LoadTools":
        return replace(self, seconds=seconds, patience=1)

    def h2load(self, site, scheme: str, exchange: Exchange, protocol: str, clients: int, streams: int = 1) -> Load:
        command = [f"--duration={self.seconds}", f"--max-concurrent-streams={streams}", *self._request(exchange)]
        return replace(self._h2load(site, scheme, exchange, protocol, clients, command), in_flight=clients * streams)

    def half_speed(self, site, exchange: Exchange) -> Load:
        """As many requests as the proxy can take, then half of that rate, and the same from the origin alone."""
        most = self.h2load(site, "http", exchange, "http/1.1", self.connections)
        rate = most.completed / most.seconds / 2
        half, alone = self._paced((site.http_port, site.origin_port), site.host, exchange, rate, self.patience)
        return replace(
            most,
            completed=most.completed + half.load.completed,
            failed=most.failed + half.load.failed,
            seconds=most.seconds + half.load.seconds,
            body_bytes=most.body_bytes + half.load.body_bytes,
            cpu_seconds=most.cpu_seconds + half.load.cpu_seconds,
            latency=Latency(rate, half.p99(), alone.p99(), half.load.seconds),
        )

    def full_speed(self, site, exchange: Exchange) -> Timed:
        """Each connection sends its next request when it has the answer."""
        log = self.directory / "h2load.log"
        log.unlink(missing_ok=True)
        command = [f"--duration={self.seconds}", f"--log-file={log}"]
        load = self._h2load(site, "http", exchange, "http/1.1", self.connections, command)
        return Timed(load, [int(line.split()[2]) for line in log.read_text().splitlines()])

    def counted(self, site, exchange: Exchange, requests: int) -> Load:
        """So many, as fast as they are answered."""
        return self._h2load(site, "http", exchange, "http/1.1", self.connections, [f"--requests={requests}"])

    def paced(self, port: int, host: str, exchange: Exchange, per_second: float) -> Timed:
        """The same rate whatever the answers take."""
        return self._paced((port,), host, exchange, per_second, 1)[0]

    def _paced(self, ports: tuple, host: str, exchange: Exchange, per_second: float, patience: float) -> list:
        """Of each port, by turns."""
        command = [self.directory / "paced", ",".join(map(str, ports)), host, exchange.path, len(exchange.answer)]
        command += [self.seconds, self.connections, per_second, patience * self.seconds]
        output, cpu = self._run(list(map(str, command)))
        first, *lines = output.splitlines()
        seconds, failed, *completed = first.split()
        micros = [[] for _ in ports]
        for line in lines:
            place, one = line.split()
            micros[int(place)].append(int(one))
        length = len(exchange.answer)
        counts = [int(done) for done in completed]
        loads = [Load(n, int(failed), float(seconds), n * length, "http/1.1", cpu_seconds=cpu) for n in counts]
        return list(map(Timed, loads, micros))

    def handshakes(self, site, exchange: Exchange, clients: int, resume: bool = False) -> Load:
        tool = Path(__file__).with_name("handshakes.py")
        command = [sys.executable, str(tool), str(site.https_port), site.host, exchange.path]
        output, cpu = self._run([*command, str(self.seconds), str(clients)] + (["resume"] if resume else []))
        return Load(**json.loads(output), in_flight=clients, cpu_seconds=cpu)

    def nghttp(self, site, exchange: Exchange, frames: bool) -> str:
        """One request over HTTP/2: its frames as text, or its body and nothing else."""
        command = ["nghttp", "--no-dep", "--no-verify-peer", "-H", f":authority: {site.host}"]
        command += [*self._request(exchange), *(["--verbose", "--null-out"] if frames else [])]
        return self._run([*command, f"https://127.0.0.1:{site.https_port}{exchange.path}"])[0]

    def _h2load(self, site, scheme: str, exchange: Exchange, protocol: str, clients: int, more: list) -> Load:
        port = site.https_port if scheme == "https" else site.http_port
        command = ["h2load", f"--clients={clients}", "--threads=1", f"--connect-to=127.0.0.1:{port}", *more]
        command += [f"--tls13-ciphers={CIPHER}", f"--groups={GROUP}"]
        command += ["--h1"] if protocol == "http/1.1" else []
        output, cpu = self._run([*command, f"{scheme}://{site.host}:{port}{exchange.path}"])
        load = read_h2load(output)
        return replace(load, sent_bytes=load.completed * len(exchange.body or b""), cpu_seconds=cpu)

    def _request(self, exchange: Exchange) -> list:
        """What h2load and nghttp are told alike."""
        words = [f"--header={header}" for header in exchange.headers]
        if exchange.body is None:
            return words
        body = self.directory / "body"
        body.write_bytes(exchange.body)
        return [*words, f"--data={body}"]

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
                timeout=2 * _PATIENCE * self.seconds + 60,
            )
        except subprocess.TimeoutExpired as late:
            raise BenchFailure(f"{' '.join(command)} did not end (expected: in {self.seconds} s)") from late
        if done.returncode != 0:
            said = (done.stderr or done.stdout)[-500:]
            raise BenchFailure(f"{' '.join(command)} failed with status {done.returncode}: {said}")
        return done.stdout, _children_cpu() - before


def _children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
