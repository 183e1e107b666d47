"""HAProxy, one thread."""

import subprocess

from harness.process import Command
from harness.rival import Rival
from harness.tools import Need


class HAProxy(Rival):
    title = "HAProxy"
    switched_on = "X-Forwarded-For and X-Forwarded-Proto, connections to the backend shared; no access log"
    needs = [Need("haproxy", "haproxy")]
    forwarded = {"x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "{scheme}"}

    def version(self, pid):
        said = subprocess.run(["haproxy", "-v"], capture_output=True, text=True, check=True).stdout
        return said.split()[2]

    def command(self, site):
        return Command(["haproxy", "-db", "-f", str(site.fill(self.home / "haproxy.cfg"))], {})


RIVAL = HAProxy()
