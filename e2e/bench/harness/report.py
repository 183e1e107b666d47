"""The report: a Markdown table for people, and every sample as JSON for whoever wants to count again."""

import json
from dataclasses import asdict
from statistics import median

from . import document
from .failure import say
from .figures import Figures, Ratio, Spread, allocated_kib

_YARDSTICK, _SUBJECT = "nginx", "tidegate"
_QUIET = 5  # per cent of all cores that others may use before the report warns


class Report:
    def __init__(self, facts: dict, chosen, rivals: dict, versions: dict, absent: dict, results: list, targets: str):
        self._facts, self._chosen, self._absent, self._results = facts, chosen, absent, results
        self._versions = versions  # of those that ran, by their keys
        self._targets = targets  # the table of those that this run has measured
        self._rivals = {key: rivals[key] for key in versions}

    def save(self, chosen) -> None:
        if chosen.json:
            chosen.json.write_text(json.dumps(self.raw(), indent=1, ensure_ascii=False) + "\n")
            say(f"every sample is in {chosen.json}")
        if chosen.write:
            document.put("bench", self.markdown())

    def raw(self) -> dict:
        return {
            "command": self._chosen.command,
            "machine": self._facts,
            "proxies": {
                key: {"title": rival.title, "version": self._versions[key], "switched_on": rival.switched_on}
                for key, rival in self._rivals.items()
            },
            "absent": self._absent,
            "scenarios": {
                result.scenario.key: {
                    "title": result.scenario.title,
                    "unit": result.scenario.metric.unit,
                    "samples": {key: [_raw(result, one) for one in all_] for key, all_ in result.samples.items()},
                }
                for result in self._results
            },
        }

    def markdown(self) -> str:
        parts = [f"Made by `{self._chosen.command}`.", self._targets, self._machine()]
        parts += [self._scenario(result) for result in self._results]
        parts += [self._against(), self._allocated(), self._switched_on(), self._missing()]
        return "\n\n".join(part for part in parts if part)

    def _machine(self) -> str:
        samples = [one for result in self._results for all_ in result.samples.values() for one in all_]
        others = Spread.of([one.bystanders["others"] * 100 for one in samples])
        stolen = max(one.bystanders["stolen"] for one in samples) * 100
        noise = f"of all cores: {others.median:.0f} % in the middle sample, {others.high:.0f} % in the worst"
        rows = {**self._facts, "Used by others": f"{noise}; taken by the hypervisor, of that, at most {stolen:.0f} %"}
        table = document.table(["Machine", ""], [list(row) for row in rows.items()])
        busy = "⚠ Others used much of the machine during this run: trust the ratios little, and the figures less."
        return f"{table}\n\n{busy}" if others.median > _QUIET else table

    def _scenario(self, result) -> str:
        metric = result.scenario.metric
        better = "lower" if metric.lower_is_better else "higher"
        rows = {}
        for key, samples in result.samples.items():
            rival = self._rivals[key]
            figures = Figures.of(result.scenario, samples, rival.access_log is not None)
            ratio = Ratio.between(result.scenario, samples, result.samples.get(_YARDSTICK))
            cells = [column.of(samples) for column in metric.columns]
            row = [rival.title, *_figure(figures.value), *_ratios(ratio), *cells, _errors(figures)]
            rows[figures.value.median] = rows.get(figures.value.median, []) + [row]
        ordered = [row for value in sorted(rows, reverse=not metric.lower_is_better) for row in rows[value]]
        columns = [column.title for column in metric.columns]
        head = ["Proxy", metric.unit, "min–max", "÷ nginx", "÷ nginx, paired (min–max)", *columns, "errors"]
        table = document.table(head, ordered)
        return f"### {result.scenario.title}\n\n{metric.unit}, median of the rounds; {better} is better.\n\n{table}"

    def _against(self) -> str:
        """Tidegate divided by each rival: what the targets speak of."""
        others = [key for key in self._rivals if key != _SUBJECT]
        if _SUBJECT not in self._rivals or not others:
            return ""
        rows = []
        for result in self._results:
            mine = result.samples[_SUBJECT]
            ratios = [Ratio.between(result.scenario, mine, result.samples[key]) for key in others]
            rows.append([f"{result.scenario.title}, {result.scenario.metric.unit}", *map(_paired, ratios)])
        head = ["Tidegate ÷", *(self._rivals[key].title for key in others)]
        return f"### Tidegate against each\n\nMedian of the paired ratios (min–max).\n\n{document.table(head, rows)}"

    def _allocated(self) -> str:
        """Of each JVM among them."""
        rows = [
            [rival.title, result.scenario.title, f"{kib.median:.2f}", f"{kib.low:.2f}–{kib.high:.2f}"]
            for key, rival in self._rivals.items()
            for result in self._results
            if (kib := allocated_kib(result.samples[key]))
        ]
        table = document.table(["Proxy", "Scenario", "KiB per request", "min–max"], rows)
        return f"### Allocated on the heap\n\nAll threads, by the JVM's own count.\n\n{table}" if rows else ""

    def _switched_on(self) -> str:
        rows = [
            [rival.title, self._versions[key], rival.switched_on, f"{self._resident(key):.0f} MiB"]
            for key, rival in self._rivals.items()
        ]
        head = ["Proxy", "Version", "On", "RSS under load"]
        return "### What each row has switched on\n\n" + document.table(head, rows)

    def _resident(self, key: str) -> float:
        return median(one.resident_mib for result in self._results for one in result.samples[key])

    def _missing(self) -> str:
        return "\n".join(f"Not measured: {title}, {why}." for title, why in self._absent.items())


def _figure(value: Spread) -> list:
    digits = 1 if value.median < 1000 else 0
    return [f"**{value.median:.{digits}f}**", f"{value.low:.{digits}f}–{value.high:.{digits}f}"]


def _ratios(ratio) -> list:
    return [f"{ratio.of_medians:.2f}" if ratio else "–", _paired(ratio)]


def _paired(ratio) -> str:
    return f"{ratio.paired.median:.2f} ({ratio.paired.low:.2f}–{ratio.paired.high:.2f})" if ratio else "–"


def _errors(figures: Figures) -> str:
    marks = []
    if figures.failed:
        marks.append(f"⚠ {figures.failed} of {figures.completed + figures.failed} requests failed")
    if figures.unlogged:
        marks.append(f"⚠ {figures.unlogged} of {figures.completed} not in the access log")
    if figures.unresumed:
        marks.append(f"⚠ {figures.unresumed} of {figures.completed} handshakes did not resume")
    return "; ".join(marks) or "none"


def _raw(result, sample) -> dict:
    return {"value": result.scenario.metric.of(sample), **asdict(sample), "cpu": sample.cpu._asdict()}

