package dev.tidegate.controller.demo;

import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The curl lines to try, made from the table that is served, so that they hold for whatever manifests there are.
///
/// Pure. `--resolve` sends a name to loopback without asking DNS; nobody has to edit `/etc/hosts`.
public final class Invitation {

    private static final String NOWHERE = "/nothing-here";

    private final Publication publication;
    private final int httpPort;
    private final int httpsPort;
    private final String trust;

    /// `trust`: how curl is told to take the demo's certificate, `-k` or `--cacert FILE`.
    public Invitation(Publication publication, int httpPort, int httpsPort, String trust) {
        this.publication = publication;
        this.httpPort = httpPort;
        this.httpsPort = httpsPort;
        this.trust = trust;
    }

    /// One call a route, then a redirect, then an answer of our own: each a comment and the line to copy.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<VirtualHost> hosts = publication
                .table()
                .hosts()
                .all()
                .filter(host -> !(host.pattern() instanceof HostPattern.Wildcard))
                .sorted(Comparator.comparing(
                                (VirtualHost host) -> host.pattern().text())
                        .reversed())
                .toList();
        hosts.forEach(host -> host.routes().forEach(route -> call(host, route, lines)));
        hosts.stream().filter(Invitation::redirects).findFirst().ifPresent(host -> redirect(host, lines));
        hosts.stream()
                .filter(host -> host.match(NOWHERE) instanceof RouteMatch.NoPath)
                .findFirst()
                .ifPresent(host -> notFound(host, lines));
        return lines;
    }

    private void call(VirtualHost host, Route route, List<String> lines) {
        String what = route.action() instanceof RouteAction.Forward forward ? service(forward) : "an answer of our own";
        lines.add("# " + host.pattern().text() + route.path().path() + " -> " + what);
        lines.add(curl("", host, secure(host), route.path().path()));
    }

    private void redirect(VirtualHost host, List<String> lines) {
        lines.add("# clear text is redirected to https");
        String bothPorts = resolve(host, httpPort) + resolve(host, httpsPort);
        lines.add("curl -L " + trust + bothPorts + " " + url(host, false, "/"));
    }

    private void notFound(VirtualHost host, List<String> lines) {
        lines.add("# no rule takes this path: a 404 whose header Tidegate-Reason says why");
        lines.add(curl(" -i", host, secure(host), NOWHERE));
    }

    private String curl(String flags, VirtualHost host, boolean secure, String path) {
        String trusting = secure ? " " + trust : "";
        return "curl" + flags + trusting + resolve(host, secure ? httpsPort : httpPort) + " " + url(host, secure, path);
    }

    private String url(VirtualHost host, boolean secure, String path) {
        return (secure ? "https://" : "http://") + name(host) + ":" + (secure ? httpsPort : httpPort) + path;
    }

    private static String resolve(VirtualHost host, int port) {
        return host.pattern() instanceof HostPattern.Any ? "" : " --resolve " + name(host) + ":" + port + ":127.0.0.1";
    }

    private static String name(VirtualHost host) {
        return host.pattern() instanceof HostPattern.Any
                ? "127.0.0.1"
                : host.pattern().text();
    }

    private boolean secure(VirtualHost host) {
        return publication.certificates().byHost().containsKey(host.pattern().text());
    }

    private static boolean redirects(VirtualHost host) {
        return host.routes().stream().anyMatch(route -> route.policies().httpsRedirect() != null);
    }

    private String service(RouteAction.Forward forward) {
        var backend = publication.table().backend(forward.backend());
        return backend == null ? "nowhere" : "Service " + backend.source().path();
    }
}
