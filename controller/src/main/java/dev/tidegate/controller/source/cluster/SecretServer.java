package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The requests for one Secret by its name. No other is ever asked for, so a role may name those that may be read;
/// the verbs are `get` and `watch`.
///
/// Threads: any; a reply comes on a thread of the client's. Nothing is tried again here.
///
/// Source: Kubernetes API concepts, "Retrieving large results sets", "Watch bookmarks", "Streaming lists"; RBAC,
/// "Referring to resources" (a watch by `metadata.name` is within `resourceNames`).
final class SecretServer {

    /// What the server said. Anything else is a [Setback].
    sealed interface Reply {

        record Found(Secret secret) implements Reply {}

        record Absent() implements Reply {}

        record Failed(Setback setback) implements Reply {}
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /// Whatever is called otherwise cannot exist; and a name ends up in a path and in a selector.
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private final URI base;
    private final HttpClient http;

    SecretServer(KubernetesClient client) {
        this.base = URI.create(client.getMasterUrl().toString());
        this.http = withoutRetries(client);
    }

    /// The client's own, but for its retries: what is worth another try is decided where all Secrets are in view.
    private static HttpClient withoutRetries(KubernetesClient client) {
        RequestConfig config = new RequestConfigBuilder(
                        client.getConfiguration().getRequestConfig())
                .withRequestRetryBackoffLimit(0)
                .build();
        return client.getHttpClient().newBuilder().tag(config).build();
    }

    static boolean canExist(ObjectKey key) {
        return NAME.matcher(key.name()).matches()
                && NAME.matcher(key.namespace()).matches();
    }

    /// The server answers from its memory, at half the cost of a look into its database. What it does not remember
    /// may have come a moment ago, so its word that there is none is asked for exactly.
    void get(ObjectKey key, Consumer<Reply> reply) {
        URI exact = base.resolve(
                "api/v1/namespaces/" + encoded(key.namespace()) + "/secrets/" + encoded(key.name()));
        answer(URI.create(exact + "?resourceVersion=0"))
                .thenCompose(response -> response.code() == HttpURLConnection.HTTP_NOT_FOUND
                        ? answer(exact)
                        : CompletableFuture.completedFuture(response))
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, thrown) ->
                        reply.accept(thrown == null ? read(response) : new Reply.Failed(Setback.of(thrown))));
    }

    private CompletableFuture<HttpResponse<byte[]>> answer(URI uri) {
        try {
            return http.sendAsync(http.newHttpRequestBuilder().uri(uri).build(), byte[].class);
        } catch (RuntimeException unsent) {
            // A token that cannot be read, a client that is closed.
            return CompletableFuture.failedFuture(unsent);
        }
    }

    private static Reply read(HttpResponse<byte[]> response) {
        return switch (response.code()) {
            case HttpURLConnection.HTTP_OK -> secret(response.body());
            case HttpURLConnection.HTTP_NOT_FOUND -> new Reply.Absent();
            default -> new Reply.Failed(Setback.of(response));
        };
    }

    private static Reply secret(byte[] body) {
        try {
            return new Reply.Found(SecretReader.secret(body));
        } catch (IOException malformed) {
            return new Reply.Failed(Setback.of(malformed));
        }
    }

    /// The address of a watch. `from`: the version to go on from; if there is none, the watch begins with what is
    /// there. `initialBookmark`: and says when that was all; servers before 1.34 may not know how.
    URI watch(ObjectKey key, Optional<String> from, boolean initialBookmark, Duration atMost) {
        StringBuilder uri = new StringBuilder("api/v1/namespaces/")
                .append(encoded(key.namespace()))
                .append("/secrets?watch=1&allowWatchBookmarks=true&fieldSelector=metadata.name%3D")
                .append(encoded(key.name()))
                .append("&timeoutSeconds=")
                .append(atMost.toSeconds());
        if (from.isPresent()) {
            uri.append("&resourceVersion=").append(encoded(from.get()));
        } else if (initialBookmark) {
            uri.append("&sendInitialEvents=true&resourceVersionMatch=NotOlderThan");
        }
        return base.resolve(uri.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
