"""nginx with nothing but the proxying itself: the yardstick."""

import re
import subprocess

from harness.process import Command
from harness.rival import Rival
from harness.tools import Need


class Nginx(Rival):
    title = "nginx, bare"
    switched_on = "proxy_pass with upstream keep-alive, Host; no forwarded headers, no access log"
    needs = [Need("nginx", "nginx-light")]

    def version(self, pid):
        said = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
        return re.search(r"nginx/(\S+)", said).group(1)

    def command(self, site):
        config = site.fill(self.home / "nginx.conf")
        return Command(["nginx", "-p", str(site.directory), "-c", str(config), "-e", "error.log"], {})


RIVAL = Nginx()
