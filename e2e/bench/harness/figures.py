"""From samples to what the table shows."""

from dataclasses import dataclass
from statistics import median
from typing import Optional


@dataclass(frozen=True)
class Spread:
    """The middle of several rounds, and how far they lay apart."""

    median: float
    low: float
    high: float

    @staticmethod
    def of(values: list) -> "Spread":
        return Spread(median(values), min(values), max(values))

    def text(self, digits: int, unit: str = "") -> str:
        """The middle in bold, and the range behind it."""
        middle = f"**{self.median:.{digits}f}**{unit and ' ' + unit}"
        return f"{middle} ({self.low:.{digits}f}–{self.high:.{digits}f})" if self.low < self.high else middle


@dataclass(frozen=True)
class Figures:
    """One proxy in one scenario."""

    value: Spread
    completed: int
    failed: int
    unlogged: int  # requests without a line in the access log, where it is said to be on
    unresumed: int  # handshakes that were full ones, where they should not have been

    @staticmethod
    def of(scenario, samples: list, logs: bool) -> "Figures":
        return Figures(
            Spread.of([scenario.metric.of(sample) for sample in samples]),
            sum(sample.load.completed for sample in samples),
            sum(sample.load.failed for sample in samples),
            sum(max(0, sample.load.completed - sample.logged) for sample in samples) if logs else 0,
            sum(_unresumed(sample.load) for sample in samples) if scenario.resumes else 0,
        )


def _unresumed(load) -> int:
    # The first of each client has no session to resume yet.
    return max(0, load.completed - load.in_flight - load.resumed)


@dataclass(frozen=True)
class Ratio:
    """One proxy against another: of the medians, and paired, round by round."""

    of_medians: float
    paired: Spread

    @staticmethod
    def between(scenario, samples: list, others: Optional[list]) -> Optional["Ratio"]:
        if not others:
            return None
        ours, theirs = ([scenario.metric.of(sample) for sample in each] for each in (samples, others))
        return Ratio(median(ours) / median(theirs), Spread.of([one / two for one, two in zip(ours, theirs)]))


def allocated_kib(samples: list) -> Optional[Spread]:
    """Per request; nothing where nobody counts."""
    if any(sample.allocated is None for sample in samples):
        return None
    return Spread.of([sample.allocated / sample.load.completed / 1024 for sample in samples])
