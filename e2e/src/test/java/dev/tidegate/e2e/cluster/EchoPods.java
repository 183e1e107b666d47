package dev.tidegate.e2e.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The pods on a [PodNetwork], served by one process inside of it. A pod comes and goes within a millisecond or so.
///
/// Threads: any.
final class EchoPods implements AutoCloseable {

    /// The port that a pod listens on where nothing else is said, as the upstream suite's do.
    static final int PORT = 3000;

    private final PodNetwork network;
    private final Process process;
    private final OutputStream commands;
    private final BufferedReader answers;
    private final AtomicInteger count = new AtomicInteger();
    private boolean closed;

    private EchoPods(PodNetwork network, Process process) {
        this.network = network;
        this.process = process;
        this.commands = process.getOutputStream();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /// A pod that answers requests. `service`: whose it is, which it says together with the rest.
    record Pod(String name, String address, int port, String namespace, String service) {}

    static EchoPods start(PodNetwork network) {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EchoServers.class.getName());
        try {
            return new EchoPods(
                    network,
                    new ProcessBuilder(network.inside(java))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
        tell("open", pod.name(), pod.address(), String.valueOf(port), namespace, service, service);
        return pod;
    }

    /// Ends it at once, as a crash does.
    synchronized void close(Pod pod) {
        if (!closed) {
            tell("close", pod.name());
        }
    }

    /// It listens no more; requests in flight may end within that time.
    void drain(Pod pod, Duration grace) {
        tell("drain", pod.name(), String.valueOf(grace.toSeconds()));
    }

    private synchronized void tell(String... command) {
        try {
            commands.write((String.join(" ", command) + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
            String answer = answers.readLine();
            if (!"ok".equals(answer)) {
                throw new AssertionError("the pods: " + answer);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the pods' process", failed);
        }
    }

    /// Its process ends with its input, also where we are killed.
    @Override
    public synchronized void close() {
        closed = true;
        try {
            commands.close();
            process.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
