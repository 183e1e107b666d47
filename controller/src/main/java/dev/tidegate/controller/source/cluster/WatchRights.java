package dev.tidegate.controller.source.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// In which namespaces it is worth trying to watch a Secret. A role may allow to read Secrets and not to watch them;
/// after one refusal no other watch is tried in that namespace for some minutes, as ten thousand refusals are ten
/// thousand lines in somebody's audit log.
///
/// Threads: one. Times are those of a clock that only goes forward, in ns.
final class WatchRights {

    /// Rights change seldom; whoever grants one sees it used within so long.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, Long> closedUntilNs = new HashMap<>();
    private final RandomGenerator random;

    WatchRights(RandomGenerator random) {
        this.random = random;
    }

    boolean worthTrying(String namespace, long nowNs) {
        Long until = closedUntilNs.get(namespace);
        return until == null || nowNs - until >= 0;
    }

    /// Shape: a watch was refused → is that new in this namespace?
    boolean refused(String namespace, long nowNs) {
        return closedUntilNs.put(
                        namespace, nowNs + Pace.jittered(PATIENCE, random).toNanos())
                == null;
    }

    /// Shape: a watch stands → was it thought to be impossible?
    boolean allowed(String namespace) {
        return closedUntilNs.remove(namespace) != null;
    }
}
