package dev.tidegate.e2e.cluster;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// The pods on a [PodNetwork], served by one process inside of it. A pod comes and goes within a millisecond or so.
///
/// Threads: any.
final class EchoPods implements AutoCloseable {

    /// The port that a pod listens on where nothing else is said, as the upstream suite's do.
    static final int PORT = 3000;

    private final PodNetwork network;
    private final PodProcess servers;
    private final AtomicInteger count = new AtomicInteger();
    private boolean closed;

    private EchoPods(PodNetwork network) {
        this.network = network;
        this.servers = PodProcess.start(network, EchoServers.class);
    }

    /// A pod that answers requests. `service`: whose it is, which it says together with the rest.
    record Pod(String name, String address, int port, String namespace, String service) {}

    static EchoPods start(PodNetwork network) {
        return new EchoPods(network);
    }

    Pod open(String namespace, String service, int port) {
        return open(namespace, service, network.address(), port);
    }

    /// On an IPv6 address; for machines that have IPv6.
    Pod open6(String namespace, String service) {
        return open(namespace, service, network.address6(), PORT);
    }

    private Pod open(String namespace, String service, String address, int port) {
        Pod pod = new Pod(service + "-" + count.incrementAndGet(), address, port, namespace, service);
        servers.tell("open", pod.name(), pod.address(), String.valueOf(port), namespace, service, service);
        return pod;
    }

    /// One that answers every request by that one word.
    Pod open(String namespace, String service, int port, String word) {
        Pod pod = new Pod(service + "-" + count.incrementAndGet(), network.address(), port, namespace, service);
        servers.tell("say", pod.name(), pod.address(), String.valueOf(port), word);
        return pod;
    }

    /// Ends it at once, as a crash does.
    synchronized void close(Pod pod) {
        if (!closed) {
            servers.tell("close", pod.name());
        }
    }

    /// It listens no more; requests in flight may end within that time.
    void drain(Pod pod, Duration grace) {
        servers.tell("drain", pod.name(), String.valueOf(grace.toSeconds()));
    }

    @Override
    public synchronized void close() {
        closed = true;
        servers.close();
    }
}
