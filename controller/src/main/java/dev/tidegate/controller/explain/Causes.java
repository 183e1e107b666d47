package dev.tidegate.controller.explain;

import dev.tidegate.controller.compile.HostClaim;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.compile.TlsWish;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Spelling;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.RouteView;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to blame for an answer, the likeliest first: what stands in the way of the route that was found, then what
/// keeps a better route from being found, then whatever else is odd about the objects that had a say.
///
/// Pure; made for one search.
final class Causes {

    private static final int MOST = 20;
    private static final Pattern PATH_FIELD = Pattern.compile(".*\\.http\\.paths\\[\\d+]\\.(path|pathType)");

    private final RoutingTable table;
    private final Surroundings around;
    private final List<Diagnostic> diagnostics;
    private final Outcome outcome;
    private final String path;
    private final Set<Cause> found = new LinkedHashSet<>();

    Causes(RoutingTable table, Surroundings around, List<Diagnostic> diagnostics, Outcome outcome) {
        this.table = table;
        this.around = around;
        this.diagnostics = diagnostics;
        this.outcome = outcome;
        this.path = outcome.asked().path();
    }

    List<Cause> list() {
        VirtualHost host = outcome.host().orElse(null);
        Route route = outcome.route().orElse(null);
        if (route != null && host != null) {
            addOwnAnswer(host, route);
            addUnder(route.source(), RouteView.of(route).field());
        }
        if (host != null) {
            addOfHost(host);
            addCertificate(host);
            addNearMisses(host, route);
            addFinalHost(host, route);
        }
        addOthers(host, route);
        if (route != null && host != null) {
            addRest(host, route);
        }
        if (found.isEmpty() && route == null) {
            addNothingNamed(host);
        }
        return found.stream().limit(MOST).toList();
    }

    // ---- what stands in the way of the route that was found

    private void addOwnAnswer(VirtualHost host, Route route) {
        String reason = outcome.answer().reason();
        if (Reason.HTTPS_REDIRECT.code().equals(reason)) {
            addRedirect(host, route);
        } else if (Reason.BODY_TOO_LARGE.code().equals(reason)) {
            addBodyLimit(route);
        } else if (Reason.SOURCE_DENIED.code().equals(reason)) {
            addFirstOf(
                    CauseReason.SOURCE_DENIED,
                    route.source(),
                    List.of("denylist-source-range", "allowlist-source-range", "whitelist-source-range"));
        } else if (Reason.REDIRECT.code().equals(reason)) {
            addFirstOf(CauseReason.REDIRECT, route.source(), List.of("temporal-redirect", "permanent-redirect"));
        } else if (Reason.UNSUPPORTED_REQUEST.code().equals(reason)) {
            add(
                    CauseReason.UNSUPPORTED_REQUEST,
                    route.source(),
                    around.annotationField(route.source(), "backend-protocol").orElse("metadata.annotations"),
                    outcome.answer().detail());
        } else if (Reason.ACCESS_UNDECIDABLE.code().equals(reason)) {
            addClosed(route);
        }
        outcome.backend().filter(it -> it.endpoints().isEmpty()).ifPresent(this::addSlices);
    }

    /// What holds for the whole host is some Ingress's wish, which need not be the route's.
    private void addOfHost(VirtualHost host) {
        boolean sent = Reason.REDIRECT.code().equals(outcome.answer().reason()) && path.equals("/");
        if (sent && !host.policies().appRoot().isEmpty()) {
            around.ingresses(host.pattern()).stream()
                    .filter(it -> around.annotationField(it, "app-root").isPresent())
                    .findFirst()
                    .ifPresent(it -> addFirstOf(CauseReason.REDIRECT, it, List.of("app-root")));
        }
    }

    private void addRedirect(VirtualHost host, Route route) {
        Optional<String> forced = around.annotationField(route.source(), "force-ssl-redirect");
        Optional<ResourceRef> withTls =
                around.ingressesWithTls(host.pattern()).stream().findFirst();
        String expected = " (expected: https, or the annotation ssl-redirect: \"false\")";
        if (forced.isPresent()) {
            add(CauseReason.HTTPS_REDIRECT, route.source(), forced.get(), "clear text is sent to https" + expected);
        } else if (withTls.isPresent()) {
            add(
                    CauseReason.HTTPS_REDIRECT,
                    withTls.get(),
                    "spec.tls",
                    "clear text is sent to https on a host with TLS" + expected);
        } else {
            add(
                    CauseReason.HTTPS_REDIRECT,
                    around.configMap().orElse(route.source()),
                    "data[force-ssl-redirect]",
                    "clear text is sent to https" + expected);
        }
    }

    /// The first of these annotations that the object bears, or else the global settings.
    private void addFirstOf(CauseReason why, ResourceRef source, List<String> annotations) {
        Optional<String> field = annotations.stream()
                .flatMap(name -> around.annotationField(source, name).stream())
                .findFirst();
        if (field.isPresent()) {
            add(why, source, field.get(), outcome.answer().detail());
        } else {
            add(why, around.configMap().orElse(source), "data", outcome.answer().detail());
        }
    }

    private void addBodyLimit(Route route) {
        Optional<String> annotation = around.annotationField(route.source(), "proxy-body-size");
        add(
                CauseReason.BODY_TOO_LARGE,
                route.source(),
                annotation.orElse("metadata.annotations"),
                outcome.answer().detail() + (annotation.isPresent() ? "" : "; the annotation proxy-body-size sets it"));
    }

    private void addClosed(Route route) {
        diagnostics.stream()
                .filter(it -> it.source().equals(route.source())
                        && it.field().startsWith("metadata.annotations[")
                        && (it.reason() == DiagnosticReason.INVALID_ANNOTATION
                                || it.message().contains("decides access")))
                .forEach(this::add);
        around.configMap()
                .ifPresent(configMap -> diagnostics.stream()
                        .filter(it ->
                                it.source().equals(configMap) && it.message().contains("decides access"))
                        .forEach(this::add));
    }

    private void addSlices(Backend backend) {
        ResourceRef service = backend.source();
        List<String> slices = around.slices(new ObjectKey(service.namespace(), service.name()));
        diagnostics.stream()
                .filter(it -> it.source().kind().equals("EndpointSlice")
                        && it.source().namespace().equals(service.namespace())
                        && slices.contains(it.source().name()))
                .forEach(this::add);
    }

    // ---- the handshake

    private void addCertificate(VirtualHost host) {
        CertificateView certificate = outcome.certificate().orElse(null);
        if (certificate == null) {
            return;
        }
        List<TlsWish> wishes = around.tlsWishes(outcome.certificateHost());
        for (TlsWish wish : wishes) {
            diagnostics.stream()
                    .filter(it -> it.source().equals(wish.source())
                            && (it.field().equals(wish.secretField())
                                    || it.field().equals(wish.hostField())))
                    .forEach(this::add);
        }
        boolean asksForDefault = wishes.stream().allMatch(wish -> wish.secret().isEmpty());
        if (certificate.why() != null
                && asksForDefault
                && !covers(certificate, outcome.asked().host())) {
            add(
                    CauseReason.HOST_WITHOUT_TLS,
                    around.ingresses(host.pattern()).stream().findFirst().orElse(null),
                    "spec.tls",
                    certificate.why() + ", so the default certificate is presented, which is for "
                            + String.join(", ", certificate.names()));
        }
    }

    private static boolean covers(CertificateView certificate, String host) {
        int dot = host.indexOf('.');
        return certificate.names().contains(host)
                || (dot > 0 && certificate.names().contains("*" + host.substring(dot)));
    }

    // ---- what keeps a better route of the chosen host from being found

    private void addNearMisses(VirtualHost host, @Nullable Route winner) {
        around.claims(host.pattern()).stream()
                .filter(claim -> isBetter(claim, winner) && !isRegex(host, claim))
                .sorted((a, b) -> Integer.compare(
                        b.path().path().length(), a.path().path().length()))
                .forEach(claim -> NearMiss.of(claim.path(), path)
                        .ifPresent(
                                miss -> add(miss.reason(), claim.source(), claim.field() + ".path", miss.message())));
        Set<ResourceRef> claimants = Set.copyOf(around.ingresses(host.pattern()));
        diagnostics.stream()
                .filter(it -> claimants.contains(it.source())
                        && it.reason() != DiagnosticReason.MATCHED_AS_REGEX
                        && PATH_FIELD.matcher(it.field()).matches()
                        && (winner == null
                                || value(it).length() > winner.path().path().length()))
                .forEach(this::add);
    }

    /// Has the host made an expression of what was claimed? Then nothing is near: neither case nor elements count.
    private static boolean isRegex(VirtualHost host, HostClaim claim) {
        return host.routes().stream()
                .anyMatch(route ->
                        route.path() instanceof PathMatch.Regex && route.id().equals(claim.id()));
    }

    private static boolean isBetter(HostClaim claim, @Nullable Route winner) {
        return winner == null
                || isDefaultBackend(winner)
                || claim.path().path().length() > winner.path().path().length();
    }

    private static boolean isDefaultBackend(Route route) {
        return route.id().value().endsWith("defaultBackend")
                || route.id().value().startsWith("--");
    }

    private void addFinalHost(VirtualHost host, @Nullable Route winner) {
        if (winner != null) {
            return;
        }
        for (HostPattern lesser :
                HostsFor.lesserThan(host.pattern(), outcome.asked().host())) {
            Optional<Route> other = table.hosts()
                    .get(lesser)
                    .map(it -> it.match(path))
                    .flatMap(it -> it instanceof RouteMatch.Found(var _, Route route, var _)
                            ? Optional.of(route)
                            : Optional.empty());
            if (other.isPresent()) {
                add(
                        CauseReason.HOST_IS_FINAL,
                        around.ingresses(host.pattern()).stream().findFirst().orElse(null),
                        around.claims(host.pattern()).stream()
                                .findFirst()
                                .map(HostClaim::hostField)
                                .orElse("spec.rules"),
                        host.pattern().text() + " is named here, and its answer is final: host " + lesser.text()
                                + " of "
                                + other.get().source().kind() + " "
                                + other.get().source().path()
                                + " is not asked");
                return;
            }
        }
    }

    // ---- what keeps a better host from being found, and Ingresses that are not ours

    private void addOthers(@Nullable VirtualHost host, @Nullable Route winner) {
        HostSearch search = new HostSearch(table, around, diagnostics, outcome.asked());
        search.causes(host == null ? null : host.pattern(), winner).forEach(found::add);
    }

    private void addNothingNamed(@Nullable VirtualHost host) {
        if (host == null) {
            add(
                    CauseReason.HOST_NOT_NAMED,
                    null,
                    "",
                    "no Ingress names " + outcome.asked().host());
        } else {
            add(
                    CauseReason.PATH_NOT_NAMED,
                    around.ingresses(host.pattern()).stream().findFirst().orElse(null),
                    "spec.rules",
                    "no path of " + host.pattern().text() + " takes " + path);
        }
    }

    // ---- whatever else is odd

    private void addRest(VirtualHost host, Route route) {
        for (HostClaim claim : around.claims(host.pattern())) {
            if (claim.path().equals(route.path()) && !claim.id().equals(route.id())) {
                diagnostics.stream()
                        .filter(it -> it.source().equals(claim.source())
                                && it.field().equals(claim.field())
                                && it.reason() == DiagnosticReason.PATH_CONFLICT)
                        .forEach(this::add);
            }
        }
        boolean quarantined = diagnostics.stream()
                .anyMatch(it -> it.source().equals(route.source()) && it.reason() == DiagnosticReason.QUARANTINED);
        diagnostics.stream()
                .filter(it -> it.source().equals(route.source()) && (quarantined || concernsAll(it)))
                .forEach(this::add);
        outcome.backend().ifPresent(backend -> {
            diagnostics.stream()
                    .filter(it -> it.source().equals(backend.source()))
                    .forEach(this::add);
            addSlices(backend);
        });
    }

    /// Is it about the whole of an Ingress, and not about another of its rules or hosts?
    private static boolean concernsAll(Diagnostic diagnostic) {
        return !diagnostic.field().startsWith("spec.rules[")
                && !diagnostic.field().startsWith("spec.tls[")
                && !diagnostic.field().startsWith("spec.defaultBackend");
    }

    /// Diagnostics of an object at a field or below it.
    private void addUnder(ResourceRef source, String field) {
        diagnostics.stream()
                .filter(it -> it.source().equals(source)
                        && (it.field().equals(field)
                                || it.field().startsWith(field + ".")
                                || it.field().startsWith(field + "[")))
                .filter(it -> it.reason() != DiagnosticReason.PATH_CONFLICT)
                .sorted(Comparator.comparingInt(Causes::depth).reversed())
                .forEach(this::add);
    }

    /// The deeper the field, the nearer to the mistake.
    private static int depth(Diagnostic diagnostic) {
        return diagnostic.field().split("\\.").length;
    }

    private void add(Diagnostic diagnostic) {
        Cause cause = Cause.of(diagnostic);
        found.add(
                diagnostic.reason() == DiagnosticReason.SERVICE_NOT_FOUND
                        ? new Cause(cause.reason(), cause.object(), cause.field(), cause.message() + whereabouts())
                        : cause);
    }

    /// Where a Service that is missing might be.
    private String whereabouts() {
        Backend backend = outcome.backend().orElse(null);
        if (backend == null) {
            return "";
        }
        ResourceRef service = backend.source();
        List<String> elsewhere = around.namespacesWithService(new ObjectKey(service.namespace(), service.name()));
        if (!elsewhere.isEmpty()) {
            return "; there is one in namespace " + String.join(", ", elsewhere)
                    + ", but an Ingress reaches its own namespace only";
        }
        return Spelling.nearest(service.name(), around.servicesIn(service.namespace()))
                .map(near -> " (expected: " + near + "?)")
                .orElse("");
    }

    private void add(CauseReason reason, @Nullable ResourceRef object, String field, String message) {
        found.add(Cause.of(reason, object, field, message));
    }

    /// The value that a message begins with.
    private static String value(Diagnostic diagnostic) {
        int space = diagnostic.message().indexOf(' ');
        return space < 0 ? diagnostic.message() : diagnostic.message().substring(0, space);
    }
}
