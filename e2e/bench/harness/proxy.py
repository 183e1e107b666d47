"""A rival that is running: its ports, its process, its access log."""

import http.client
import socket
import time
import urllib.parse
from pathlib import Path
from typing import Optional

from .certificate import HOST, Certificate
from .failure import BenchFailure, say
from .process import Process
from .rival import Rival, Site


class Proxy:
    def __init__(self, rival: Rival, directory: Path, origin, certificate: Certificate, cpu: int):
        self.rival = rival
        directory.mkdir()
        http_port, https_port, admin_port = free_ports(3)
        ports = (http_port, https_port, admin_port, origin.port, origin.grpc_port)
        self.site = Site(directory, *ports, certificate)
        self._cpu = cpu
        self.version = ""

    def __enter__(self) -> "Proxy":
        say(f"starting {self.rival.title}")
        self.process = Process(self.rival.title, self.rival.command(self.site), self.site.directory, self._cpu)
        try:
            await_ok(self.process, self.rival.ready_url(self.site), self.rival.patience)
            self.version = self.rival.version(self.process.pid)
        except BaseException:
            self.process.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stop()

    def allocated(self) -> Optional[int]:
        return self.rival.allocated(self.process.pid)

    def access_log_lines(self) -> int:
        log = self._access_log()
        if log is None or not log.exists():
            return 0
        with log.open("rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))

    def logged(self, text: str) -> bool:
        log = self._access_log()
        return log is not None and log.exists() and text.encode() in log.read_bytes()

    def empty_logs(self) -> None:
        """Millions of lines would fill the scratch space; every log here is open for appending, so this is safe."""
        for log in self.site.directory.glob("*.log"):
            with log.open("r+b") as file:
                file.truncate()

    def _access_log(self):
        return self.site.directory / self.rival.access_log if self.rival.access_log else None


def free_ports(count: int) -> list:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [listening.getsockname()[1] for listening in sockets]
    for listening in sockets:
        listening.close()
    return ports


def await_ok(process: Process, url: str, patience: float) -> None:
    parts = urllib.parse.urlsplit(url)
    deadline, last = time.monotonic() + patience, "no connection"
    while time.monotonic() < deadline:
        process.check_alive()
        try:
            connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=2)
            connection.request("GET", parts.path, headers={"Host": HOST})
            status = connection.getresponse().status
            connection.close()
            if status == 200:
                return
            last = f"status {status}"
        except (OSError, http.client.HTTPException) as failure:
            last = str(failure)
        time.sleep(0.05)
    raise BenchFailure(
        f"{process.name} is not ready after {patience:g} s: GET {parts.path} gave {last} (expected: status 200)\n"
        + process.last_words()
    )
