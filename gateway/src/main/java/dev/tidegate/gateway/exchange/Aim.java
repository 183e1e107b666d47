package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.balance.HashKey;
import dev.tidegate.gateway.balance.Latencies;
import dev.tidegate.gateway.balance.RequestView;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.upstream.BackendPools;
import dev.tidegate.gateway.upstream.EndpointPicker;
import dev.tidegate.gateway.upstream.EndpointPool;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// To which endpoint one request goes where its route says so in a way of its own. Requests of other routes have none.
///
/// Threads: the request's event loop.
final class Aim {

    private final Balancing balancing;
    private final RequestView request;

    private Aim(Balancing balancing, RequestView request) {
        this.balancing = balancing;
        this.request = request;
    }

    /// Null where endpoints take turns.
    static @Nullable Aim of(@Nullable Balancing balancing, RequestView request) {
        return balancing == null ? null : new Aim(balancing, request);
    }

    EndpointPicker among(BackendPools pools) {
        return tried -> pick(pools, tried);
    }

    private @Nullable EndpointPool pick(BackendPools pools, List<Endpoint> tried) {
        return switch (balancing) {
            case Balancing.Quickest _ -> pools.pickQuicker(tried, ThreadLocalRandom.current());
            case Balancing.ByHash it when it.group() == 1 -> pools.pickByKey(HashKey.of(it.key(), request), tried);
            case Balancing.ByHash it ->
                pools.pickInGroup(HashKey.of(it.key(), request), it.group(), tried, ThreadLocalRandom.current());
        };
    }

    /// The endpoint has begun its answer after this long.
    void answered(BackendPools pools, Endpoint endpoint, long ns) {
        if (balancing instanceof Balancing.Quickest) {
            pools.took(endpoint, ns);
        }
    }

    void failed(BackendPools pools, Endpoint endpoint) {
        answered(pools, endpoint, Latencies.FAILURE_NS);
    }
}
