package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PatternListTest {

    /// Whoever is let off with a thousand of these stalls everybody on the event loop.
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_host_whose_expressions_would_take_too_long_takes_no_path_at_all() {
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            routes.add(route("/(a?){400}x" + i));
        }
        routes.add(route("/"));
        VirtualHost host = VirtualHost.of(HostPattern.ANY, routes, Optional.empty());

        assertThat(host.match("/" + "a".repeat(2_000))).isInstanceOf(RouteMatch.NoPath.class);
        assertThat(host.match("/short")).isInstanceOf(RouteMatch.Found.class);
    }

    /// What a path cannot begin with costs no steps.
    @Test
    void a_thousand_expressions_are_told_apart_by_how_they_begin() {
        List<Route> routes = new ArrayList<>();
        for (int i = 1_000; i < 2_000; i++) {
            routes.add(route("/service-" + i + "/(a?){400}"));
        }
        VirtualHost host = VirtualHost.of(HostPattern.ANY, routes, Optional.empty());

        assertThat(host.match("/Service-1500/" + "a".repeat(2_000)))
                .isInstanceOfSatisfying(
                        RouteMatch.Found.class,
                        found -> assertThat(found.route().path().path()).isEqualTo("/service-1500/(a?){400}"));
    }

    private static Route route(String text) {
        return new Route(
                new RouteId("default/web " + text),
                PathMatch.Regex.of(text),
                new RouteAction.Forward(new BackendId("default/web:80")),
                Policies.NONE,
                ResourceRef.of("Ingress", "default", "web"));
    }
}
