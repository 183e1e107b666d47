package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// One backend on one event loop: a pool for each endpoint, and the round that picks among them.
///
/// The round starts at a random endpoint, so that several loops and replicas do not all begin with the same one. It
/// lives on when the endpoints change, and pools of endpoints that stay are kept with their connections.
public final class BackendPools {

    private final PoolFactory factory;
    private final Map<Endpoint, EndpointPool> byEndpoint = new HashMap<>();
    private @Nullable Backend backend;
    private @Nullable Protocol protocol;
    private EndpointPool[] inOrder = new EndpointPool[0];
    private int next = ThreadLocalRandom.current().nextInt(1 << 16);

    BackendPools(PoolFactory factory) {
        this.factory = factory;
    }

    /// The pool whose turn it is, passing over endpoints that were tried; null if none is left.
    public @Nullable EndpointPool pick(List<Endpoint> tried) {
        for (int i = 0; i < inOrder.length; i++) {
            EndpointPool pool = inOrder[(next++ & Integer.MAX_VALUE) % inOrder.length];
            if (tried.isEmpty() || !tried.contains(pool.endpoint())) {
                return pool;
            }
        }
        return null;
    }

    @SuppressWarnings("ReferenceEquality") // the same instance is the question: what is unchanged is reused
    void follow(Backend now) {
        if (now == backend) {
            return;
        }
        if (protocol != now.protocol()) {
            retire();
            protocol = now.protocol();
        }
        backend = now;
        List<Endpoint> endpoints = now.endpoints();
        byEndpoint.entrySet().removeIf(entry -> {
            boolean gone = !endpoints.contains(entry.getKey());
            if (gone) {
                entry.getValue().retire();
            }
            return gone;
        });
        inOrder = endpoints.stream()
                .map(endpoint -> byEndpoint.computeIfAbsent(endpoint, it -> factory.create(it, now.protocol())))
                .toArray(EndpointPool[]::new);
    }

    void sweep(long nowNs) {
        for (EndpointPool pool : inOrder) {
            pool.sweep(nowNs);
        }
    }

    void retire() {
        byEndpoint.values().forEach(EndpointPool::retire);
        byEndpoint.clear();
        inOrder = new EndpointPool[0];
    }
}
