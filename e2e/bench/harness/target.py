"""A number to reach, and whether it was."""

from dataclasses import dataclass
from typing import Optional

from . import document
from .figures import Spread


@dataclass(frozen=True)
class Target:
    limit: float
    stretch: Optional[float] = None
    unit: str = "×"
    at_least: bool = False

    def row(self, measure: str, measured: Spread) -> list:
        """The cells of the table; what counts is the median."""
        found = measured.text(0 if measured.median >= 100 else 2, self.unit)
        return [measure, self._text(self.limit), self._text(self.stretch), found, self._verdict(measured.median)]

    def _text(self, number: Optional[float]) -> str:
        return "–" if number is None else f"{'≥' if self.at_least else '≤'} {number:g} {self.unit}"

    def _verdict(self, value: float) -> str:
        if not self._holds(value, self.limit):
            return "**missed**"
        return "met, the stretch too" if self.stretch is not None and self._holds(value, self.stretch) else "met"

    def _holds(self, value: float, limit: float) -> bool:
        return value >= limit if self.at_least else value <= limit


def table_of_targets(rows: list) -> str:
    """Rows of Target.row."""
    head = ["Measure", "Target", "Stretch", "Measured, median (min–max)", ""]
    return "### Targets\n\n" + document.table(head, rows) if rows else ""
