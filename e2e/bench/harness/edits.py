"""What people and controllers change, one thing at a time, and how a request shows that it is served.

Each kind takes turns over a few Ingresses of its own, so that no edit meets the one before it.
"""

from .kube import Admin, Certificates

_TURNS = 10
_NAMESPACE = "edits"
_CORE = f"/api/v1/namespaces/{_NAMESPACE}"
_INGRESSES = f"/apis/networking.k8s.io/v1/namespaces/{_NAMESPACE}/ingresses"
_SLICES = f"/apis/discovery.k8s.io/v1/namespaces/{_NAMESPACE}/endpointslices"

INGRESSES = "/apis/networking.k8s.io/v1/ingresses"
SLICES = "/apis/discovery.k8s.io/v1/endpointslices"


class NewPath:
    title = "a path is added"
    watched = INGRESSES

    def set_up(self, admin: Admin, number: int) -> None:
        admin.post(_INGRESSES, _ingress(f"path-{number}", {"/base": "one"}))

    def prepare(self, admin: Admin, number: int) -> None:
        pass

    def make(self, admin: Admin, number: int) -> dict:
        name = f"path-{number % _TURNS}"
        return admin.patch(f"{_INGRESSES}/{name}", {"spec": _spec(name, {"/base": "one", f"/{number}": "one"})})

    def probe(self, number: int) -> tuple:
        return _host(f"path-{number % _TURNS}"), f"/{number}"

    def shows(self, number: int, answer: tuple) -> bool:
        return answer == (200, b"one")


class OtherBackend:
    title = "a path gets another Service"
    watched = INGRESSES

    def set_up(self, admin: Admin, number: int) -> None:
        admin.post(_INGRESSES, _ingress(f"backend-{number}", {"/": "one"}))

    def prepare(self, admin: Admin, number: int) -> None:
        pass

    def make(self, admin: Admin, number: int) -> dict:
        name = f"backend-{number % _TURNS}"
        return admin.patch(f"{_INGRESSES}/{name}", {"spec": _spec(name, {"/": _in_turn(number)})})

    def probe(self, number: int) -> tuple:
        return _host(f"backend-{number % _TURNS}"), "/"

    def shows(self, number: int, answer: tuple) -> bool:
        return answer == (200, _in_turn(number).encode())


class OtherEndpoints:
    """What a rolling update does, over and over."""

    title = "a Service gets other endpoints"
    watched = SLICES

    def __init__(self, address: str, ports: dict):
        self._address, self._ports = address, ports

    def set_up(self, admin: Admin, number: int) -> None:
        name = f"pods-{number}"
        for path, body in service(name, self._address, self._ports["one"]):
            admin.post(path, body)
        admin.post(_INGRESSES, _ingress(name, {"/": name}))

    def prepare(self, admin: Admin, number: int) -> None:
        pass

    def make(self, admin: Admin, number: int) -> dict:
        ports = [{"name": "http", "port": self._ports[_in_turn(number)], "protocol": "TCP"}]
        return admin.patch(f"{_SLICES}/pods-{number % _TURNS}", {"ports": ports})

    def probe(self, number: int) -> tuple:
        return _host(f"pods-{number % _TURNS}"), "/"

    def shows(self, number: int, answer: tuple) -> bool:
        return answer == (200, _in_turn(number).encode())


class NewIngress:
    title = "an Ingress is new"
    watched = INGRESSES

    def set_up(self, admin: Admin, number: int) -> None:
        pass

    def prepare(self, admin: Admin, number: int) -> None:
        pass

    def make(self, admin: Admin, number: int) -> dict:
        return admin.post(_INGRESSES, _ingress(f"new-{number}", {"/": "one"}))

    def probe(self, number: int) -> tuple:
        return _host(f"new-{number}"), "/"

    def shows(self, number: int, answer: tuple) -> bool:
        return answer == (200, b"one")


class NewIngressWithCertificate:
    """Its Secret is there before it, unknown to Tidegate, which asks for it by name."""

    title = "an Ingress with a certificate is new"
    watched = INGRESSES

    def __init__(self, certificates: Certificates):
        self._certificates = certificates

    def set_up(self, admin: Admin, number: int) -> None:
        pass

    def prepare(self, admin: Admin, number: int) -> None:
        data = self._certificates.data(number, self.probe(number)[0])
        admin.post(
            f"{_CORE}/secrets", {"metadata": {"name": f"tls-{number}"}, "type": "kubernetes.io/tls", "data": data}
        )

    def make(self, admin: Admin, number: int) -> dict:
        ingress = _ingress(f"tls-{number}", {"/": "one"})
        host = self.probe(number)[0]
        ingress["spec"]["rules"][0]["host"] = host
        ingress["spec"]["tls"] = [{"hosts": [host], "secretName": f"tls-{number}"}]
        return admin.post(_INGRESSES, ingress)

    def probe(self, number: int) -> tuple:
        return f"edit-{number:05d}.bench.example", "/"

    def shows(self, number: int, answer: tuple) -> bool:
        return answer[0] == 308  # to https, where there is a certificate


def set_up(admin: Admin, kinds: list, address: str, ports: dict) -> None:
    admin.post("/api/v1/namespaces", {"metadata": {"name": _NAMESPACE}})
    for name, port in ports.items():
        for path, body in service(name, address, port):
            admin.post(path, body)
    for kind in kinds:
        for number in range(_TURNS):
            kind.set_up(admin, number)


def service(name: str, address: str, port: int):
    yield f"{_CORE}/services", {
        "metadata": {"name": name},
        "spec": {"selector": {"app": name}, "ports": [{"name": "http", "port": 80, "targetPort": port}]},
    }
    yield _SLICES, {
        "metadata": {"name": name, "labels": {"kubernetes.io/service-name": name}},
        "addressType": "IPv4",
        "ports": [{"name": "http", "port": port, "protocol": "TCP"}],
        "endpoints": [{"addresses": [address], "conditions": {"ready": True}}],
    }


def _in_turn(number: int) -> str:
    return "two" if number // _TURNS % 2 == 0 else "one"


def _host(name: str) -> str:
    return f"{name}.edits.example"


def _ingress(name: str, paths: dict) -> dict:
    return {"metadata": {"name": name}, "spec": {"ingressClassName": "tidegate", **_spec(name, paths)}}


def _spec(name: str, paths: dict) -> dict:
    made = [
        {"path": path, "pathType": "Prefix", "backend": {"service": {"name": backend, "port": {"name": "http"}}}}
        for path, backend in paths.items()
    ]
    return {"rules": [{"host": _host(name), "http": {"paths": made}}]}
