package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.balance.HashKey;
import dev.tidegate.gateway.balance.Latencies;
import dev.tidegate.gateway.balance.RequestView;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.upstream.BackendPools;
import dev.tidegate.gateway.upstream.EndpointPicker;
import dev.tidegate.gateway.upstream.EndpointPool;
import io.vertx.core.MultiMap;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// To which endpoint one request goes, where its route says so in a way of its own. Requests of other routes have none.
///
/// Threads: the request's event loop.
interface Aim {

    /// Null where endpoints take turns.
    static @Nullable Aim of(
            @Nullable Balancing balancing, PathMatch path, Backend backend, RequestView request, InstantSource clock) {
        return switch (balancing) {
            case null -> null;
            case Balancing.Quickest _ -> new AtTheQuickest();
            case Balancing.ByHash it -> new ByKey(HashKey.of(it.key(), request), it.group());
            case Affinity it -> new SessionAim(it, path.path(), backend, request, clock);
        };
    }

    /// Where it goes next, passing over these; null if nothing is left.
    @Nullable
    EndpointPool pick(BackendPools pools, List<Endpoint> tried);

    default EndpointPicker among(BackendPools pools) {
        return tried -> pick(pools, tried);
    }

    /// The endpoint has begun its answer after this long.
    default void answered(BackendPools pools, Endpoint endpoint, long ns) {}

    default void failed(BackendPools pools, Endpoint endpoint) {}

    /// Adds to the answer what brings the client back to its endpoint.
    default void mark(MultiMap fields) {}

    record ByKey(long key, int group) implements Aim {
        @Override
        public @Nullable EndpointPool pick(BackendPools pools, List<Endpoint> tried) {
            return group == 1
                    ? pools.pickByKey(key, tried)
                    : pools.pickInGroup(key, group, tried, ThreadLocalRandom.current());
        }
    }

    record AtTheQuickest() implements Aim {
        @Override
        public @Nullable EndpointPool pick(BackendPools pools, List<Endpoint> tried) {
            return pools.pickQuicker(tried, ThreadLocalRandom.current());
        }

        @Override
        public void answered(BackendPools pools, Endpoint endpoint, long ns) {
            pools.took(endpoint, ns);
        }

        @Override
        public void failed(BackendPools pools, Endpoint endpoint) {
            pools.took(endpoint, Latencies.FAILURE_NS);
        }
    }
}
