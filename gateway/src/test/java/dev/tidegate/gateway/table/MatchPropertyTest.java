package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.persistent.PersistentMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The fast match equals the slow one: [PathMatch#matches] over all routes in order of precedence, and the three
/// kinds of host tried one after the other.
class MatchPropertyTest {

    @Property
    void finds_the_route_that_a_plain_search_finds(
            @ForAll("hosts") List<VirtualHost> hosts, @ForAll("names") String name, @ForAll("paths") String path) {
        RoutingTable table =
                new RoutingTable(Provenance.NONE, HostIndex.of(hosts), PersistentMap.empty(), Forwarding.TRUST_NOBODY);

        assertThat(table.match(name, path)).isEqualTo(slowly(hosts, name, path));
    }

    private static RouteMatch slowly(List<VirtualHost> hosts, String name, String path) {
        Optional<VirtualHost> host = hosts.stream()
                .filter(it -> matches(it.pattern(), name))
                .min((a, b) -> Integer.compare(rank(a.pattern()), rank(b.pattern())));
        if (host.isEmpty()) {
            return RouteMatch.NO_HOST;
        }
        return host.get().routes().stream()
                .filter(route -> route.path().matches(path))
                .min((a, b) -> a.path().compareTo(b.path()))
                .<RouteMatch>map(route -> new RouteMatch.Found(host.get(), route))
                .orElse(new RouteMatch.NoPath(host.get()));
    }

    private static boolean matches(HostPattern pattern, String name) {
        return switch (pattern) {
            case HostPattern.Exact it -> it.name().equals(name);
            case HostPattern.Wildcard it -> {
                int label = name.length() - it.suffix().length();
                yield label > 0
                        && name.endsWith(it.suffix())
                        && !name.substring(0, label).contains(".");
            }
            case HostPattern.Any ignored -> true;
        };
    }

    private static int rank(HostPattern pattern) {
        return switch (pattern) {
            case HostPattern.Exact ignored -> 0;
            case HostPattern.Wildcard ignored -> 1;
            case HostPattern.Any ignored -> 2;
        };
    }

    @Provide
    Arbitrary<List<VirtualHost>> hosts() {
        Arbitrary<HostPattern> patterns = Arbitraries.of("", "a.b", "b", "c.b", "*.b", "*.a.b", "a.a.b", "[::1]")
                .map(HostPattern::parse);
        Arbitrary<PathMatch> matches = Combinators.combine(
                        Arbitraries.integers().between(0, 4), paths())
                .as((kind, path) -> switch (kind) {
                    case 0, 1 -> new PathMatch.Exact(path);
                    case 2, 3 -> new PathMatch.Prefix(path);
                    default -> PathMatch.Regex.of(path.replace('b', '.'));
                });
        return Combinators.combine(patterns.set().ofMaxSize(8), matches.list().ofMaxSize(40))
                .as(MatchPropertyTest::spread);
    }

    /// The routes, dealt to the hosts in turn.
    private static List<VirtualHost> spread(Set<HostPattern> patterns, List<PathMatch> matches) {
        List<VirtualHost> hosts = new ArrayList<>();
        int turn = 0;
        for (HostPattern pattern : patterns) {
            List<Route> routes = new ArrayList<>();
            Set<PathMatch> taken = new HashSet<>();
            for (int i = turn; i < matches.size(); i += patterns.size()) {
                if (taken.add(matches.get(i))) {
                    routes.add(route(matches.get(i), i));
                }
            }
            hosts.add(VirtualHost.of(pattern, routes, Optional.empty()));
            turn++;
        }
        return hosts;
    }

    private static Route route(PathMatch match, int number) {
        return new Route(
                new RouteId("default/web rules[" + number + "]"),
                match,
                new RouteAction.Forward(new BackendId("default/web:80")),
                Policies.NONE,
                ResourceRef.of("Ingress", "default", "web"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "c", ".", ".", ".b", "[::1]")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    /// Elements that collide in a small hash table ("Aa" and "BB" have one hash code), and trailing slashes.
    @Provide
    Arbitrary<String> paths() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "ab", "Aa", "BB", "AaAa", "BBBB", "AaBB", "%2F")
                                .list()
                                .ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as((elements, slash) -> {
                    String path = "/" + String.join("/", elements);
                    return slash && !path.endsWith("/") ? path + "/" : path;
                });
    }
}
