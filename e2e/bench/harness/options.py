"""The command line: what to measure, how long, and where the results go."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional


@dataclass(frozen=True)
class Options:
    rivals: tuple  # keys, in the order of the rounds
    named: bool  # the rivals were named with --only, so an absent one is an error and not a remark
    scenarios: tuple
    rounds: int
    seconds: int  # of load per sample
    connections: int
    write: bool
    json: Optional[Path]
    command: str  # that reproduces this run


def parse(arguments: list, description: str, rivals: dict, scenarios: dict) -> Options:
    parser = argparse.ArgumentParser(
        prog="e2e/bench/run",
        description=description,
        epilog=_epilog(rivals, scenarios),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rounds", type=_positive, default=5, metavar="N", help="interleaved rounds (default 5)")
    parser.add_argument("--seconds", type=_positive, default=5, metavar="N", help="load per sample (default 5)")
    parser.add_argument("--connections", type=_positive, default=64, metavar="N", help="of the clients (default 64)")
    parser.add_argument("--only", type=_names(rivals), metavar="RIVAL,...", help="measure these, in this order")
    parser.add_argument("--scenario", type=_names(scenarios), metavar="NAME,...", help="run these (default all)")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every sample to FILE")
    chosen = parser.parse_args(arguments)
    return Options(
        rivals=tuple(chosen.only or rivals),
        named=chosen.only is not None,
        scenarios=tuple(scenarios[key] for key in chosen.scenario or scenarios),
        rounds=chosen.rounds,
        seconds=chosen.seconds,
        connections=chosen.connections,
        write=chosen.write,
        json=chosen.json,
        command=" ".join(["e2e/bench/run", *_without_json(arguments)]),
    )


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"'{text}' (expected: a whole number of at least 1)")
    return int(text)


def _names(known: dict) -> Any:
    def names(text: str) -> list:
        wanted = [name.strip() for name in text.split(",")]
        for name in wanted:
            if name not in known:
                raise argparse.ArgumentTypeError(f"'{name}' (expected: some of {', '.join(known)})")
        return list(dict.fromkeys(wanted))

    return names


def _without_json(arguments: list) -> list:
    """The raw data goes wherever the reader wants it, so its path is no part of the command to repeat."""
    kept, rest = [], iter(arguments)
    for argument in rest:
        if argument == "--json":
            next(rest, None)
        elif not argument.startswith("--json="):
            kept.append(argument)
    return kept


def _epilog(rivals: dict, scenarios: dict) -> str:
    lines = ["rivals:", *(f"  {key:15} {rival.title}" for key, rival in rivals.items())]
    lines += ["scenarios:", *(f"  {key:15} {scenario.title}" for key, scenario in scenarios.items())]
    lines += ["environment:", "  TIDEGATE        the command that starts Tidegate (default: ./tidegate)"]
    return "\n".join(lines)
