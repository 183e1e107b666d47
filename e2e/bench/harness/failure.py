"""How the bench speaks: progress on stderr, the report on stdout, one clear line when it cannot go on."""

import sys


class BenchFailure(Exception):
    """The run cannot give honest numbers; the message names what was found and what was expected."""


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
