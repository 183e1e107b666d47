"""The backend behind every proxy: an nginx with fixed bodies. What it costs does not count."""

from pathlib import Path

from .machine import share_cpus
from .process import Command, Process
from .proxy import await_ok, free_ports
from .template import fill
from .tools import Need

KIB = (b"Tidegate bench, one KiB. " * 41)[:1024]
MIB = KIB * 1024


class Origin:
    NEEDS = [Need("nginx", "nginx-light"), Need("openssl", "openssl"), Need("taskset", "util-linux")]

    BODIES = {"/kib": KIB, "/mib": MIB}

    def __init__(self, directory: Path, cpu: int):
        self._directory = directory
        self._cpu = cpu
        self.port = free_ports(1)[0]

    def __enter__(self) -> "Origin":
        self._directory.mkdir()
        for path, body in self.BODIES.items():
            (self._directory / path.lstrip("/")).write_bytes(body)
        template = Path(__file__).resolve().parent.parent / "origin" / "nginx.conf"
        config = fill(template, self._directory, {"PORT": self.port, "KIB": KIB.decode()})
        argv = ["nginx", "-p", str(self._directory), "-c", str(config), "-e", "error.log"]
        self.process = Process("origin", Command(argv, {}), self._directory, self._cpu)
        try:
            await_ok(self.process, f"http://127.0.0.1:{self.port}/kib", 10)
        except BaseException:
            self.process.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stop()


class TwoOrigins:
    """Two backends on an address that is not of the loopback, each of which says which one it is."""

    NEEDS = [Need("nginx", "nginx-light"), Need("openssl", "openssl"), Need("taskset", "util-linux")]

    def __init__(self, directory: Path, address: str):
        self._directory, self._address = directory, address
        self.ports = dict(zip(("one", "two"), free_ports(2)))

    def __enter__(self) -> "TwoOrigins":
        self._directory.mkdir()
        template = Path(__file__).resolve().parent.parent / "origin" / "two.conf"
        names = {name.upper(): port for name, port in self.ports.items()}
        config = fill(template, self._directory, {"ADDRESS": self._address, **names})
        argv = ["nginx", "-p", str(self._directory), "-c", str(config), "-e", "error.log"]
        self.process = Process("origin", Command(argv, {}), self._directory, share_cpus().origin)
        try:
            for port in self.ports.values():
                await_ok(self.process, f"http://{self._address}:{port}/", 10)
        except BaseException:
            self.process.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stop()
