"""How the build speaks: progress on stderr, one clear line when it cannot go on."""

import subprocess
import sys


class BuildFailure(Exception):
    """The image cannot be made; the message names what was found and what was expected."""


def say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def run(*command: object, **options) -> str:
    """What it says on standard output. Fails with what it said last."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, **options)
    except FileNotFoundError:
        raise BuildFailure(f"{words[0]}: not found (expected: on the PATH)") from None
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip().splitlines()[-15:]
        raise BuildFailure(f"{' '.join(words)} ended with {done.returncode}:\n" + "\n".join(said))
    return done.stdout
