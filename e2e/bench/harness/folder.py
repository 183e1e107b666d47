"""Tidegate on a folder of many Ingresses, each with a host of its own and one origin behind them all."""

import json
import socket
import time
from pathlib import Path

from .certificate import Certificate
from .machine import REPOSITORY
from .origin import Origin
from .process import Command, Process
from .proxy import await_ok, free_ports
from .rival import Site

_PATIENCE = 120


class FolderStart:
    def __init__(self, directory: Path, ingresses: int, origin: Origin, certificate: Certificate, cpus: object):
        directory.mkdir()
        manifests = directory / "manifests"
        manifests.mkdir()
        ports = (*free_ports(3), origin.port, origin.grpc_port)
        self.site = Site(directory, *ports, certificate, self.host(0))
        objects = _shared(certificate)
        for number in range(ingresses):
            objects += _own(number, self.host(number), origin.port)
        # JSON is YAML.
        (manifests / "all.yaml").write_text("\n---\n".join(json.dumps(item) for item in objects))
        flags = {
            "--manifests": manifests,
            "--http-port": self.site.http_port,
            "--https-port": self.site.https_port,
            "--healthz-port": self.site.admin_port,
            "--event-loops": 1,
            "--default-ssl-certificate": "default/bench-tls",
        }
        argv = [str(REPOSITORY / "tidegate"), "run", *(str(word) for flag in flags.items() for word in flag)]
        self._command, self._cpus = Command(argv, {}), cpus

    def __enter__(self) -> "FolderStart":
        begun = time.monotonic()
        self.process = Process("Tidegate", self._command, self.site.directory, self._cpus)
        try:
            await_ok(self.process, f"http://127.0.0.1:{self.site.admin_port}/readyz", _PATIENCE)
        except BaseException:
            self.process.stop()
            raise
        self.ready, self.cpu_until_ready = time.monotonic() - begun, sum(self.process.cpu())
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stop()

    @staticmethod
    def host(number: int) -> str:
        return f"host-{number}.bench.example"

    def client(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.site.http_port), 10)


def _shared(certificate: Certificate) -> list:
    return [
        {
            "apiVersion": "networking.k8s.io/v1",
            "kind": "IngressClass",
            "metadata": {"name": "tidegate"},
            "spec": {"controller": "tidegate.dev/ingress-controller"},
        },
        {
            "apiVersion": "v1",
            "kind": "Secret",
            "metadata": {"name": "bench-tls"},
            "type": "kubernetes.io/tls",
            "stringData": {"tls.crt": certificate.chain.read_text(), "tls.key": certificate.key.read_text()},
        },
    ]


def _own(number: int, host: str, origin_port: int) -> list:
    name = f"app-{number}"
    paths = [
        {"path": path, "pathType": "Prefix", "backend": {"service": {"name": name, "port": {"number": 80}}}}
        for path in ("/", "/api", "/static")
    ]
    return [
        {
            "apiVersion": "networking.k8s.io/v1",
            "kind": "Ingress",
            "metadata": {"name": name, "annotations": {"nginx.ingress.kubernetes.io/proxy-body-size": "8m"}},
            "spec": {"ingressClassName": "tidegate", "rules": [{"host": host, "http": {"paths": paths}}]},
        },
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": name}, "spec": {"ports": [{"name": "http", "port": 80}]}},
        {
            "apiVersion": "discovery.k8s.io/v1",
            "kind": "EndpointSlice",
            "metadata": {"name": f"{name}-1", "labels": {"kubernetes.io/service-name": name}},
            "addressType": "IPv4",
            "ports": [{"name": "http", "port": origin_port}],
            "endpoints": [{"addresses": ["127.0.0.1"], "conditions": {"ready": True}}],
        },
    ]  # fmt: skip
