package dev.tidegate.controller.admin.api;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.build.BuildInfo;
import dev.tidegate.controller.compile.ServicePod;
import dev.tidegate.controller.publish.Round;
import dev.tidegate.controller.view.TableView;
import dev.tidegate.gateway.table.Provenance;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// The paths of the API, under `/api`. See `docs/api.md`.
///
/// Threads: the admin listener's event loop.
public final class Api {

    private static final List<String> PATHS = List.of(
            "/api",
            "/api/table",
            "/api/hosts",
            "/api/hosts/{host}",
            "/api/diagnostics",
            "/api/certificates",
            "/api/explain",
            "/api/policy/suggestions",
            "/api/replicas",
            "/api/replicas/{pod}/{path}");

    private final ApiState state;
    private final Instant began;

    private Api(ApiState state) {
        this.state = state;
        this.began = state.clock().instant();
    }

    /// `port`: on which this listener and those of the other replicas listen, asked for once it is bound.
    public static void mount(Router router, Vertx vertx, ApiState state, List<Cidr> allow, IntSupplier port) {
        Api api = new Api(state);
        Replicas replicas = new Replicas(state);
        ReplicaClient client = new ReplicaClient(vertx, port, replicas.self());
        ReplicasApi listing = new ReplicasApi(replicas, client, api::self);
        ApiGuard guard = new ApiGuard(
                allow, () -> replicas.others().stream().map(ServicePod::address).toList());
        router.route("/api").handler(guard);
        router.route("/api/*").handler(guard);
        get(router, "/api", context -> JsonAnswer.make(context, api::self));
        get(router, "/api/table", api.tagged((moment, context) -> TableApi.table(moment, asked(context))));
        get(router, "/api/hosts", api.tagged((moment, context) -> TableApi.hosts(moment, asked(context))));
        get(
                router,
                "/api/hosts/:host",
                api.untagged((moment, context) -> TableApi.host(moment, requireNonNull(context.pathParam("host")))));
        get(
                router,
                "/api/diagnostics",
                api.tagged((moment, context) -> DiagnosticsApi.page(moment, context.queryParams(), asked(context))));
        get(
                router,
                "/api/certificates",
                api.untagged((moment, context) -> CertificatesApi.page(moment, asked(context))));
        get(
                router,
                "/api/explain",
                api.untagged((moment, context) -> ExplainApi.explain(moment, context.queryParams())));
        get(
                router,
                "/api/policy/suggestions",
                api.untagged((moment, context) ->
                        SuggestionsApi.suggestions(moment, context.queryParams().get("service"))));
        get(router, "/api/replicas", listing::list);
        get(router, "/api/replicas/:pod/*", new ReplicaProxy(replicas, client));
    }

    /// Is it ours to say what is wrong with this request, and to say it in JSON?
    public static boolean owns(RoutingContext context) {
        String path = context.request().path();
        return path != null && (path.equals("/api") || path.startsWith("/api/"));
    }

    /// What is said of a request that no path took: 404 or 405.
    public static void refuse(RoutingContext context, int status) {
        if (status == 405) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            JsonAnswer.error(context, 405, "MethodNotAllowed", context.request().method() + " (expected: GET or HEAD)");
        } else {
            JsonAnswer.error(
                    context,
                    ApiRefused.of(404, "NotFound", context.request().path() + " is not there", PATHS)
                            .error());
        }
    }

    /// What a fault of our own is answered with.
    public static void fail(RoutingContext context) {
        Throwable failure = context.failure();
        JsonAnswer.refuse(context, failure == null ? new IllegalStateException("no cause is known") : failure);
    }

    private static void get(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
    }

    private static Page.Asked asked(RoutingContext context) {
        return Page.Asked.of(context.queryParams());
    }

    /// Makes an answer of one moment.
    private interface Answer {
        Object of(Moment moment, RoutingContext context);
    }

    /// What changes only when there is another round.
    private Handler<RoutingContext> tagged(Answer answer) {
        return context -> {
            Optional<String> tag = state.lastRound()
                    .get()
                    .map(Round::number)
                    .map(round -> "\"" + began.toEpochMilli() + "-" + round + "\"");
            JsonAnswer.make(context, tag, () -> answer.of(state.now(), context));
        };
    }

    private Handler<RoutingContext> untagged(Answer answer) {
        return context -> JsonAnswer.make(context, () -> answer.of(state.now(), context));
    }

    private SelfView self() {
        Provenance provenance = state.publication().get().table().provenance();
        return new SelfView(
                state.scope().pod(),
                BuildInfo.CURRENT.version(),
                BuildInfo.CURRENT.build(),
                provenance.equals(Provenance.NONE) ? null : TableView.of(provenance),
                PATHS);
    }
}
