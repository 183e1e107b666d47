"""What is measured. A scenario is one function: it puts load on a site and answers what was completed.

The harness brackets the call with the proxy's CPU time, warms up with the same call, and checks every answer.
"""

from harness.exchange import GRPC, KIB, MIB, UPLOAD
from harness.scenario import ADDED_P99, CPU_PER_REQUEST, MEGABYTES_PER_CPU_SECOND, Scenarios

SCENARIOS = Scenarios()


@SCENARIOS.add("HTTP/1.1 keep-alive, 1 KiB", CPU_PER_REQUEST, "http", "http/1.1", KIB)
def http1(load, site, exchange):
    return load.h2load(site, "http", exchange, "http/1.1", clients=load.connections)


@SCENARIOS.add("TLS 1.3, HTTP/1.1 keep-alive, 1 KiB", CPU_PER_REQUEST, "https", "http/1.1", KIB)
def tls(load, site, exchange):
    return load.h2load(site, "https", exchange, "http/1.1", clients=load.connections)


# A handshake warms up as much code as ten requests without one, and costs as much time.
@SCENARIOS.add("TLS 1.3 full handshake and a request", CPU_PER_REQUEST, "https", "http/1.1", KIB, warm_up=0.1)
def handshake(load, site, exchange):
    return load.handshakes(site, exchange, clients=16)


@SCENARIOS.add("TLS 1.3 resumed handshake and a request", CPU_PER_REQUEST, "https", "http/1.1", KIB, 0.1, True)
def resumed(load, site, exchange):
    return load.handshakes(site, exchange, clients=16, resume=True)


@SCENARIOS.add("HTTP/2 over TLS 1.3, 8 streams a connection, 1 KiB", CPU_PER_REQUEST, "https", "h2", KIB)
def h2(load, site, exchange):
    return load.h2load(site, "https", exchange, "h2", clients=max(1, load.connections // 8), streams=8)


@SCENARIOS.add("gRPC unary over TLS 1.3, 8 streams a connection, 100 bytes", CPU_PER_REQUEST, "https", "h2", GRPC)
def grpc(load, site, exchange):
    return load.h2load(site, "https", exchange, "h2", clients=max(1, load.connections // 8), streams=8)


@SCENARIOS.add("HTTP/1.1 keep-alive, 1 MiB", MEGABYTES_PER_CPU_SECOND, "http", "http/1.1", MIB, warm_up=0.02)
def body(load, site, exchange):
    return load.h2load(site, "http", exchange, "http/1.1", clients=16)


@SCENARIOS.add("HTTP/1.1 keep-alive, 1 MiB posted", MEGABYTES_PER_CPU_SECOND, "http", "http/1.1", UPLOAD, warm_up=0.02)
def upload(load, site, exchange):
    return load.h2load(site, "http", exchange, "http/1.1", clients=16)


@SCENARIOS.add("HTTP/1.1 keep-alive, 1 KiB, at half of its own maximum", ADDED_P99, "http", "http/1.1", KIB)
def p99(load, site, exchange):
    return load.half_speed(site, exchange)
