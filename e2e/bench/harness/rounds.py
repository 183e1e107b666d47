"""Warm-up, then rounds: A B C D, A B C D, … so that whatever else the machine does meets all of them alike."""

import time
from dataclasses import dataclass

from . import answers, machine
from .failure import say
from .scenario import Sample, Scenario

_ATTEMPTS, _PATIENCE = 3, 20  # seconds


@dataclass(frozen=True)
class Result:
    scenario: Scenario
    samples: dict  # rival key -> a sample per round


def measure(scenario: Scenario, proxies: list, origin, load, chosen) -> Result:
    say(f"{scenario.title}: warming up")
    for proxy in proxies:
        _warm_up(scenario, proxy, origin, load)
    samples = {proxy.rival.key: [] for proxy in proxies}
    for number in range(1, chosen.rounds + 1):
        for proxy in proxies:
            sample = _undisturbed(scenario, proxy, origin, load)
            samples[proxy.rival.key].append(sample)
            _tell(f"round {number}/{chosen.rounds}", scenario, proxy, sample)
    return Result(scenario, samples)


def _warm_up(scenario: Scenario, proxy, origin, load) -> None:
    wanted, done = proxy.rival.warm_up * scenario.warm_up, 0
    short = load.lasting(2)
    while done < wanted:
        sample = _sample(scenario, proxy, origin, short)
        done += sample.load.completed
    _tell(f"warm after {done} requests", scenario, proxy, sample)


def _undisturbed(scenario: Scenario, proxy, origin, load) -> Sample:
    """The first of some samples during which others were quiet, or the one with the least of them."""
    taken = []
    while len(taken) < _ATTEMPTS:
        if scenario.metric.by_clock or taken:
            machine.await_quiet(lambda: sum(origin.process.cpu()), _PATIENCE)
        taken.append(_sample(scenario, proxy, origin, load))
        if _disturbance(scenario, taken[-1]) < machine.QUIET:
            break
    return min(taken, key=lambda sample: _disturbance(scenario, sample))


def _disturbance(scenario: Scenario, sample: Sample) -> float:
    # What is measured by the clock leaves out by itself what the hypervisor took.
    taken = sample.bystanders["stolen"] if scenario.metric.by_clock else 0
    return sample.bystanders["others"] - taken


def _sample(scenario: Scenario, proxy, origin, load) -> Sample:
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


def _logged(proxy, expected: int) -> int:
    """The lines of the access log, with a moment's patience for one that is written behind the requests' back."""
    if not proxy.rival.access_log:
        return 0
    deadline = time.monotonic() + 2
    while (lines := proxy.access_log_lines()) < expected and time.monotonic() < deadline:
        time.sleep(0.1)
    return lines


def _tell(moment: str, scenario: Scenario, proxy, sample: Sample) -> None:
    figure = f"{scenario.metric.of(sample):9.1f} {scenario.metric.unit}"
    rate = sample.load.completed / sample.load.seconds
    trouble = f", {sample.load.failed} failed" if sample.load.failed else ""
    say(f"  {scenario.key:10} {moment:26} {proxy.rival.title:32} {figure}, {rate:8.0f}/s{trouble}")
