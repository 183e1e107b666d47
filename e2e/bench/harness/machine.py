"""The machine and the moment: what a reader must know to place the numbers, and which core does what."""

import datetime
import os
import platform
import resource
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Cpus:
    proxy: int
    load: int
    origin: int
    all: str  # with commas between them

    def sentence(self) -> str:
        if self.proxy == self.load:
            return "all on one core: proxy, load and origin share it"
        origin = "with the load" if self.origin == self.load else f"on CPU {self.origin}"
        return f"each proxy pinned to CPU {self.proxy}, the load to CPU {self.load}, the origin {origin}"


def share_cpus() -> Cpus:
    """The proxy alone on the first core, the load on the second, the origin on a third where there is one."""
    allowed = sorted(os.sched_getaffinity(0))
    last = len(allowed) - 1
    return Cpus(allowed[0], allowed[min(1, last)], allowed[min(2, last)], ",".join(map(str, allowed)))


def scratch() -> str:
    """Memory, where a gigabyte of it is free, so that the access logs measure formatting and not a disk."""
    memory = Path("/dev/shm")
    if os.access(memory, os.W_OK) and _on_tmpfs(memory) and shutil.disk_usage(memory).free > 2**30:
        return str(memory)
    return tempfile.gettempdir()


def facts(cpus: Cpus, directory: Path, chosen) -> dict:
    """What the report begins with, in order."""
    return {
        "Date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "Commit": _commit(),
        "CPU": f"{_cpu_model()}, {os.cpu_count()} cores; {cpus.sentence()}",
        "Kernel": f"{platform.system()} {platform.release()} {platform.machine()}",
        "System": _system(),
        "Load": f"{chosen.rounds} interleaved rounds of {chosen.seconds} s per proxy and scenario, "
        f"{chosen.connections} connections where the scenario does not say otherwise",
        "Logs": "access logs, where on, go to a file on " + ("tmpfs" if _on_tmpfs(directory) else "disk"),
        "OpenSSL": "the load's: " + _output(["openssl", "version"]).split(" (")[0],
    }


def facts_of_machine() -> str:
    """In one sentence, where a table is all there is."""
    date = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
    return f"{date}, commit {_commit()}, {_cpu_model()}, {os.cpu_count()} cores, {_system()}"


class Bystanders:
    """How much of all cores others used while a sample was taken: other processes, and what the hypervisor took."""

    def __init__(self):
        self._busy, self._stolen, self._total = _cpu_totals()

    def share(self, ours: float) -> dict:
        """ours: CPU seconds that the proxy, the origin and the load used since."""
        busy, stolen, total = _cpu_totals()
        elapsed = max(total - self._total, 1e-9)
        taken = (stolen - self._stolen) / elapsed
        return {"others": max(0.0, (busy - self._busy - ours) / elapsed) + taken, "stolen": taken}


DISTURBED = 0.2  # of all cores; what others used more of during a sample is measured again
QUIET = 0.1  # less than that is little
_LOOK = 3  # seconds


def await_quiet(own: Callable, patience: float = 600) -> None:
    """Waits for a moment in which others use little, but not for ever. own: the CPU seconds of what the bench runs."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        before, bystanders = own(), Bystanders()
        time.sleep(_LOOK)
        if bystanders.share(own() - before)["others"] < QUIET:
            return


def own_cpu_seconds() -> float:
    """User and system time of the bench itself and of all that it has started and seen the end of."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def cpu_seconds(pid: int) -> float:
    """User and system time of one process."""
    # proc(5): 14 utime, 15 stime; the fields here begin with the third, the state.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _cpu_totals() -> tuple:
    # proc(5): user nice system idle iowait irq softirq steal, in ticks; guest time is already in user.
    with open("/proc/stat", encoding="ascii") as file:
        fields = [int(field) / os.sysconf("SC_CLK_TCK") for field in file.readline().split()[1:9]]
    user, nice, system, idle, iowait, irq, softirq, stolen = fields
    return user + nice + system + irq + softirq, stolen, idle + iowait + user + nice + system + irq + softirq + stolen


def _commit() -> str:
    revision = _output(["git", "-C", str(REPOSITORY), "rev-parse", "--short=12", "HEAD"]) or "unknown"
    status = ["git", "-C", str(REPOSITORY), "status", "--porcelain", "--", ".", ":!docs/performance.md", ":!docs/dns.md"]
    return revision + (" with local changes" if _output(status) else "")


def _cpu_model() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.lower().startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    release = Path("/etc/os-release")
    for line in release.read_text().splitlines() if release.exists() else []:
        if line.startswith("PRETTY_NAME="):
            return line.partition("=")[2].strip('"')
    return platform.platform()


def _on_tmpfs(directory: Path) -> bool:
    return _output(["stat", "-f", "-c", "%T", str(directory)]) == "tmpfs"


def _output(command: list) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
