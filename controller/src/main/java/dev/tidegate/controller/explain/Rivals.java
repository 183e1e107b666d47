package dev.tidegate.controller.explain;

import dev.tidegate.controller.compile.HostClaim;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.view.RouteView;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The paths and hosts that were not chosen: those that would have taken the request first, then those that nearly
/// would, then the others.
final class Rivals {

    /// As many as anybody reads.
    static final int MOST = 50;

    private final RoutingTable table;
    private final Surroundings around;
    private final Asked asked;
    private final List<Rival> matching = new ArrayList<>();
    private final List<Rival> near = new ArrayList<>();
    private final List<Rival> far = new ArrayList<>();

    Rivals(RoutingTable table, Surroundings around, Asked asked) {
        this.table = table;
        this.around = around;
        this.asked = asked;
    }

    List<Rival> of(@Nullable VirtualHost chosen, @Nullable Route winner) {
        if (chosen != null) {
            chosen.routes().stream()
                    .filter(route -> winner == null || !route.id().equals(winner.id()))
                    .forEach(route -> addRoute(route, winner));
            addShadowed(chosen);
            addLesserHosts(chosen);
        }
        List<Rival> all = new ArrayList<>(matching);
        all.addAll(near);
        all.addAll(far);
        return all;
    }

    private void addRoute(Route route, @Nullable Route winner) {
        RouteView view = RouteView.of(route);
        PathMatch path = route.path();
        if (path.matches(asked.path())) {
            matching.add(new Rival(view.text(), view.source(), view.field(), whyBeaten(path, winner)));
            return;
        }
        NearMiss.of(path, asked.path())
                .ifPresentOrElse(
                        miss -> near.add(new Rival(view.text(), view.source(), view.field(), miss.message())),
                        () -> far.add(
                                new Rival(view.text(), view.source(), view.field(), "does not take " + asked.path())));
    }

    private static String whyBeaten(PathMatch path, @Nullable Route winner) {
        if (winner == null) {
            return "takes it too";
        }
        return winner.path() instanceof PathMatch.Exact && !(path instanceof PathMatch.Exact)
                ? "takes it too, but an exact path beats "
                        + (path instanceof PathMatch.Prefix ? "a prefix" : "an expression")
                : "takes it too, but " + winner.path().path() + whyFirst(path, winner.path());
    }

    /// Of expressions, the longer text comes first, and of equal ones the one that sorts last.
    private static String whyFirst(PathMatch beaten, PathMatch winner) {
        return winner.path().length() > beaten.path().length() ? " is longer" : " comes first, as it sorts";
    }

    /// Claims that somebody older holds already.
    private void addShadowed(VirtualHost chosen) {
        Set<String> served =
                chosen.routes().stream().map(route -> route.id().value()).collect(Collectors.toSet());
        for (HostClaim claim : around.claims(chosen.pattern())) {
            if (!served.contains(claim.id().value()) && claim.path().matches(asked.path())) {
                matching.add(new Rival(
                        RouteView.typeOf(claim.path()) + " " + claim.path().path(),
                        claim.source(),
                        claim.field(),
                        "is held by " + holder(chosen, claim) + ", which came first"));
            }
        }
    }

    private static String holder(VirtualHost chosen, HostClaim claim) {
        return chosen.routes().stream()
                .filter(route -> route.path().equals(claim.path()))
                .map(RouteView::of)
                .map(view -> view.source().kind() + " " + view.source().path() + " " + view.field())
                .findFirst()
                .orElse("another");
    }

    /// The less exact hosts that would take the name if the chosen one did not exist.
    private void addLesserHosts(VirtualHost chosen) {
        for (HostPattern lesser : HostsFor.lesserThan(chosen.pattern(), asked.host())) {
            table.hosts()
                    .get(lesser)
                    .ifPresent(host -> matching.add(new Rival(
                            "host " + host.pattern().text(),
                            null,
                            "",
                            "less exact than " + chosen.pattern().text() + ", whose answer is final")));
        }
    }
}
