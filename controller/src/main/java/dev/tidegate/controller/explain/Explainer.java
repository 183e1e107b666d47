package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.view.BackendView;
import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.CertificateViews;
import dev.tidegate.controller.view.RouteView;
import dev.tidegate.controller.view.TableView;
import dev.tidegate.gateway.decide.Decision;
import dev.tidegate.gateway.decide.OwnAnswer;
import dev.tidegate.gateway.decide.RequestFacts;
import dev.tidegate.gateway.decide.RequestValues;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Captures;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.RequestHost;
import dev.tidegate.gateway.table.RequestPath;
import dev.tidegate.gateway.table.Rewrite;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteMatch;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the table what it would do with a request, by the very `match` and [Decision] that serve requests, and adds
/// what nearly won, and what is to blame.
///
/// Pure; threads: one at a time.
public final class Explainer {

    private static final int HTTPS_PORT = 443;

    private final Publication publication;
    private final RoutingTable table;
    private final Surroundings around;
    private final List<Diagnostic> diagnostics;
    private final Instant now;

    /// `publication`: what is served. `around` and `diagnostics`: of the compilation that it was made of.
    public Explainer(Publication publication, Surroundings around, List<Diagnostic> diagnostics, Instant now) {
        this.publication = requireNonNull(publication);
        this.table = publication.table();
        this.around = requireNonNull(around);
        this.diagnostics = List.copyOf(diagnostics);
        this.now = requireNonNull(now);
    }

    /// Total: a request that would be refused is explained like any other.
    public Explanation explain(Question question) {
        String host = RequestHost.normalize(question.authority());
        String path = RequestPath.normalize(question.path());
        Asked asked = new Asked(question.method(), question.url(), host, path == null ? question.path() : path);
        if (path == null) {
            return refused(
                    asked,
                    CauseReason.BAD_REQUEST,
                    Answer.own(Reason.BAD_REQUEST, "the path cannot be read in one way only, so it is never matched"));
        }
        if (question.method().equals("CONNECT")) {
            return refused(
                    asked,
                    CauseReason.UNSUPPORTED_REQUEST,
                    Answer.own(Reason.UNSUPPORTED_REQUEST, "CONNECT asks for a tunnel, which is not proxied"));
        }
        if (table.provenance().equals(Provenance.NONE)) {
            Answer notReady = Answer.own(Reason.NOT_READY, "no table has been published yet");
            return new Explanation(
                    asked, now, view(), notReady, null, null, null, null, null, null, List.of(), List.of(), 0);
        }
        return switch (table.match(host, path)) {
            case RouteMatch.NoHost ignored ->
                explained(
                        question,
                        asked,
                        Answer.own(Reason.NO_HOST, "no Ingress rule names " + host + ", and none is host-less"),
                        null,
                        null);
            case RouteMatch.NoPath(VirtualHost chosen) ->
                explained(
                        question,
                        asked,
                        own(Decision.ofRest(facts(question, host, path), chosen), question, chosen, null),
                        chosen,
                        null);
            case RouteMatch.Found(VirtualHost chosen, Route route, Captures _) ->
                explained(question, asked, answer(question, facts(question, host, path), chosen, route), chosen, route);
        };
    }

    private Explanation refused(Asked asked, CauseReason reason, Answer answer) {
        Cause cause = Cause.of(reason, null, "", answer.detail());
        return new Explanation(
                asked, now, view(), answer, null, null, null, null, null, null, List.of(cause), List.of(), 0);
    }

    private Explanation explained(
            Question question, Asked asked, Answer answer, @Nullable VirtualHost host, @Nullable Route route) {
        CertificateViews certificates = new CertificateViews(publication.certificates(), around, now);
        Optional<CertificateView> certificate =
                question.secure() ? Optional.of(certificates.of(asked.host())) : Optional.empty();
        Optional<Backend> backend = Optional.ofNullable(route).flatMap(this::backend);
        List<Rival> rivals = new Rivals(table, around, asked).of(host, route);
        Outcome outcome = new Outcome(
                asked,
                answer,
                Optional.ofNullable(host),
                Optional.ofNullable(route),
                backend,
                certificate,
                certificates.claimed(asked.host()));
        return new Explanation(
                asked,
                now,
                view(),
                answer,
                host == null ? null : host.pattern().text(),
                route == null ? null : RouteView.of(route),
                answer.fromBackend() && route != null
                        ? target(facts(question, asked.host(), asked.path()), route)
                        : null,
                backend.map(it -> BackendView.of(it, around)).orElse(null),
                certificate.orElse(null),
                null,
                new Causes(table, around, diagnostics, outcome).list(),
                rivals.stream().limit(Rivals.MOST).toList(),
                Math.max(0, rivals.size() - Rivals.MOST));
    }

    private static @Nullable String target(RequestFacts facts, Route route) {
        Rewrite rewrite = route.policies().rewrite();
        return rewrite == null
                ? facts.path()
                : rewrite.path(route.path().captures(facts.path()), new RequestValues(facts));
    }

    private TableView view() {
        return TableView.of(table.provenance());
    }

    private Optional<Backend> backend(Route route) {
        return route.action() instanceof RouteAction.Forward forward
                ? Optional.ofNullable(table.backend(forward.backend()))
                : Optional.empty();
    }

    /// As an exchange asks: first its policies.
    private Answer answer(Question question, RequestFacts facts, VirtualHost host, Route route) {
        OwnAnswer answer = Decision.of(facts, host, route);
        return answer != null
                ? own(answer, question, host, route)
                : switch (route.action()) {
                    case RouteAction.Fail(Reason reason, String detail) -> Answer.own(reason, detail);
                    case RouteAction.Forward forward -> forwarded(question, forward);
                };
    }

    private static RequestFacts facts(Question question, String host, String path) {
        return new RequestFacts(
                question.method(),
                question.origin().orElse(null),
                question.client().orElse(null),
                question.secure() ? "https" : "http",
                question.secure(),
                host,
                path,
                path,
                question.length(),
                HTTPS_PORT);
    }

    private static Answer own(OwnAnswer answer, Question question, VirtualHost host, @Nullable Route route) {
        String detail =
                switch (answer.reason()) {
                    case HTTPS_REDIRECT -> "sent to the same host and path over https";
                    case NO_PATH -> "none of the paths of " + host.pattern().text() + " takes it";
                    case SOURCE_DENIED ->
                        question.client().map(IpAddress::toString).orElse("the client")
                                + " is denied, or not among those that are allowed";
                    case BODY_TOO_LARGE ->
                        "a body of " + question.length() + " bytes (expected: at most " + limit(route) + ")";
                    case PREFLIGHT -> "a browser's question, which is answered without asking the backend";
                    case REDIRECT, REWRITE_REDIRECT -> "sent to " + answer.location();
                    default -> route != null && route.action() instanceof RouteAction.Fail fail ? fail.detail() : "";
                };
        return Answer.own(answer.reason(), answer.status(), detail);
    }

    private static long limit(@Nullable Route route) {
        return route == null
                ? RoutePolicy.BodyLimit.UNLIMITED.maxBytes()
                : route.policies().bodyLimit().maxBytes();
    }

    private Answer forwarded(Question question, RouteAction.Forward forward) {
        Backend backend = table.backend(forward.backend());
        if (backend == null) {
            return Answer.own(
                    Reason.INTERNAL,
                    "the table has no backend " + forward.backend().value());
        }
        String service = "Service " + backend.source().path() + ", port " + backend.servicePort();
        if (backend.endpoints().isEmpty()) {
            return Answer.own(backend.whenEmpty(), service + ", has nowhere to send it");
        }
        if (question.upgrade() && backend.protocol().multiplexed()) {
            return Answer.own(Reason.UNSUPPORTED_REQUEST, service + ", is spoken to in HTTP/2, which knows no upgrade");
        }
        return Answer.proxied("from " + service);
    }
}
