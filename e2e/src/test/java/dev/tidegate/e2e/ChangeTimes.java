package dev.tidegate.e2e;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How long each change took from the file to the wire.
final class ChangeTimes {

    private final ConcurrentLinkedQueue<Long> elapsedNs = new ConcurrentLinkedQueue<>();

    void add(long ns) {
        elapsedNs.add(ns);
    }

    int count() {
        return elapsedNs.size();
    }

    @Override
    public String toString() {
        List<Long> sorted = elapsedNs.stream().sorted().toList();
        return sorted.size() + " served after " + ms(sorted, 50) + " ms (p50), " + ms(sorted, 99) + " ms (p99)";
    }

    private static long ms(List<Long> sorted, int percentile) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percentile / 100) / 1_000_000;
    }
}
