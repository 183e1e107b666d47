"""A scenario and the figure that it yields."""

from dataclasses import dataclass
from statistics import median
from typing import Callable, Optional

from .exchange import Exchange
from .load import Load
from .process import CpuTime


@dataclass(frozen=True)
class Sample:
    """One proxy under load once."""

    load: Load
    cpu: CpuTime  # of the proxy, all its processes, from before the load to after it
    resident_mib: float
    logged: int  # lines in its access log
    bystanders: dict
    allocated: Optional[int]  # bytes on the heap of a JVM; None where nobody counts

    def micros_per_request(self, seconds: float) -> float:
        return seconds * 1e6 / self.load.completed


@dataclass(frozen=True)
class Column:
    """What the table says beside the figure."""

    title: str
    of: Callable[[list], str]  # the samples of all rounds


def _middle(title: str, *values: Callable[[Sample], float], digits: int = 0) -> Column:
    def text(samples: list) -> str:
        return " + ".join(f"{median(value(sample) for sample in samples):.{digits}f}" for value in values)

    return Column(title, text)


@dataclass(frozen=True)
class Metric:
    unit: str
    lower_is_better: bool
    of: Callable[[Sample], float]
    columns: tuple
    by_clock: bool = False  # so that it is the neighbours' too, and is taken while they are quiet


# Requests per second of wall-clock time say more about the machine than about the proxy.
_COST = (
    _middle(
        "user + system µs",
        lambda sample: sample.micros_per_request(sample.cpu.user),
        lambda sample: sample.micros_per_request(sample.cpu.system),
        digits=1,
    ),
    _middle("requests/s", lambda sample: sample.load.completed / sample.load.seconds),
)
_LATENCY = (
    _middle("p99 through it", lambda sample: sample.load.latency.through),
    _middle("p99 of the origin alone", lambda sample: sample.load.latency.alone),
    _middle("requests/s, half of its maximum", lambda sample: sample.load.latency.per_second),
    Column("others used, worst", lambda samples: f"{max(one.bystanders['others'] for one in samples) * 100:.0f} %"),
    _middle("seconds, to have both undisturbed", lambda sample: sample.load.latency.seconds),
)

CPU_PER_REQUEST = Metric("CPU-µs per request", True, lambda sample: sample.micros_per_request(sum(sample.cpu)), _COST)
MEGABYTES_PER_CPU_SECOND = Metric(
    "MB per CPU-second",
    False,
    lambda sample: (sample.load.body_bytes + sample.load.sent_bytes) / 1e6 / max(sum(sample.cpu), 1e-9),
    _COST,
)
ADDED_P99 = Metric("µs added to the p99", True, lambda sample: sample.load.latency.added, _LATENCY, True)


@dataclass(frozen=True)
class Scenario:
    key: str
    title: str
    metric: Metric
    scheme: str
    protocol: str  # that every answer must have come by
    exchange: Exchange
    run: Callable
    warm_up: float  # the share of a rival's warm-up requests
    resumes: bool  # whether each connection is to resume a session


class Scenarios(dict):
    """Key to scenario, in the order they are run; the key is the function's name."""

    def add(self, title, metric, scheme, protocol, exchange, warm_up=1.0, resumes=False):
        def added(run):
            key = run.__name__
            self[key] = Scenario(key, title, metric, scheme, protocol, exchange, run, warm_up, resumes)
            return run

        return added
