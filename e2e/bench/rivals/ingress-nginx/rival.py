"""nginx the way ingress-nginx sets it up, which is what Tidegate replaces."""

import re
import subprocess
from pathlib import Path

from harness.process import Command
from harness.rival import ANY, Rival
from harness.tools import Need

_MODULES = Path("/usr/lib/nginx/modules")


class IngressNginx(Rival):
    title = "nginx as ingress-nginx sets it up"
    switched_on = (
        "Lua balancer, certificate, rewrite, header and log phases; X-Forwarded-* and X-Request-ID;"
        " upstreaminfo access log to a file; per-request metrics gathered, but not encoded or sent"
    )
    needs = [
        Need("nginx", "nginx-light"),
        Need(str(_MODULES / "ngx_http_lua_module.so"), "libnginx-mod-http-lua"),
        Need("/usr/share/lua/5.1/resty/core.lua", "lua-resty-core"),
    ]
    forwarded = {
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-host": "bench.example",
        "x-forwarded-port": ANY,
        "x-forwarded-proto": "{scheme}",
        "x-forwarded-scheme": "{scheme}",
        "x-real-ip": "127.0.0.1",
        "x-request-id": ANY,
        "x-scheme": "{scheme}",
    }
    access_log = "access.log"

    def version(self, pid):
        said = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
        package = ["dpkg-query", "-W", "-f", "${Version}", "libnginx-mod-http-lua"]
        lua = subprocess.run(package, capture_output=True, text=True, check=False).stdout or "unknown"
        return f"{re.search(r'nginx/(.+)', said).group(1)}, lua-nginx {lua}"

    def command(self, site):
        site.fill(self.home / "ingress.lua")
        site.fill(self.home / "grpc.conf")
        config = site.fill(self.home / "nginx.conf", MODULES=_MODULES)
        return Command(["nginx", "-p", str(site.directory), "-c", str(config), "-e", "error.log"], {})


RIVAL = IngressNginx()
