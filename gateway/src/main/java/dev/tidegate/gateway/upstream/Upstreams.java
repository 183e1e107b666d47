package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.HashMap;
import java.util.Map;

/// One event loop's directory: for each backend that it has met, the pools of its endpoints and whose turn it is.
///
/// Threads: that event loop.
public final class Upstreams {

    private final PoolFactory pools;
    private final Map<BackendId, BackendPools> backends = new HashMap<>();
    private RoutingTable seen = RoutingTable.EMPTY;

    public Upstreams(PoolFactory pools) {
        this.pools = pools;
    }

    public BackendPools of(Backend backend) {
        BackendPools known = backends.get(backend.id());
        if (known == null) {
            known = new BackendPools(pools);
            backends.put(backend.id(), known);
        }
        known.follow(backend);
        return known;
    }

    /// Retires what the table no longer holds, and closes what has been idle too long.
    @SuppressWarnings("ReferenceEquality") // the same instance is the question: what is unchanged is reused
    public void sweep(RoutingTable table, long nowNs) {
        if (table != seen) {
            seen = table;
            backends.entrySet().removeIf(entry -> left(entry.getKey(), entry.getValue(), table));
        }
        backends.values().forEach(pool -> pool.sweep(nowNs));
    }

    private static boolean left(BackendId id, BackendPools pool, RoutingTable table) {
        Backend backend = table.backend(id);
        if (backend == null) {
            pool.retire();
            return true;
        }
        pool.follow(backend);
        return false;
    }

    public void close() {
        backends.values().forEach(BackendPools::retire);
        backends.clear();
    }
}
