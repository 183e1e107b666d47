"""What is measured. A scenario is one function: it puts load on a site and answers what was completed.

The harness brackets the call with the proxy's CPU time, warms up with the same call, and checks every answer.
"""

from harness.scenario import CPU_PER_REQUEST, MEGABYTES_PER_CPU_SECOND, Scenarios

SCENARIOS = Scenarios()


@SCENARIOS.add("HTTP/1.1 keep-alive, 1 KiB", CPU_PER_REQUEST, "http", "http/1.1", "/kib")
def http1(load, site, path):
    return load.h2load(site, "http", path, "http/1.1", clients=load.connections)


@SCENARIOS.add("TLS 1.3, HTTP/1.1 keep-alive, 1 KiB", CPU_PER_REQUEST, "https", "http/1.1", "/kib")
def tls(load, site, path):
    return load.h2load(site, "https", path, "http/1.1", clients=load.connections)


# A handshake warms up as much code as ten requests without one, and costs as much time.
@SCENARIOS.add("TLS 1.3 full handshake and a request", CPU_PER_REQUEST, "https", "http/1.1", "/kib", warm_up=0.1)
def handshake(load, site, path):
    return load.handshakes(site, path, clients=16)


@SCENARIOS.add("TLS 1.3 resumed handshake and a request", CPU_PER_REQUEST, "https", "http/1.1", "/kib", 0.1, True)
def resumed(load, site, path):
    return load.handshakes(site, path, clients=16, resume=True)


@SCENARIOS.add("HTTP/2 over TLS 1.3, 8 streams a connection, 1 KiB", CPU_PER_REQUEST, "https", "h2", "/kib")
def h2(load, site, path):
    return load.h2load(site, "https", path, "h2", clients=max(1, load.connections // 8), streams=8)


@SCENARIOS.add("HTTP/1.1 keep-alive, 1 MiB", MEGABYTES_PER_CPU_SECOND, "http", "http/1.1", "/mib", warm_up=0.02)
def body(load, site, path):
    return load.h2load(site, "http", path, "http/1.1", clients=16)
