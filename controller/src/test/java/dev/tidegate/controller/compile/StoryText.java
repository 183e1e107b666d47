package dev.tidegate.controller.compile;

import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.RequestHost;
import dev.tidegate.gateway.table.RequestPath;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.SessionCookie;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.ServerCertificate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A compilation as a story tells it. Certificates go by the name of their Secret, as their ids differ in each run.
final class StoryText {

    private final Compilation compilation;
    private final Map<String, String> secretById = new HashMap<>();

    StoryText(Compilation compilation) {
        this.compilation = compilation;
        Map<ObjectKey, SecretState> secrets =
                compilation.memory().certificates().secrets();
        secrets.forEach((name, state) ->
                state.certificate().ifPresent(it -> secretById.merge(it.id(), name.path(), (a, b) -> a + "=" + b)));
    }

    String table() {
        StringBuilder out = new StringBuilder();
        compilation
                .table()
                .hosts()
                .all()
                .sorted(Comparator.comparing(host -> host.pattern().text()))
                .forEach(host -> out.append(host(host)));
        compilation.table().backends().values().stream()
                .sorted(Comparator.comparing(Backend::id))
                .forEach(backend -> out.append(backend(backend)).append("\n"));
        Forwarding forwarding = compilation.table().forwarding();
        if (!forwarding.equals(Forwarding.TRUST_NOBODY)) {
            out.append("forwarding ").append(forwarding).append("\n");
        }
        return out.toString().strip();
    }

    private String host(VirtualHost host) {
        StringBuilder out = new StringBuilder("host ").append(host.pattern().text());
        host.certificate().ifPresent(id -> out.append(" cert ").append(secretById.get(id)));
        out.append("\n");
        for (Route route : host.routes()) {
            out.append("  ").append(path(route.path())).append(" → ").append(action(route.action()));
            out.append(" (").append(route.id().value()).append(")");
            out.append(policies(route)).append("\n");
        }
        return out.toString();
    }

    private static String path(PathMatch path) {
        return path.getClass().getSimpleName() + " " + path.path();
    }

    private static String action(RouteAction action) {
        return switch (action) {
            case RouteAction.Forward it -> it.backend().value();
            case RouteAction.Fail it -> it.reason().code() + ": " + it.detail();
        };
    }

    private static String policies(Route route) {
        List<RoutePolicy> list = route.policies().list();
        String text = list.stream()
                .filter(policy -> !policy.equals(Settings.DEFAULT.bodyLimit()))
                .map(policy -> switch (policy) {
                    case RoutePolicy.HttpsRedirect it ->
                        "redirect " + it.status()
                                + (it.keepsTrailingSlash() ? " slash" : "")
                                + (it.namesPort() ? " port" : "");
                    case RoutePolicy.Timeouts it ->
                        "connect " + it.connect().toSeconds() + "s read "
                                + it.read().toSeconds() + "s send "
                                + it.send().toSeconds() + "s";
                    case RoutePolicy.Rewrite it -> "rewrite " + it.path();
                    case RoutePolicy.BodyLimit it -> "body " + it.maxBytes();
                    case Canary it ->
                        "canary " + it.backend().value() + " (" + it.id().value() + ") " + it.rules()
                                + it.balancing().map(by -> " " + by).orElse("")
                                + (it.sharesSessions() ? "" : " legacy");
                    case Affinity it ->
                        it.mode() + " session"
                                + (it.cookie().equals(SessionCookie.DEFAULT) ? "" : " by " + it.cookie())
                                + (it.changesOnFailure() ? " that changes on failure" : "");
                    case Balancing.Quickest _ -> "the quickest";
                    case Balancing.ByHash it -> "hash " + it.key().text() + " of " + it.group();
                })
                .collect(Collectors.joining(", "));
        String unlimited = list.stream().anyMatch(RoutePolicy.BodyLimit.class::isInstance) ? "" : "body unlimited";
        String all = text.isEmpty() || unlimited.isEmpty() ? text + unlimited : text + ", " + unlimited;
        return all.isEmpty() ? "" : " [" + all + "]";
    }

    private static String backend(Backend backend) {
        String endpoints = backend.endpoints().isEmpty()
                ? backend.whenEmpty().code()
                : backend.endpoints().stream().map(Endpoint::text).collect(Collectors.joining(" "));
        return "backend " + backend.id().value() + " " + backend.protocol() + " " + endpoints
                + (backend.clients().isEverybody()
                        ? ""
                        : " clients " + backend.clients().byEndpoint());
    }

    String diagnostics() {
        return compilation.diagnostics().stream()
                .map(Diagnostic::text)
                .map(text -> text.replaceAll("(is served since) [^ ]+", "$1 TIME"))
                .collect(Collectors.joining("\n"));
    }

    /// Shape: lines whose left side is `METHOD URL` → the same with what becomes of each.
    String requests(String lines) {
        return lines.lines()
                .map(line -> line.isBlank() ? line : answered(line.split(" → ")[0].strip()))
                .collect(Collectors.joining("\n"));
    }

    private String answered(String request) {
        String url = request.substring(request.indexOf(' ') + 1);
        boolean tls = url.startsWith("https://");
        String rest = url.substring(url.indexOf("//") + 2);
        int slash = rest.indexOf('/');
        String host = RequestHost.normalize(slash < 0 ? rest : rest.substring(0, slash));
        String target = slash < 0 ? "/" : rest.substring(slash);
        String path = RequestPath.normalize(target.split("\\?")[0]);
        String answer = path == null
                ? refusal(Reason.BAD_REQUEST)
                : answer(compilation.table().match(host, path), tls);
        return request + " → " + answer + (tls ? " cert " + certificate(host) : "");
    }

    private String answer(RouteMatch match, boolean tls) {
        return switch (match) {
            case RouteMatch.NoHost _ -> refusal(Reason.NO_HOST);
            case RouteMatch.NoPath _ -> refusal(Reason.NO_PATH);
            case RouteMatch.Found it -> it.route().id().value() + " → " + answer(it.route(), tls);
        };
    }

    private String answer(Route route, boolean tls) {
        RoutePolicy.HttpsRedirect redirect = route.policies().httpsRedirect();
        if (!tls && redirect != null) {
            return redirect.status() + " " + Reason.HTTPS_REDIRECT.code();
        }
        return switch (route.action()) {
            case RouteAction.Fail it -> refusal(it.reason());
            case RouteAction.Forward it -> {
                Backend backend = compilation.table().backend(it.backend());
                if (backend == null) {
                    throw new AssertionError(it.backend() + " is routed to and is not in the table");
                }
                yield backend.endpoints().isEmpty()
                        ? refusal(backend.whenEmpty())
                        : backend.id().value();
            }
        };
    }

    private static String refusal(Reason reason) {
        return reason.status() + " " + reason.code();
    }

    private String certificate(String host) {
        ServerCertificate found = compilation.certificates().find(host);
        return secretById.getOrDefault(found.id(), "self-signed");
    }
}
