package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.balance.HashedEndpoints;
import dev.tidegate.gateway.balance.RequestView;
import dev.tidegate.gateway.balance.Session;
import dev.tidegate.gateway.balance.SetCookie;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.upstream.BackendPools;
import dev.tidegate.gateway.upstream.EndpointPool;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Brings a client back to the endpoint of its session, and gives it a cookie where it has none that can be used.
final class SessionAim implements Aim {

    /// How many keys are drawn in search of one that leads past the endpoints that were tried.
    private static final int DRAWS = 64;

    private final Affinity affinity;
    private final String rulePath;
    private final long backend;
    private final RequestView request;
    private final InstantSource clock;
    private final @Nullable Session given;
    private @Nullable EndpointPool kept;
    private @Nullable Session fresh;
    private boolean picked;

    SessionAim(Affinity affinity, String rulePath, Backend backend, RequestView request, InstantSource clock) {
        this.affinity = affinity;
        this.rulePath = rulePath;
        this.backend = Session.backend(backend.id());
        this.request = request;
        this.clock = clock;
        Session session = Session.parse(request.cookie(affinity.cookie().name()));
        this.given = session != null && session.backend() == this.backend ? session : null;
    }

    @Override
    public @Nullable EndpointPool pick(BackendPools pools, List<Endpoint> tried) {
        boolean again = picked;
        picked = true;
        boolean leaves = again && affinity.changesOnFailure();
        EndpointPool own = given == null || leaves ? null : own(given, pools, tried);
        return own == null ? anew(pools, tried) : own;
    }

    /// The endpoint of the session; the one that it was at first, be it tried by now.
    private @Nullable EndpointPool own(Session session, BackendPools pools, List<Endpoint> tried) {
        if (kept == null) {
            kept = switch (affinity.mode()) {
                case BALANCED -> pools.pickByKey(session.key(), tried);
                case PERSISTENT -> pools.pickNamed(session.key(), tried);
            };
        }
        return kept;
    }

    private @Nullable EndpointPool anew(BackendPools pools, List<Endpoint> tried) {
        return switch (affinity.mode()) {
            case BALANCED -> byNewKey(pools, tried);
            case PERSISTENT -> {
                EndpointPool next = pools.pick(tried);
                yield next == null ? null : begun(next, HashedEndpoints.hash(next.endpoint()));
            }
        };
    }

    /// The next request knows nothing of what was tried now, so the key is to lead there by itself.
    private @Nullable EndpointPool byNewKey(BackendPools pools, List<Endpoint> tried) {
        for (int i = 0; i < DRAWS; i++) {
            long key = ThreadLocalRandom.current().nextLong();
            EndpointPool best = pools.pickByKey(key, List.of());
            if (best != null && !tried.contains(best.endpoint())) {
                return begun(best, key);
            }
        }
        long key = ThreadLocalRandom.current().nextLong();
        EndpointPool any = pools.pickByKey(key, tried);
        return any == null ? null : begun(any, key);
    }

    private EndpointPool begun(EndpointPool at, long key) {
        fresh = new Session(key, backend);
        return at;
    }

    @Override
    public void mark(MultiMap fields) {
        Session session = fresh;
        if (session != null) {
            boolean encrypted = request.scheme().equals("https");
            String userAgent = request.header("user-agent");
            fields.add(
                    HttpHeaders.SET_COOKIE,
                    SetCookie.of(affinity.cookie(), session, rulePath, encrypted, userAgent, clock.instant()));
        }
    }
}
