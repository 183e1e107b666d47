"""The numbers that Tidegate is to reach. Each script shows those that it measures."""

from harness.figures import Ratio, allocated_kib
from harness.target import Target, table_of_targets

# Scenario and rival: Tidegate's figure divided by the rival's.
AGAINST = {
    ("http1", "ingress-nginx"): Target(0.75, 0.65),
    ("http1", "caddy"): Target(0.25),
    ("http1", "haproxy"): Target(1.6, 1.3),
    ("h2", "ingress-nginx"): Target(1.0, 0.7),
    ("grpc", "ingress-nginx"): Target(1.0, 0.7),
    ("tls", "nginx"): Target(1.2, 1.0),
    ("handshake", "nginx"): Target(1.8, 1.3),
    ("resumed", "nginx"): Target(1.8, 1.3),
    ("body", "nginx"): Target(0.8, 1.0, at_least=True),
    ("p99", "nginx"): Target(1.5, 1.0),
}
# What the first version that could be started took, 9b6871d, measured by this same script.
_FIRST_ALLOCATED = 4.22
# Scenario: KiB of heap per request.
ALLOCATED = {"http1": Target(_FIRST_ALLOCATED / 2, 2.0, "KiB")}

READY = Target(1.5, 0.7, "s")
IDLE = Target(160, 110, "MiB")
OPEN = Target(220, 150, "MiB")
COLD_CPU = Target(2.5, 1.5)
COLD_P99 = Target(5.0, 2.0)


def reached(results: list, rivals: dict) -> str:
    """The table of what one run of the bench has measured."""
    rows = []
    for result in results:
        scenario, mine = result.scenario, result.samples.get("tidegate")
        for key, theirs in result.samples.items() if mine else ():
            if target := AGAINST.get((scenario.key, key)):
                measure = f"{scenario.title}: {scenario.metric.unit} ÷ {rivals[key].title}"
                rows.append(target.row(measure, Ratio.between(scenario, mine, theirs).paired))
        if mine and (target := ALLOCATED.get(scenario.key)):
            rows.append(target.row(f"{scenario.title}: allocated per request", allocated_kib(mine)))
    return table_of_targets(rows)
