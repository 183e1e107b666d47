"""What is asked of the origin and what it must answer: what scenarios, checks, load tools and the origin agree on."""

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Exchange:
    path: str
    answer: bytes
    body: Optional[bytes] = None  # that is posted; None where nothing is
    headers: tuple = ()  # "name: value", of the request
    trailers: tuple = ()  # "name: value", of the answer; those of gRPC need HTTP/2 all the way

    @property
    def seen(self) -> str:
        """Beside it, what the origin saw of a request."""
        return self.path.rpartition("/")[0] + "/seen"


KIB = Exchange("/kib", (b"Tidegate bench, one KiB. " * 41)[:1024])
MIB = Exchange("/mib", KIB.answer * 1024)
UPLOAD = Exchange("/upload", str(len(MIB.answer)).encode(), MIB.answer)

# Before a message gRPC sends a byte that says that it is not compressed, and its length.
_MESSAGE = b"\0" + (100).to_bytes(4, "big") + KIB.answer[:100]
_GRPC = ("content-type: application/grpc", "te: trailers")
GRPC = Exchange("/bench.Echo/unary", _MESSAGE, _MESSAGE, _GRPC, ("grpc-status: 0",))
