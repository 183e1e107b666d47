package dev.tidegate.controller.explain;

import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.RequestHost;
import dev.tidegate.gateway.table.RequestPath;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.ServerCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the table what it would do with a request, by the very `match` that serves requests, and adds what nearly
/// won.
///
/// Pure; threads: any.
public final class Explainer {

    private final RoutingTable table;
    private final Publication publication;

    public Explainer(Publication publication) {
        this.publication = publication;
        this.table = publication.table();
    }

    /// Total: a request that would be refused is explained like any other.
    public Explanation explain(Question question) {
        String name = RequestHost.normalize(question.authority());
        Optional<ServerCertificate> certificate =
                question.secure() ? Optional.of(publication.certificates().find(name)) : Optional.empty();
        String path = RequestPath.normalize(question.path());
        if (path == null) {
            Answer refused = Answer.Own.of(
                    Reason.BAD_REQUEST, "the path cannot be read in one way only, so it is never matched");
            return new Explanation(
                    question, question.path(), refused, Optional.empty(), Optional.empty(), List.of(), certificate);
        }
        return switch (table.match(name, path)) {
            case RouteMatch.NoHost ignored ->
                new Explanation(
                        question,
                        path,
                        Answer.Own.of(Reason.NO_HOST, "no Ingress rule names " + name + ", and none is host-less"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        certificate);
            case RouteMatch.NoPath(VirtualHost host) ->
                new Explanation(
                        question,
                        path,
                        Answer.Own.of(
                                Reason.NO_PATH,
                                "none of the paths of " + host.pattern().text() + " takes it"),
                        Optional.of(host),
                        Optional.empty(),
                        rivals(name, path, host, Optional.empty()),
                        certificate);
            case RouteMatch.Found(VirtualHost host, Route route) ->
                new Explanation(
                        question,
                        path,
                        answer(question, route),
                        Optional.of(host),
                        Optional.of(route),
                        rivals(name, path, host, Optional.of(route)),
                        certificate);
        };
    }

    private Answer answer(Question question, Route route) {
        RoutePolicy.HttpsRedirect redirect = route.policies().httpsRedirect();
        if (redirect != null && !question.secure()) {
            return new Answer.Own(
                    Reason.HTTPS_REDIRECT, redirect.status(), "sent to the same host and path over https");
        }
        return switch (route.action()) {
            case RouteAction.Fail(Reason reason, String detail) -> Answer.Own.of(reason, detail);
            case RouteAction.Forward forward -> forwarded(forward);
        };
    }

    private Answer forwarded(RouteAction.Forward forward) {
        Backend backend = table.backend(forward.backend());
        if (backend == null) {
            return Answer.Own.of(
                    Reason.INTERNAL,
                    "the table has no backend " + forward.backend().value());
        }
        if (backend.endpoints().isEmpty()) {
            return Answer.Own.of(
                    backend.whenEmpty(),
                    "Service " + backend.source().path() + ", port " + backend.servicePort()
                            + ", has nowhere to send it");
        }
        return new Answer.Proxied(backend);
    }

    private List<Rival> rivals(String name, String path, VirtualHost chosen, Optional<Route> winner) {
        List<Rival> rivals = new ArrayList<>();
        for (Route route : chosen.routes()) {
            if (winner.isEmpty() || !route.id().equals(winner.get().id())) {
                rivals.add(new Rival(
                        PathText.of(route.path()),
                        route.id().value(),
                        why(route.path(), path, winner.map(Route::path))));
            }
        }
        hostRivals(name, chosen).forEach(rivals::add);
        return rivals;
    }

    private static String why(PathMatch rival, String path, Optional<PathMatch> winner) {
        if (!rival.matches(path)) {
            return switch (rival) {
                case PathMatch.Exact exact -> "takes " + exact.path() + " alone, not " + path;
                case PathMatch.Prefix prefix ->
                    path.startsWith(prefix.elements())
                            ? "prefixes are taken by whole path elements: " + path + " is not below " + prefix.path()
                            : path + " is not below " + prefix.path();
            };
        }
        return winner.map(won -> won instanceof PathMatch.Exact && rival instanceof PathMatch.Prefix
                        ? "takes it too, but an exact path beats a prefix"
                        : "takes it too, but " + won.path() + " is longer")
                .orElse("takes it too");
    }

    /// The less exact hosts that would take the name if the chosen one did not exist.
    private List<Rival> hostRivals(String name, VirtualHost chosen) {
        int dot = name.indexOf('.');
        List<HostPattern> lesser = new ArrayList<>();
        if (chosen.pattern() instanceof HostPattern.Exact && dot > 0) {
            lesser.add(new HostPattern.Wildcard(name.substring(dot)));
        }
        if (!(chosen.pattern() instanceof HostPattern.Any)) {
            lesser.add(HostPattern.ANY);
        }
        return lesser.stream()
                .flatMap(pattern -> table.hosts().get(pattern).stream())
                .map(host -> new Rival(
                        "host " + host.pattern().text(),
                        "",
                        "less exact than " + chosen.pattern().text() + ", whose answer is final"))
                .toList();
    }
}
