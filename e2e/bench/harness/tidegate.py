"""Tidegate in front of a real API server: its start, what it says of itself, what it costs, and its end."""

import os
import re
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from .failure import BenchFailure
from .kube import KubeApiServer
from .machine import REPOSITORY, cpu_seconds
from .proxy import free_ports

_LAUNCHER = REPOSITORY / "tidegate"
_PATIENCE = 600
_LOOK = 0.1  # seconds between two looks at a start: more often would cost a tenth of the start


def build() -> None:
    """So that no start has to: the jar, and what the JVM learns from it, which only `run` makes."""
    if subprocess.run([_LAUNCHER, "run", "--help"], stdout=subprocess.DEVNULL, check=False).returncode != 0:
        raise BenchFailure("./tidegate run --help failed")


class Tidegate:
    def __init__(self, server: KubeApiServer, log: Path, jvm: str):
        self._log, self._jvm = log, jvm
        self.http_port, https_port, self._admin_port = free_ports(3)
        self._command = [_LAUNCHER, "run", "--kubeconfig", server.kubeconfig()]
        self._command += ["--update-status=false", "--access-log", "off", "--http-port", self.http_port]
        self._command += ["--https-port", https_port, "--healthz-port", self._admin_port]

    def __enter__(self) -> "Tidegate":
        with self._log.open("wb") as output:
            self._process = subprocess.Popen(
                [str(word) for word in self._command],
                env={**os.environ, "TIDEGATE_JVM": self._jvm},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            self._await_ready()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def cpu(self) -> float:
        return cpu_seconds(self._process.pid)

    def resident_mib(self) -> float:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def metrics(self) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._admin_port}/metrics", timeout=60) as answer:
            return answer.read().decode()

    def metric(self, name: str) -> float:
        found = re.search(rf"^{name}(?:\{{.*\}})? ([0-9.eE+]+)", self.metrics(), re.MULTILINE)
        if not found:
            raise BenchFailure(f"Tidegate has no metric {name}")
        return float(found.group(1))

    def await_metric(self, name: str, value: float) -> None:
        deadline = time.monotonic() + _PATIENCE
        while (found := self.metric(name)) != value:
            if time.monotonic() > deadline:
                raise BenchFailure(f"{name} is {found} after {_PATIENCE} s (expected: {value})")
            time.sleep(_LOOK)

    def _await_ready(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise BenchFailure(f"Tidegate ended with status {self._process.returncode}:\n{self._last_words()}")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self._admin_port}/readyz", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(_LOOK)
        raise BenchFailure(f"not ready after {_PATIENCE} s:\n{self._last_words()}")

    def _last_words(self) -> str:
        return self._log.read_text(errors="replace")[-2000:]

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
