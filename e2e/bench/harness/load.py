"""What a load tool got done."""

import math
import re
from dataclasses import dataclass
from typing import Optional

from .failure import BenchFailure


@dataclass(frozen=True)
class Latency:
    """Of requests that came at half of the rate that a proxy can do."""

    per_second: float
    through: float  # µs: the p99 through the proxy
    alone: float  # µs: the p99 of the origin, asked for as much without the proxy
    seconds: float  # that it took to have both undisturbed

    @property
    def added(self) -> float:
        # A tenth of a millisecond cannot be told from none, and something is needed to divide by.
        return max(100.0, self.through - self.alone)


@dataclass(frozen=True)
class Load:
    """What a load tool really got done."""

    completed: int
    failed: int  # not 2xx, cut off, timed out or refused
    seconds: float
    body_bytes: int  # of the answers
    protocol: str  # http/1.1 or h2
    tls: Optional[str] = None
    cipher: Optional[str] = None
    resumed: Optional[int] = None  # handshakes that reused a session, where each request makes one
    in_flight: int = 0  # at most this many were cut off by the end of the time, each maybe with a part of its body
    sent_bytes: int = 0  # of the bodies of the requests that were completed
    latency: Optional[Latency] = None  # where it was looked at
    cpu_seconds: float = 0.0  # of the tool itself


@dataclass(frozen=True)
class Timed:
    load: Load
    micros: list  # that each request took

    def p99(self) -> int:
        """Microseconds that 99 of 100 requests did not exceed."""
        return sorted(self.micros)[max(0, math.ceil(len(self.micros) * 0.99) - 1)]


def read_h2load(output: str) -> Load:
    def found(pattern: str) -> Optional[str]:
        match = re.search(pattern, output, re.MULTILINE)
        return match.group(1) if match else None

    succeeded = found(r"^requests: .* (\d+) succeeded")
    if succeeded is None:
        raise BenchFailure(f"h2load said nothing that can be read:\n{output[-1000:]}")
    # A redirect is a success to h2load. Its count of 2xx is not the one to take: it includes answers that had begun
    # when the time was over.
    redirected = int(found(r"^status codes: .* (\d+) 3xx") or 0)
    lost = sum(int(found(rf"^requests: .* (\d+) {word}") or 0) for word in ("failed", "timeout"))
    return Load(
        completed=int(succeeded) - redirected,
        failed=lost + redirected,
        seconds=_seconds(found(r"^finished in ([^,]+),")),
        body_bytes=int(found(r"\((\d+)\) data$") or 0),
        protocol=found(r"^Application protocol: (\S+)") or "none",
        tls=found(r"^TLS Protocol: (\S+)"),
        cipher=found(r"^Cipher: (\S+)"),
    )


def _seconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m|h)", text).groups()
    return float(number) * {"us": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600}[unit]
