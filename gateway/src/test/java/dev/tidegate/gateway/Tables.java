package dev.tidegate.gateway;

import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.Balance;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.ClientAccess;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.HostIndex;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteId;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.persistent.PersistentMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds tables the way a test tells a story: `table().host("shop.example").prefix("/", origin)`.
public final class Tables {

    private static final ResourceRef SOURCE = ResourceRef.of("Ingress", "default", "test");

    private final Map<HostPattern, List<Route>> hosts = new LinkedHashMap<>();
    private final Map<BackendId, Backend> backends = new LinkedHashMap<>();
    private HostPattern host = HostPattern.ANY;
    private Protocol protocol = Protocol.HTTP;
    private Forwarding forwarding = Forwarding.TRUST_NOBODY;
    private List<RoutePolicy> policies = List.of();
    private ClientAccess clients = ClientAccess.EVERYBODY;
    private int routes;

    public static Tables table() {
        return new Tables();
    }

    public Tables host(String pattern) {
        host = HostPattern.parse(pattern);
        hosts.computeIfAbsent(host, _ -> new ArrayList<>());
        return this;
    }

    public Tables speaking(Protocol to) {
        protocol = to;
        return this;
    }

    public Tables with(RoutePolicy... those) {
        policies = List.of(those);
        return this;
    }

    /// Of the next route; after its other policies.
    public Tables canary(CanaryRules rules, Optional<Balancing> balancing, boolean sharesSessions, Endpoint... to) {
        BackendId id = new BackendId("default/canary:80");
        backends.put(id, backend(id, List.of(to)));
        List<RoutePolicy> more = new ArrayList<>(policies);
        more.add(new Canary(id, rules, balancing, sharesSessions, new RouteId("default/canary rules[0]"), SOURCE));
        policies = List.copyOf(more);
        return this;
    }

    public Tables admitting(ClientAccess whom) {
        clients = whom;
        return this;
    }

    public Tables forwarding(Forwarding how) {
        forwarding = how;
        return this;
    }

    public Tables prefix(String path, Endpoint... endpoints) {
        return add(new PathMatch.Prefix(path), List.of(endpoints));
    }

    public Tables exact(String path, Endpoint... endpoints) {
        return add(new PathMatch.Exact(path), List.of(endpoints));
    }

    public Tables regex(String text, Endpoint... endpoints) {
        return add(PathMatch.Regex.of(text), List.of(endpoints));
    }

    private Tables add(PathMatch path, List<Endpoint> endpoints) {
        BackendId id = new BackendId("default/" + host.text() + path.path() + ":80");
        backends.put(id, backend(id, endpoints));
        Route route = new Route(
                new RouteId("default/test rules[" + routes++ + "]"),
                path,
                new RouteAction.Forward(id),
                Policies.of(policies),
                SOURCE);
        hosts.computeIfAbsent(host, _ -> new ArrayList<>()).add(route);
        return this;
    }

    private Backend backend(BackendId id, List<Endpoint> endpoints) {
        return new Backend(
                id, protocol, Balance.ROUND_ROBIN, endpoints, Reason.NO_ENDPOINTS, clients, "test", "80", SOURCE);
    }

    public RoutingTable build() {
        List<VirtualHost> built = new ArrayList<>();
        hosts.forEach((pattern, list) -> built.add(VirtualHost.of(pattern, list, Optional.empty())));
        return new RoutingTable(
                new Provenance(1, Instant.EPOCH, "test"),
                HostIndex.of(built),
                PersistentMap.copyOf(backends),
                forwarding);
    }

    /// Everything, on every host, to these endpoints.
    public static RoutingTable everythingTo(Endpoint... endpoints) {
        return table().prefix("/", endpoints).build();
    }
}
