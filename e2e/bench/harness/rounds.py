"""Rounds: A B C D, A B C D, … so that whatever else the machine does meets all of them alike.

Each round has processes of its own. A JVM compiles a little differently each time it starts, and keeps to that for its
life: rounds that shared one would all be its good ones, or all its bad ones.
"""

import contextlib
import time
from dataclasses import dataclass
from pathlib import Path

from . import answers, machine
from .certificate import Certificate
from .failure import say
from .load_tools import LoadTools
from .origin import Origin
from .proxy import Proxy
from .scenario import Sample, Scenario

_ATTEMPTS, _PATIENCE = 3, 20  # seconds


@dataclass(frozen=True)
class Result:
    scenario: Scenario
    samples: dict  # rival key -> a sample per round


@dataclass(frozen=True)
class Bench:
    """What all rounds share."""

    scratch: Path
    origin: Origin
    load: LoadTools
    certificate: Certificate
    cpu: int  # of the proxies


def measure(bench: Bench, rivals: list, chosen) -> tuple:
    """The results, one for each scenario, and the version of each rival by its key."""
    taken, versions = [], {}
    for number in range(1, chosen.rounds + 1):
        with contextlib.ExitStack() as stack:
            proxies = [stack.enter_context(_start(rival, number, bench)) for rival in rivals]
            for proxy in proxies:
                answers.check(proxy, bench.load, chosen.scenarios)
            say(f"all answer alike; round {number}/{chosen.rounds}")
            taken.append({scenario.key: _round(scenario, proxies, bench) for scenario in chosen.scenarios})
            versions = {proxy.rival.key: proxy.version for proxy in proxies}
    return [_gather(scenario, rivals, taken) for scenario in chosen.scenarios], versions


def _start(rival, number: int, bench: Bench) -> Proxy:
    return Proxy(rival, bench.scratch / f"{rival.key}-{number}", bench.origin, bench.certificate, bench.cpu)


def _round(scenario: Scenario, proxies: list, bench: Bench) -> dict:
    for proxy in proxies:
        _warm_up(scenario, proxy, bench)
    samples = {}
    for proxy in proxies:
        samples[proxy.rival.key] = sample = _undisturbed(scenario, proxy, bench)
        _tell("", scenario, proxy, sample)
    return samples


def _gather(scenario: Scenario, rivals: list, taken: list) -> Result:
    return Result(scenario, {rival.key: [one[scenario.key][rival.key] for one in taken] for rival in rivals})


def _warm_up(scenario: Scenario, proxy: Proxy, bench: Bench) -> None:
    wanted, done = proxy.rival.warm_up * scenario.warm_up, 0
    short = bench.load.warming_up(2)
    while done < wanted:
        sample = _sample(scenario, proxy, bench.origin, short)
        done += sample.load.completed
    _tell(f"warm after {done} requests", scenario, proxy, sample)


def _undisturbed(scenario: Scenario, proxy: Proxy, bench: Bench) -> Sample:
    """The first of some samples during which others were quiet, or the one with the least of them."""
    taken = []
    while len(taken) < _ATTEMPTS:
        if scenario.metric.by_clock or taken:
            machine.await_quiet(lambda: sum(bench.origin.process.cpu()), _PATIENCE)
        taken.append(_sample(scenario, proxy, bench.origin, bench.load))
        if _disturbance(scenario, taken[-1]) < machine.QUIET:
            break
    return min(taken, key=lambda sample: _disturbance(scenario, sample))


def _disturbance(scenario: Scenario, sample: Sample) -> float:
    # What is measured by the clock leaves out by itself what the hypervisor took.
    taken = sample.bystanders["stolen"] if scenario.metric.by_clock else 0
    return sample.bystanders["others"] - taken


def _sample(scenario: Scenario, proxy: Proxy, origin: Origin, load: LoadTools) -> Sample:
    proxy.empty_logs()
    allocated = proxy.allocated()
    bystanders, origin_before = machine.Bystanders(), origin.process.cpu()
    before = proxy.process.cpu()
    done = scenario.run(load, proxy.site, scenario.exchange)
    cpu = proxy.process.cpu().since(before)
    ours = sum(cpu) + sum(origin.process.cpu().since(origin_before)) + done.cpu_seconds
    shares = bystanders.share(ours)
    proxy.process.check_alive()
    answers.check_sample(proxy, scenario, done)
    resident, logged = proxy.process.resident_mib(), _logged(proxy, done.completed)
    since = None if allocated is None else proxy.allocated() - allocated
    return Sample(done, cpu, resident, logged, shares, since)


def _logged(proxy: Proxy, expected: int) -> int:
    """The lines of the access log, with a moment's patience for one that is written behind the requests' back."""
    if not proxy.rival.access_log:
        return 0
    deadline = time.monotonic() + 2
    while (lines := proxy.access_log_lines()) < expected and time.monotonic() < deadline:
        time.sleep(0.1)
    return lines


def _tell(moment: str, scenario: Scenario, proxy: Proxy, sample: Sample) -> None:
    figure = f"{scenario.metric.of(sample):9.1f} {scenario.metric.unit}"
    rate = sample.load.completed / sample.load.seconds
    trouble = f", {sample.load.failed} failed" if sample.load.failed else ""
    say(f"  {scenario.key:10} {moment:26} {proxy.rival.title:32} {figure}, {rate:8.0f}/s{trouble}")
