package dev.tidegate.gateway.upstream;

import dev.tidegate.gateway.balance.HashedEndpoints;
import dev.tidegate.gateway.balance.Latencies;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One backend on one event loop: a pool for each endpoint, and the round that picks among them.
///
/// The round starts at a random endpoint, so that several loops and replicas do not all begin with the same one. It
/// lives on when the endpoints change, and pools of endpoints that stay are kept with their connections.
///
/// What is asked for in other ways, by key or by who is quickest, is remembered only where it is asked for.
public final class BackendPools implements EndpointPicker {

    private final PoolFactory factory;
    private final Map<Endpoint, EndpointPool> byEndpoint = new HashMap<>();
    private @Nullable Backend backend;
    private @Nullable Protocol protocol;
    private EndpointPool[] inOrder = new EndpointPool[0];
    private @Nullable HashedEndpoints hashed;
    private @Nullable Latencies latencies;
    private int next = ThreadLocalRandom.current().nextInt(1 << 16);

    BackendPools(PoolFactory factory) {
        this.factory = factory;
    }

    /// The pool whose turn it is.
    @Override
    public @Nullable EndpointPool pick(List<Endpoint> tried) {
        for (int i = 0; i < inOrder.length; i++) {
            EndpointPool pool = inOrder[(next++ & Integer.MAX_VALUE) % inOrder.length];
            if (tried.isEmpty() || !tried.contains(pool.endpoint())) {
                return pool;
            }
        }
        return null;
    }

    /// The pool that this key leads to. Replicas and loops agree on it.
    public @Nullable EndpointPool pickByKey(long key, List<Endpoint> tried) {
        return at(hashed().best(key, tried));
    }

    /// One of the pools that this key leads to, as many as the group has.
    public @Nullable EndpointPool pickInGroup(long key, int group, List<Endpoint> tried, RandomGenerator random) {
        return at(hashed().inGroup(key, group, tried, random));
    }

    /// The pool of the endpoint with this hash; null if it has left, or was tried.
    public @Nullable EndpointPool pickNamed(long hash, List<Endpoint> tried) {
        EndpointPool named = at(hashed().named(hash));
        return named == null || tried.contains(named.endpoint()) ? null : named;
    }

    /// The quicker of two that are drawn.
    public @Nullable EndpointPool pickQuicker(List<Endpoint> tried, RandomGenerator random) {
        return at(latencies().quicker(tried, random, System.nanoTime()));
    }

    /// How long an endpoint took, for [#pickQuicker].
    public void took(Endpoint endpoint, long ns) {
        latencies().took(endpoint, ns, System.nanoTime());
    }

    private @Nullable EndpointPool at(int place) {
        return place < 0 ? null : inOrder[place];
    }

    private HashedEndpoints hashed() {
        HashedEndpoints known = hashed;
        if (known == null) {
            known = HashedEndpoints.of(endpoints());
            hashed = known;
        }
        return known;
    }

    private Latencies latencies() {
        Latencies known = latencies;
        if (known == null) {
            known = Latencies.of(endpoints());
            latencies = known;
        }
        return known;
    }

    private List<Endpoint> endpoints() {
        return backend == null ? List.of() : backend.endpoints();
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
        hashed = null;
        latencies = latencies == null ? null : latencies.after(endpoints, System.nanoTime());
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
        backend = null;
        hashed = null;
        latencies = null;
    }
}
