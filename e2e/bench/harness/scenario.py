"""A scenario and the figure that it yields."""

from dataclasses import dataclass
from typing import Callable

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

    def micros_per_request(self, seconds: float) -> float:
        return seconds * 1e6 / self.load.completed


@dataclass(frozen=True)
class Metric:
    unit: str
    lower_is_better: bool
    of: Callable[[Sample], float]


CPU_PER_REQUEST = Metric("CPU-µs per request", True, lambda sample: sample.micros_per_request(sum(sample.cpu)))
MEGABYTES_PER_CPU_SECOND = Metric(
    "MB per CPU-second", False, lambda sample: sample.load.body_bytes / 1e6 / max(sum(sample.cpu), 1e-9)
)


@dataclass(frozen=True)
class Scenario:
    key: str
    title: str
    metric: Metric
    scheme: str
    protocol: str  # that every answer must have come by
    path: str  # on the origin; its body is what every answer must hold
    run: Callable
    warm_up: float  # the share of a rival's warm-up requests
    resumes: bool  # whether each connection is to resume a session


class Scenarios(dict):
    """Key to scenario, in the order they are run; the key is the function's name."""

    def add(self, title, metric, scheme, protocol, path, warm_up=1.0, resumes=False):
        def added(run):
            key = run.__name__
            self[key] = Scenario(key, title, metric, scheme, protocol, path, run, warm_up, resumes)
            return run

        return added
