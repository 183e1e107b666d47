package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.compile.ServicePod;
import dev.tidegate.controller.view.ErrorView;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.function.IntSupplier;

/// Talks to the admin listeners of the other replicas, on the port that is our own, and says so in each request: one
/// that comes from a replica is answered by whom it reaches, and goes no further.
///
/// Threads: the admin listener's event loop.
final class ReplicaClient {

    /// Who passes a request on.
    static final String FIELD = "Tidegate-Replica";

    static final ErrorView LOOP = ApiRefused.of(
                    508, "LoopDetected", "the request has come from a replica already; it goes no further")
            .error();

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client;
    private final IntSupplier port;
    private final String self;

    ReplicaClient(Vertx vertx, IntSupplier port, String self) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setDecompressionSupported(false));
        this.port = port;
        this.self = self.isEmpty() ? "unnamed" : self;
    }

    static boolean comesFromReplica(HttpServerRequest request) {
        return request.headers().contains(FIELD);
    }

    HttpClient http() {
        return client;
    }

    String self() {
        return self;
    }

    Future<HttpClientResponse> get(ServicePod pod, String uri, Duration patience) {
        return request(pod, patience)
                .compose(request -> request.setURI(uri).putHeader(FIELD, self).send());
    }

    Future<HttpClientRequest> request(ServicePod pod, Duration patience) {
        String address = pod.address();
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port.getAsInt(), address))
                .setHost(address.indexOf(':') < 0 ? address : "[" + address + "]")
                .setPort(port.getAsInt())
                .setConnectTimeout(CONNECT.toMillis())
                .setTimeout(patience.toMillis()));
    }

    /// One line for people, and no stack trace.
    static String problem(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
    }
}
