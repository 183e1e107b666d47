package dev.tidegate.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Requests at a steady rate over connections that stay open; every answer is checked, nothing is tried again.
final class SteadyClient implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(20);
    private static final int TOLD = 10;

    /// What is asked for over and over, and who may answer.
    record Target(String host, String path, ValidBackends valid) {}

    private final ScheduledExecutorService pace;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private SteadyClient(int connections) {
        pace = Executors.newScheduledThreadPool(connections);
    }

    /// On each connection, one request after the other goes to each of the targets in turn.
    static SteadyClient start(List<HttpConnection> connections, List<Target> targets) {
        SteadyClient client = new SteadyClient(connections.size());
        client.connections.addAll(connections);
        for (int i = 0; i < connections.size(); i++) {
            client.drive(connections.get(i), targets, i);
        }
        return client;
    }

    private void drive(HttpConnection connection, List<Target> targets, int first) {
        long[] turn = {first};
        @SuppressWarnings("unused") // what fails is in `failures`
        ScheduledFuture<?> driven = pace.scheduleAtFixedRate(
                () -> ask(connection, targets.get((int) (turn[0]++ % targets.size()))),
                0,
                PACE.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// Throws where the connection is of no more use, which ends its requests.
    private void ask(HttpConnection connection, Target target) {
        long beginNs = System.nanoTime();
        try {
            Answer answer = connection.get(target.host(), target.path());
            check(target, answer, target.valid().during(beginNs, System.nanoTime()));
            answered.incrementAndGet();
        } catch (IOException | RuntimeException failed) {
            if (!pace.isShutdown()) {
                failures.add(target.host() + target.path() + ": " + failed);
            }
            throw new IllegalStateException(failed);
        }
    }

    private void check(Target target, Answer answer, Set<String> valid) {
        String expected = answer.backend() + " " + target.path();
        if (answer.status() != 200 || !answer.body().equals(expected) || !valid.contains(answer.backend())) {
            failures.add(target.host() + target.path() + ": " + answer + " (expected: 200 from one of " + valid + ")");
        }
    }

    long answered() {
        return answered.get();
    }

    /// The first of them, as they come by the hundred.
    List<String> failures() {
        return failures.stream().limit(TOLD).toList();
    }

    @Override
    public void close() throws IOException {
        pace.shutdownNow();
        for (HttpConnection connection : connections) {
            connection.close();
        }
    }
}
