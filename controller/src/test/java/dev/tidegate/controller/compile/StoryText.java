package dev.tidegate.controller.compile;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.annotation.Settings;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.decide.Decision;
import dev.tidegate.gateway.decide.OwnAnswer;
import dev.tidegate.gateway.decide.RequestFacts;
import dev.tidegate.gateway.decide.RequestValues;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.AnswerRewrite;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.Cors;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.ForwardedPrefix;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.Limits;
import dev.tidegate.gateway.table.OriginPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.RequestHost;
import dev.tidegate.gateway.table.RequestPath;
import dev.tidegate.gateway.table.Rewrite;
import dev.tidegate.gateway.table.RewriteRedirect;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.SessionCookie;
import dev.tidegate.gateway.table.SourceRanges;
import dev.tidegate.gateway.table.Unlogged;
import dev.tidegate.gateway.table.UpstreamHost;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.ServerCertificate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A compilation as a story tells it. Certificates go by the name of their Secret, as their ids differ in each run.
final class StoryText {

    private static final Pattern REQUEST =
            Pattern.compile("[A-Z]+ (?<scheme>https?)://(?<host>[^/ ]*)(?<target>/\\S*)?(?: from (?<client>\\S+))?"
                    + "(?: length (?<length>\\d+))?");

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
        if (!host.policies().appRoot().isEmpty()) {
            out.append(" root ").append(host.policies().appRoot());
        }
        if (!host.policies().rest().isAnybody()) {
            out.append(" rest ").append(ranges(host.policies().rest()));
        }
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
                    case Rewrite it -> "rewrite " + it.target();
                    case RewriteRedirect it -> "redirect to " + it.url();
                    case ForwardedPrefix it -> "prefix " + it.value();
                    case RoutePolicy.Redirect it ->
                        "redirect " + it.status() + " " + it.location() + (it.writesHost() ? "" : " relative");
                    case SourceRanges it -> ranges(it);
                    case UpstreamHost it -> "host " + it.value();
                    case AnswerRewrite it -> "answers " + it;
                    case Unlogged _ -> "unlogged";
                    case Limits it ->
                        "limits " + it.zone() + " " + it.perSecond() + "/s " + it.perMinute() + "/m times "
                                + it.burstMultiplier() + ", " + it.connections() + " at once, but " + it.exempt();
                    case Cors it ->
                        "cors "
                                + (it.origins().isEmpty()
                                        ? "*"
                                        : it.origins().stream()
                                                .map(OriginPattern::text)
                                                .toList());
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

    private static String ranges(SourceRanges ranges) {
        return "allow " + ranges.allowed() + " deny " + ranges.denied();
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

    /// Shape: lines whose left side is `METHOD URL [from ADDRESS] [length BYTES]` → the same with what becomes of each.
    String requests(String lines) {
        return lines.lines()
                .map(line -> line.isBlank() ? line : answered(line.split(" → ")[0].strip()))
                .collect(Collectors.joining("\n"));
    }

    private String answered(String request) {
        Matcher parts = REQUEST.matcher(request);
        if (!parts.matches()) {
            throw new AssertionError(request + " (expected: METHOD URL [from ADDRESS] [length BYTES])");
        }
        boolean tls = parts.group("scheme").equals("https");
        String host = RequestHost.normalize(parts.group("host"));
        String target = parts.group("target") == null ? "/" : parts.group("target");
        String path = RequestPath.normalize(target.split("\\?")[0]);
        if (path == null) {
            return request + " → " + refusal(Reason.BAD_REQUEST) + presented(host, tls);
        }
        RequestFacts asked = new RequestFacts(
                request.substring(0, request.indexOf(' ')),
                null,
                IpAddress.parse(parts.group("client") == null ? "192.0.2.1" : parts.group("client"))
                        .orElseThrow(),
                parts.group("scheme"),
                tls,
                parts.group("host"),
                path,
                target,
                parts.group("length") == null ? -1 : Long.parseLong(parts.group("length")),
                443);
        return request + " → " + answer(compilation.table().match(host, path), asked) + presented(host, tls);
    }

    private String presented(String host, boolean tls) {
        return tls ? " cert " + certificate(host) : "";
    }

    private String answer(RouteMatch match, RequestFacts asked) {
        return switch (match) {
            case RouteMatch.NoHost _ -> refusal(Reason.NO_HOST);
            case RouteMatch.NoPath it -> own(Decision.ofRest(asked, it.host()));
            case RouteMatch.Found it -> it.route().id().value() + " → " + answer(it, asked) + rewritten(it, asked);
        };
    }

    private String answer(RouteMatch.Found found, RequestFacts asked) {
        OwnAnswer own = Decision.of(asked, found.host(), found.route());
        return own != null
                ? own(own)
                : switch (found.route().action()) {
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

    private static String own(OwnAnswer answer) {
        boolean plain = answer.location() == null || answer.reason() == Reason.HTTPS_REDIRECT;
        return answer.status() + " " + answer.reason().code() + (plain ? "" : " " + answer.location());
    }

    /// The path that the backend receives, where the request says what it is.
    private static String rewritten(RouteMatch.Found found, RequestFacts asked) {
        Rewrite rewrite = found.route().policies().rewrite();
        return rewrite == null || rewrite.target().isFixed()
                ? ""
                : " as " + rewrite.path(found.captures(), new RequestValues(asked, null));
    }

    private static String refusal(Reason reason) {
        return reason.status() + " " + reason.code();
    }

    private String certificate(String host) {
        ServerCertificate found = compilation.certificates().find(host);
        return secretById.getOrDefault(found.id(), "self-signed");
    }
}
