package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A few clients that ask for one thing again and again, one request after the other, until closed; and what of it
/// was lost. With `?hold=MS` in the path each request takes a while, so that some are always on their way.
final class SteadyCalls implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final Caller caller;
    private final String host;
    private final String path;
    private final String outcome;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients;

    private SteadyCalls(Caller caller, String host, String path, String outcome) {
        this.caller = caller;
        this.host = host;
        this.path = path;
        this.outcome = outcome;
        this.clients = Stream.generate(() -> Thread.ofVirtual().unstarted(this::ask))
                .limit(CLIENTS)
                .toList();
    }

    /// `outcome`: of every reply, as [Caller.Reply#outcome] has it; any other is lost.
    static SteadyCalls begin(Caller caller, String host, String path, String outcome) {
        SteadyCalls begun = new SteadyCalls(caller, host, path, outcome);
        begun.clients.forEach(Thread::start);
        return begun;
    }

    private void ask() {
        while (!stopping.get()) {
            try {
                Caller.Reply reply = caller.get(host, path);
                if (reply.outcome().equals(outcome)) {
                    served.incrementAndGet();
                } else {
                    lost.add(String.valueOf(reply));
                }
            } catch (RuntimeException | AssertionError failed) {
                lost.add(String.valueOf(failed));
            }
        }
    }

    /// Waits until so many more have been served, or one was lost.
    void awaitMore(int count) {
        int enough = served.get() + count;
        Await.until("requests are served", () -> served.get() >= enough || !lost.isEmpty());
    }

    /// What was lost until now.
    List<String> lost() {
        return List.copyOf(lost);
    }

    @Override
    public void close() {
        stopping.set(true);
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
