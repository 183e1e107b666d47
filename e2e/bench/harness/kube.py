"""A real API server with an etcd of its own, on loopback, and the objects of a large cluster in it."""

import base64
import http.client
import json
import queue
import signal
import ssl
import subprocess
import threading
import time
from pathlib import Path

from .failure import BenchFailure, say
from .machine import REPOSITORY, cpu_seconds
from .proxy import free_ports

_ADMIN = "admin-of-the-bench"
_USER = "tidegate-of-the-bench"
_WRITERS = 12
_TEMPLATES = 16
_NAME = "host-00000.bench.example"


class KubeApiServer:
    def __init__(self, directory: Path):
        self._directory = directory
        binaries = Path(_output([str(REPOSITORY / "e2e" / "cluster" / "run"), "--binaries"]))
        self._etcd_binary, self._server_binary = binaries / "etcd", binaries / "kube-apiserver"
        self.version = _output([str(self._server_binary), "--version"])
        self._processes = []

    def __enter__(self) -> "KubeApiServer":
        etcd, peer, self._port = free_ports(3)
        directory = self._directory
        (directory / "tokens.csv").write_text(f'{_ADMIN},admin,1,"system:masters"\n{_USER},tidegate,2\n')
        _output(["openssl", "genrsa", "-out", str(directory / "accounts.key"), "2048"])
        self._start("etcd", [
            self._etcd_binary, "--data-dir", directory / "etcd", "--unsafe-no-fsync", "--log-level", "error",
            "--listen-client-urls", f"http://127.0.0.1:{etcd}", "--advertise-client-urls", f"http://127.0.0.1:{etcd}",
            "--listen-peer-urls", f"http://127.0.0.1:{peer}",
            "--initial-advertise-peer-urls", f"http://127.0.0.1:{peer}",
            "--initial-cluster", f"default=http://127.0.0.1:{peer}",
        ])  # fmt: skip
        self._start("apiserver", [
            self._server_binary, "--etcd-servers", f"http://127.0.0.1:{etcd}",
            "--bind-address", "127.0.0.1", "--secure-port", self._port, "--cert-dir", directory / "certificates",
            "--authorization-mode", "RBAC", "--token-auth-file", directory / "tokens.csv",
            "--service-account-issuer", "https://kubernetes.default.svc",
            "--service-account-key-file", directory / "accounts.key",
            "--service-account-signing-key-file", directory / "accounts.key",
            "--service-cluster-ip-range", "10.96.0.0/12", "--endpoint-reconciler-type", "none",
        ])  # fmt: skip
        self._await_ready()
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def cpu(self) -> float:
        """Seconds of the API server and of etcd, so far."""
        return sum(cpu_seconds(process.pid) for process in self._processes)

    def kubeconfig(self) -> Path:
        """Of a user with the rights of docs/rbac.md: no list of Secrets."""
        file = self._directory / "kubeconfig"
        cluster = {
            "server": f"https://127.0.0.1:{self._port}",
            "certificate-authority": str(self._directory / "certificates" / "apiserver.crt"),
        }
        # JSON is YAML.
        file.write_text(json.dumps({
            "apiVersion": "v1", "kind": "Config", "current-context": "bench",
            "clusters": [{"name": "bench", "cluster": cluster}],
            "users": [{"name": "bench", "user": {"token": _USER}}],
            "contexts": [{"name": "bench", "context": {"cluster": "bench", "user": "bench"}}],
        }))  # fmt: skip
        return file

    def fill(self, ingresses: int) -> None:
        """So many Ingresses, each with a host, a certificate, a Service and a slice of its own."""
        say(f"making {ingresses} Ingresses, Secrets, Services and EndpointSlices")
        work = queue.Queue(1000)
        failures = []
        writers = [threading.Thread(target=self._write, args=(work, failures)) for _ in range(_WRITERS)]
        for writer in writers:
            writer.start()
        namespaces = max(1, ingresses // 100)
        admin = self.admin()
        for path, body in _setting(namespaces):
            admin.post(path, body)
        self.certificates = Certificates(self._directory)
        for number in range(ingresses):
            for item in _objects(number, number % namespaces, self.certificates):
                work.put(item)
        for _ in writers:
            work.put(None)
        for writer in writers:
            writer.join()
        if failures:
            raise BenchFailure(f"the API server took not all objects: {failures[0]}")

    def _start(self, name: str, command: list) -> None:
        with (self._directory / f"{name}.log").open("wb") as log:
            self._processes.append(
                subprocess.Popen(
                    [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
                )
            )

    def admin(self) -> "Admin":
        return Admin(self._connection())

    def _connection(self) -> http.client.HTTPSConnection:
        # Made by the server for itself a moment ago, on loopback.
        return http.client.HTTPSConnection("127.0.0.1", self._port, context=ssl._create_unverified_context(), timeout=60)

    def _await_ready(self) -> None:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            for process, name in zip(self._processes, ("etcd", "apiserver")):
                if process.poll() is not None:
                    words = (self._directory / f"{name}.log").read_text(errors="replace")[-1000:]
                    raise BenchFailure(f"{name} ended with status {process.returncode}:\n{words}")
            try:
                connection = self._connection()
                connection.request("GET", "/readyz", headers={"Authorization": f"Bearer {_ADMIN}"})
                if connection.getresponse().status == 200:
                    return
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.2)
        raise BenchFailure("the API server is not ready after two minutes")

    def _write(self, work: queue.Queue, failures: list) -> None:
        admin = self.admin()
        while (item := work.get()) is not None:
            try:
                admin.post(*item)
            except (BenchFailure, OSError, http.client.HTTPException) as failure:
                failures.append(failure)
                admin = self.admin()


class Admin:
    """Somebody who may do everything, on a connection that he keeps."""

    def __init__(self, connection: http.client.HTTPSConnection):
        self._connection = connection

    def get(self, path: str) -> dict:
        return self._send("GET", path)

    def post(self, path: str, body: dict) -> dict:
        """What is there already stays; whoever writes very much is asked to wait now and then."""
        for pause in (1, 2, 4, 8):
            try:
                return self._send("POST", path, body)
            except BenchFailure:
                time.sleep(pause)
        return self._send("POST", path, body)

    def patch(self, path: str, body: dict) -> dict:
        return self._send("PATCH", path, body, "application/merge-patch+json")

    def watch(self, path: str, version: str):
        """The events from now on, a line each; the connection is theirs."""
        address = f"{path}?watch=1&resourceVersion={version}"
        self._connection.request("GET", address, headers={"Authorization": f"Bearer {_ADMIN}"})
        response = self._connection.getresponse()
        if response.status != 200:
            raise BenchFailure(f"GET {address} gave status {response.status}: {response.read()[:200]}")
        return iter(response.readline, b"")

    def _send(self, method: str, path: str, body=None, media: str = "application/json") -> dict:
        headers = {"Authorization": f"Bearer {_ADMIN}", "Content-Type": media}
        self._connection.request(method, path, json.dumps(body) if body else None, headers)
        response = self._connection.getresponse()
        said = response.read()
        if response.status not in (200, 201, 409):
            raise BenchFailure(f"{method} {path} gave status {response.status}: {said[:200]}")
        return json.loads(said)


class Certificates:
    """RSA 2048 with the issuer in the chain, as cert-manager makes them.

    Few are really made: the others are copies with another name of the same length put in. Their signatures are worth
    nothing then, but it is clients who look at those; to whom serves them they are as good, and cost the same.
    """

    def __init__(self, directory: Path):
        directory = directory / "authority"
        directory.mkdir()
        key, issuer, request, leaf = (directory / name for name in ("ca.key", "ca.crt", "csr", "crt"))
        _output(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "90", "-subj", "/CN=Bench CA",
                 "-keyout", str(key), "-out", str(issuer)])  # fmt: skip
        extensions = directory / "extensions"
        extensions.write_text(
            f"subjectAltName=DNS:{_NAME}\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth\n"
            "authorityInfoAccess=OCSP;URI:http://ocsp.bench.example\nsubjectKeyIdentifier=hash\n"
            "authorityKeyIdentifier=keyid\n"
        )
        self._issuer = issuer.read_text()
        self._made = []
        for number in range(_TEMPLATES):
            own = directory / f"{number}.key"
            _output(["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={_NAME}", "-keyout", str(own),
                     "-out", str(request)])  # fmt: skip
            _output(["openssl", "x509", "-req", "-in", str(request), "-CA", str(issuer), "-CAkey", str(key),
                     "-days", "90", "-set_serial", str(2**126 + number), "-extfile", str(extensions),
                     "-out", str(leaf)])  # fmt: skip
            self._made.append((ssl.PEM_cert_to_DER_cert(leaf.read_text()), own.read_text()))

    def data(self, number: int, host: str) -> dict:
        der, key = self._made[number % _TEMPLATES]
        if len(host) != len(_NAME):
            raise BenchFailure(f"host {host}: of another length than {_NAME}")
        chain = ssl.DER_cert_to_PEM_cert(der.replace(_NAME.encode(), host.encode())) + self._issuer
        return {"tls.crt": _base64(chain), "tls.key": _base64(key)}


def _setting(namespaces: int):
    rbac = "/apis/rbac.authorization.k8s.io/v1/"
    read = ["get", "list", "watch"]
    yield "/apis/networking.k8s.io/v1/ingressclasses", {
        "metadata": {"name": "tidegate"},
        "spec": {"controller": "tidegate.dev/ingress-controller"},
    }
    yield rbac + "clusterroles", {
        "metadata": {"name": "tidegate"},
        "rules": [
            {"apiGroups": ["networking.k8s.io"], "resources": ["ingresses", "ingressclasses"], "verbs": read},
            {"apiGroups": [""], "resources": ["services"], "verbs": read},
            {"apiGroups": ["discovery.k8s.io"], "resources": ["endpointslices"], "verbs": read},
            {"apiGroups": [""], "resources": ["secrets"], "verbs": ["get", "watch"]},
        ],
    }
    yield rbac + "clusterrolebindings", {
        "metadata": {"name": "tidegate"},
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "tidegate"},
        "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": "tidegate"}],
    }
    for number in range(namespaces):
        yield "/api/v1/namespaces", {"metadata": {"name": f"bench-{number:03d}"}}


def _objects(number: int, namespace: int, certificates: Certificates):
    host, name, where = f"host-{number:05d}.bench.example", f"app-{number:05d}", f"namespaces/bench-{namespace:03d}"
    yield f"/api/v1/{where}/secrets", {
        "metadata": {
            "name": f"{name}-tls",
            "annotations": {
                "cert-manager.io/alt-names": host,
                "cert-manager.io/certificate-name": f"{name}-tls",
                "cert-manager.io/common-name": host,
                "cert-manager.io/issuer-kind": "ClusterIssuer",
                "cert-manager.io/issuer-name": "letsencrypt",
            },
        },
        "type": "kubernetes.io/tls",
        "data": certificates.data(number, host),
    }
    yield f"/api/v1/{where}/services", {
        "metadata": {"name": name, "labels": {"app": name}},
        "spec": {"selector": {"app": name}, "ports": [{"name": "http", "port": 80, "targetPort": 8080}]},
    }
    yield f"/apis/discovery.k8s.io/v1/{where}/endpointslices", {
        "metadata": {
            "name": f"{name}-x7k2p",
            "labels": {
                "kubernetes.io/service-name": name,
                "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
            },
        },
        "addressType": "IPv4",
        "ports": [{"name": "http", "port": 8080, "protocol": "TCP"}],
        "endpoints": [_endpoint(number, name, pod) for pod in range(2)],
    }
    path = {"path": "/", "pathType": "Prefix", "backend": {"service": {"name": name, "port": {"name": "http"}}}}
    yield f"/apis/networking.k8s.io/v1/{where}/ingresses", {
        "metadata": {"name": name, "annotations": {"nginx.ingress.kubernetes.io/proxy-body-size": "8m"}},
        "spec": {
            "ingressClassName": "tidegate",
            "tls": [{"hosts": [host], "secretName": f"{name}-tls"}],
            "rules": [{"host": host, "http": {"paths": [path]}}],
        },
    }


def _endpoint(number: int, name: str, pod: int) -> dict:
    return {
        "addresses": [f"10.{100 + pod}.{number // 250}.{1 + number % 250}"],
        "conditions": {"ready": True, "serving": True, "terminating": False},
        "nodeName": f"node-{pod}",
        "targetRef": {"kind": "Pod", "name": f"{name}-6d4b75cb6d-{pod:05d}"},
    }


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _output(command: list) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchFailure(f"{' '.join(command)} failed: {done.stderr.strip()[-1000:]}")
    return done.stdout.strip()
