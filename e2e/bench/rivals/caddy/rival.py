"""Caddy: Go, as Traefik is."""

import subprocess

from harness.process import Command
from harness.rival import Rival
from harness.tools import Need


class Caddy(Rival):
    title = "Caddy"
    switched_on = "X-Forwarded-For, -Host and -Proto; no access log; GOMAXPROCS=1"
    needs = [Need("caddy", "caddy")]
    forwarded = {"x-forwarded-for": "127.0.0.1", "x-forwarded-host": "bench.example", "x-forwarded-proto": "{scheme}"}

    def version(self, pid):
        said = subprocess.run(["caddy", "version"], capture_output=True, text=True, check=True).stdout
        return said.split()[0]

    def command(self, site):
        config = site.fill(self.home / "Caddyfile")
        # Caddy keeps its state under these; nothing of it is to stay.
        home = {name: str(site.directory) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
        argv = ["caddy", "run", "--config", str(config), "--adapter", "caddyfile"]
        return Command(argv, {"GOMAXPROCS": "1", **home})


RIVAL = Caddy()
