"""Tidegate itself, as a user without a cluster runs it: from a folder of manifests, with its defaults."""

import base64
import os
import re
import shlex
import subprocess
from pathlib import Path

from harness.failure import BenchFailure
from harness.machine import REPOSITORY
from harness.process import Command
from harness.rival import ANY, Rival

_SHIFT = {"B": 0, "K": 10, "M": 20, "G": 30}


class Tidegate(Rival):
    title = "Tidegate"
    switched_on = "everything that is on by default: X-Forwarded-*, X-Request-ID, access log to a file, metrics"
    warm_up = 150_000  # the JIT compiler is at rest after some 100,000 requests
    patience = 600  # ./tidegate builds first where nothing is built yet
    forwarded = {
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-host": "bench.example",
        "x-forwarded-port": ANY,
        "x-forwarded-proto": "{scheme}",
        "x-forwarded-scheme": "{scheme}",
        "x-real-ip": "127.0.0.1",
        "x-request-id": ANY,
    }
    access_log = "output.log"  # it logs to standard output

    def absent(self):
        launcher = REPOSITORY / "tidegate"
        return None if "TIDEGATE" in os.environ or launcher.exists() else "there is no ./tidegate in this tree"

    def version(self, pid):
        """The tree's version is the commit in the table's head; what else matters is the JVM."""
        try:
            release = Path(os.readlink(f"/proc/{pid}/exe")).parents[1] / "release"
            return "JDK " + re.search(r'JAVA_VERSION="(.+)"', release.read_text()).group(1)
        except (OSError, AttributeError, IndexError):
            return "JDK unknown"

    def allocated(self, pid):
        """By the JVM's own count, thread by thread; the threads that have ended are left out."""
        jcmd = Path(os.readlink(f"/proc/{pid}/exe")).with_name("jcmd")
        told = subprocess.run([jcmd, str(pid), "Thread.print", "-e"], capture_output=True, text=True, check=False)
        counts = re.findall(r" allocated=(\d+)([BKMG]) ", told.stdout)
        if not counts:
            raise BenchFailure(f"jcmd {pid} Thread.print -e told nothing of allocation: {told.stderr or told.stdout}")
        return sum(int(number) << _SHIFT[unit] for number, unit in counts)

    def command(self, site):
        manifests = site.directory / "manifests"
        manifests.mkdir()
        filled = site.fill(
            self.home / "bench.yaml",
            CHAIN_BASE64=base64.b64encode(site.certificate.chain.read_bytes()).decode(),
            KEY_BASE64=base64.b64encode(site.certificate.key.read_bytes()).decode(),
        )
        filled.rename(manifests / filled.name)
        launcher = shlex.split(os.environ.get("TIDEGATE", str(REPOSITORY / "tidegate")))
        if "/" in launcher[0]:
            launcher[0] = os.path.abspath(launcher[0])  # it is started in a folder of the bench
        flags = {
            "--manifests": manifests,
            "--http-port": site.http_port,
            "--https-port": site.https_port,
            "--healthz-port": site.admin_port,
            "--event-loops": 1,
        }
        return Command([*launcher, "run", *(str(word) for flag in flags.items() for word in flag)], {})

    def ready_url(self, site):
        return f"http://127.0.0.1:{site.admin_port}/readyz"


RIVAL = Tidegate()
