package dev.tidegate.gateway.exchange;

import dev.tidegate.gateway.observe.LoopMetrics;
import dev.tidegate.gateway.observe.RequestCounters;
import dev.tidegate.gateway.observe.RequestOwner;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// Whose a route's requests are, remembered for as long as the table stays: made once a route, not once a request.
final class RouteOwners {

    record Owned(RequestOwner owner, RequestCounters counters) {}

    private final LoopMetrics metrics;
    private final Owned nobody;
    private final IdentityHashMap<Route, Owned> known = new IdentityHashMap<>();
    private RoutingTable table = RoutingTable.EMPTY;

    RouteOwners(LoopMetrics metrics) {
        this.metrics = metrics;
        this.nobody = new Owned(RequestOwner.NOBODY, metrics.of(RequestOwner.NOBODY));
    }

    Owned nobody() {
        return nobody;
    }

    @SuppressWarnings("ReferenceEquality") // the same instance is the question: what is unchanged is reused
    Owned of(RoutingTable now, VirtualHost host, Route route, @Nullable Backend backend) {
        if (now != table) {
            known.clear();
            table = now;
        }
        Owned owned = known.get(route);
        if (owned == null) {
            RequestOwner owner = new RequestOwner(
                    route.source().namespace(),
                    route.source().name(),
                    backend == null ? "" : backend.serviceName(),
                    backend == null ? "" : backend.servicePort(),
                    host.pattern().text(),
                    route.path().path());
            owned = new Owned(owner, metrics.of(owner));
            known.put(route, owned);
        }
        return owned;
    }
}
