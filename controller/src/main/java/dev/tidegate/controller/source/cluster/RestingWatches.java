package dev.tidegate.controller.source.cluster;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Watches that are left alone for a while before they are asked for again, those first that have waited longest, and
/// no more in a round than a server bears on top of its work.
///
/// Threads: one. Times are those of a clock that only goes forward, in ns.
final class RestingWatches {

    private final Duration rest;
    private final int perRound;
    private final LinkedHashMap<SecretWatch, Long> since = new LinkedHashMap<>();

    RestingWatches(Duration rest, int perRound) {
        this.rest = rest;
        this.perRound = perRound;
    }

    void add(SecretWatch watch, long nowNs) {
        since.putLast(watch, nowNs);
    }

    void remove(SecretWatch watch) {
        since.remove(watch);
    }

    /// Those whose rest is over, which are not here any more.
    List<SecretWatch> takeRested(long nowNs) {
        List<SecretWatch> rested = since.entrySet().stream()
                .takeWhile(entry -> nowNs - entry.getValue() > rest.toNanos())
                .limit(perRound)
                .map(Map.Entry::getKey)
                .toList();
        rested.forEach(since::remove);
        return rested;
    }

    /// All of them, however long they have rested.
    List<SecretWatch> takeAll() {
        List<SecretWatch> all = List.copyOf(since.keySet());
        since.clear();
        return all;
    }
}
