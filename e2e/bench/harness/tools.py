"""The programs a run needs. Root on a system with apt gets them installed; anybody else is told what to install."""

import contextlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .failure import BenchFailure, say

_POLICY = Path("/usr/sbin/policy-rc.d")


@dataclass(frozen=True)
class Need:
    """A program on the PATH (or a file, where it begins with a slash) and the Debian package that brings it."""

    what: str
    package: str

    def met(self) -> bool:
        return os.path.exists(self.what) if self.what.startswith("/") else shutil.which(self.what) is not None


def require(needs: list) -> None:
    # nginx and haproxy live in sbin, which is not on every user's PATH.
    os.environ["PATH"] = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    missing = _missing(needs)
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise BenchFailure(f"missing {_names(needs)}; as root: {' '.join(command)}")
    say(f"installing {' '.join(missing)}")
    with _no_service_starts():
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        # A mirror that cannot be reached just now is no matter if the lists at hand are good enough.
        subprocess.run(["apt-get", "update"], env=environment, capture_output=True, check=False)
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise BenchFailure(f"{' '.join(command)} failed: {done.stderr.strip()[-500:]}")
    if _missing(needs):
        raise BenchFailure(f"still missing after the installation: {_names(needs)}")


def _missing(needs: list) -> list:
    return sorted({need.package for need in needs if not need.met()})


def _names(needs: list) -> str:
    return ", ".join(sorted({need.what for need in needs if not need.met()}))


@contextlib.contextmanager
def _no_service_starts():
    """Debian starts a daemon as it installs it. The bench starts its own, so that policy is set aside meanwhile."""
    if _POLICY.exists():
        yield
        return
    _POLICY.write_text("#!/bin/sh\nexit 101\n")
    _POLICY.chmod(0o755)
    try:
        yield
    finally:
        _POLICY.unlink(missing_ok=True)
