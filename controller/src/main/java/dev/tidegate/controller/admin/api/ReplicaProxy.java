package dev.tidegate.controller.admin.api;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.ServicePod;
import dev.tidegate.controller.view.ErrorView;
import dev.tidegate.controller.view.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.proxy.handler.ProxyHandler;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.MediaType;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// `/api/replicas/{pod}/…`: what that replica answers to `/api/…`.
///
/// Only to pods that are replicas now, only to the paths of this API, and only once: never to an address or a path
/// that a client chose. Threads: the admin listener's event loop.
final class ReplicaProxy implements Handler<RoutingContext> {

    private static final Pattern PATHS = Pattern.compile("/(table|hosts|hosts/[^/]+|diagnostics|certificates|explain)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Replicas replicas;
    private final ReplicaClient client;

    ReplicaProxy(Replicas replicas, ReplicaClient client) {
        this.replicas = replicas;
        this.client = client;
    }

    @Override
    public void handle(RoutingContext context) {
        String pod = requireNonNull(context.pathParam("pod"));
        String raw = context.normalizedPath();
        String path = raw.substring(raw.indexOf('/', "/api/replicas/".length()));
        Optional<ServicePod> target =
                replicas.others().stream().filter(it -> it.pod().equals(pod)).findFirst();
        if (ReplicaClient.comesFromReplica(context.request())) {
            JsonAnswer.error(context, ReplicaClient.LOOP);
        } else if (!PATHS.matcher(path).matches()) {
            JsonAnswer.error(context, 404, "NotFound", path + " is not passed on (expected: one of /api's own paths)");
        } else if (pod.equals(replicas.self())) {
            context.reroute("/api" + path);
        } else if (target.isEmpty()) {
            JsonAnswer.error(context, unknown(pod));
        } else {
            pass(context, target.get(), path);
        }
    }

    private ErrorView unknown(String pod) {
        return ApiRefused.of(
                        404,
                        "ReplicaNotFound",
                        pod + " is no replica (expected: a pod that /api/replicas lists)",
                        replicas.others().stream().map(ServicePod::pod).toList())
                .error();
    }

    private void pass(RoutingContext context, ServicePod pod, String path) {
        String query = context.request().query();
        HttpProxy proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client.http())
                .origin(_ -> client.request(pod, PATIENCE))
                .addInterceptor(new ToReplica(pod, "/api" + path + (query == null ? "" : "?" + query)));
        ProxyHandler.create(proxy).handle(context);
    }

    private final class ToReplica implements ProxyInterceptor {

        private final ServicePod pod;
        private final String uri;

        ToReplica(ServicePod pod, String uri) {
            this.pod = pod;
            this.uri = uri;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().setURI(uri).putHeader(ReplicaClient.FIELD, client.self());
            return context.sendRequest()
                    .recover(failure -> Future.succeededFuture(unreachable(context, ReplicaClient.problem(failure))));
        }

        private ProxyResponse unreachable(ProxyContext context, String problem) {
            ErrorView error = ApiRefused.of(502, "ReplicaUnreachable", pod.pod() + ": " + problem)
                    .error();
            return context.request()
                    .release()
                    .response()
                    .setStatusCode(error.status())
                    .setBody(Body.body(Buffer.buffer(Json.bytes(error)), MediaType.parse("application/json")));
        }
    }
}
