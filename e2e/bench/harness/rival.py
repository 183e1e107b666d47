"""What a proxy must tell about itself to be measured. Each one is a folder rivals/NAME with a rival.py in it that
sets RIVAL, and the configuration that it runs with; nothing else knows its name.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from .certificate import HOST, Certificate
from .process import Command
from .template import fill

ANY = "*"  # a forwarded header must be there, whatever it says


@dataclass(frozen=True)
class Site:
    """What a proxy is asked to serve: one host, in clear and over TLS, from one origin, below /bench.Echo/ by gRPC."""

    directory: Path  # its own, empty; configuration and logs go here
    http_port: int
    https_port: int
    admin_port: int
    origin_port: int
    grpc_port: int  # of the origin
    certificate: Certificate
    host: str = HOST

    def fill(self, template: Path, **more: object) -> Path:
        """Writes a configuration file into the site's folder, with each @{NAME} replaced."""
        names = {
            "DIRECTORY": self.directory,
            "HOST": self.host,
            "HTTP_PORT": self.http_port,
            "HTTPS_PORT": self.https_port,
            "ORIGIN_PORT": self.origin_port,
            "GRPC_PORT": self.grpc_port,
            "CHAIN": self.certificate.chain,
            "KEY": self.certificate.key,
            "CHAIN_AND_KEY": self.certificate.combined,
        }
        return fill(template, self.directory, {**names, **more})


class Rival:
    key = ""  # the folder's name
    title = ""
    switched_on = ""  # what of a gateway's daily work its row includes; printed with the table
    needs: list = []
    warm_up = 5_000  # requests before the first sample of a scenario
    forwarded: dict = {}  # header the backend must see -> its value, where {scheme} stands for http or https
    access_log: Optional[str] = None  # a file in its folder with one line per request; None where it is off
    patience = 30  # seconds from start to ready
    home = Path()

    def absent(self) -> Optional[str]:
        """Why this proxy cannot run here although its packages could be installed; None where it can."""
        return None

    def version(self, pid: int) -> str:
        raise NotImplementedError

    def command(self, site: Site) -> Command:
        """Writes the configuration and answers the command that runs the proxy in the foreground with one worker."""
        raise NotImplementedError

    def allocated(self, pid: int) -> Optional[int]:
        """Bytes of heap that its threads have taken since they began; None where it is no JVM."""
        return None

    def ready_url(self, site: Site) -> str:
        return f"http://127.0.0.1:{site.http_port}/kib"


def load_rivals(folder: Path) -> dict:
    """Tidegate first, then nginx, to which all are compared, then the others by name."""
    rivals = {}
    for file in sorted(folder.glob("*/rival.py"), key=lambda file: _place(file.parent.name)):
        spec = importlib.util.spec_from_file_location(f"rivals.{file.parent.name}", file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        rival = module.RIVAL
        rival.key, rival.home = file.parent.name, file.parent
        rivals[rival.key] = rival
    return rivals


def _place(name: str) -> tuple:
    first = ["tidegate", "nginx", "ingress-nginx"]
    return (first.index(name) if name in first else len(first), name)
