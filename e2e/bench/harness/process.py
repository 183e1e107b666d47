"""A process that the bench started, with all its children: what they cost, and their end.

Membership goes by session: each is started as the leader of a session of its own, so workers are counted wherever
they hang in the tree, and stopping the session leaves nobody behind.
"""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from .failure import BenchFailure

_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Command:
    argv: list
    env: dict


class CpuTime(NamedTuple):
    """Seconds of processor time."""

    user: float
    system: float

    def since(self, earlier: "CpuTime") -> "CpuTime":
        return CpuTime(self.user - earlier.user, self.system - earlier.system)


class Process:
    def __init__(self, name: str, command: Command, directory: Path, cpus: object):
        """cpus: the number of one, or several with commas between them."""
        self.name = name
        self.output = directory / "output.log"
        # Appending, so that the file can be emptied between samples.
        with self.output.open("ab") as output:
            self._popen = subprocess.Popen(
                ["taskset", "-c", str(cpus), *command.argv],
                env={**os.environ, **command.env},
                cwd=directory,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.pid = self._popen.pid

    def check_alive(self) -> None:
        if self._popen.poll() is not None:
            raise BenchFailure(f"{self.name} ended with status {self._popen.returncode}:\n{self.last_words()}")

    def last_words(self) -> str:
        return "\n".join(self.output.read_text(errors="replace").splitlines()[-20:])

    def cpu(self) -> CpuTime:
        """User and system time of all its processes, those that have already ended included."""
        # proc(5): 14 utime, 15 stime, 16 cutime, 17 cstime; the fields here begin with the third, the state.
        stats = list(self._stats())
        user = sum(int(fields[11]) + int(fields[13]) for fields in stats)
        system = sum(int(fields[12]) + int(fields[14]) for fields in stats)
        return CpuTime(user / _TICKS, system / _TICKS)

    def resident_mib(self) -> float:
        return sum(int(fields[21]) for fields in self._stats()) * _PAGE / 2**20

    def stop(self) -> None:
        for number, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 10)):
            try:
                os.killpg(self.pid, number)
            except ProcessLookupError:
                break
            deadline = time.monotonic() + patience
            while time.monotonic() < deadline and (self._popen.poll() is None or any(self._stats())):
                time.sleep(0.02)
        self._popen.wait()

    def _stats(self):
        for entry in os.scandir("/proc"):
            if not entry.name.isdigit():
                continue
            try:
                with open(f"/proc/{entry.name}/stat", encoding="utf-8", errors="replace") as file:
                    fields = file.read().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[3]) == self.pid and fields[0] != "Z":
                yield fields
