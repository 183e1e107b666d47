"""The backend behind every proxy: an nginx with fixed bodies. What it costs does not count."""

from pathlib import Path

from .exchange import GRPC, KIB, MIB
from .machine import share_cpus
from .process import Command, Process
from .proxy import await_ok, free_ports
from .template import fill
from .tools import Need

_TEMPLATES = Path(__file__).resolve().parent.parent / "origin"
_MODULES = Path("/usr/lib/nginx/modules")


class Origin:
    NEEDS = [
        Need("nginx", "nginx-light"),
        Need(str(_MODULES / "ngx_http_lua_module.so"), "libnginx-mod-http-lua"),
        Need("/usr/share/lua/5.1/resty/core.lua", "lua-resty-core"),
        Need("openssl", "openssl"),
        Need("taskset", "util-linux"),
    ]

    def __init__(self, directory: Path, cpu: int):
        self._directory = directory
        self._cpu = cpu
        self.port, self.grpc_port = free_ports(2)

    def __enter__(self) -> "Origin":
        self._directory.mkdir()
        (self._directory / MIB.path.lstrip("/")).write_bytes(MIB.answer)
        names = {"PORT": self.port, "GRPC_PORT": self.grpc_port, "GRPC_PATH": GRPC.path, "KIB": KIB.answer.decode()}
        fill(_TEMPLATES / "seen.conf", self._directory, {})
        config = fill(_TEMPLATES / "nginx.conf", self._directory, {**names, "MODULES": _MODULES})
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
        names = {name.upper(): port for name, port in self.ports.items()}
        config = fill(_TEMPLATES / "two.conf", self._directory, {"ADDRESS": self._address, **names})
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
