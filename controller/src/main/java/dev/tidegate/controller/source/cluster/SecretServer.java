package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The requests for one Secret by its name. No other is ever asked for, so a role may name those that may be read;
/// the verbs are `get` and `watch`.
///
/// Threads: any; a reply comes on a thread of the client's. Nothing is tried again here.
///
/// Source: Kubernetes API concepts, "Resource versions", "Streaming lists"; RBAC, "Referring to resources" (a watch
/// by `metadata.name` is within `resourceNames`).
final class SecretServer {

    /// What the server said.
    sealed interface Reply {

        record Found(Secret secret) implements Reply {}

        record Absent() implements Reply {}

        record Failed(Setback setback) implements Reply {}
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /// Whatever is called otherwise cannot exist; and a name ends up in a path and in a selector.
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private final ApiServer server;
    private final ObjectJson<Secret> json = new ObjectJson<>(Secret.class);

    SecretServer(ApiServer server) {
        this.server = server;
    }

    static boolean canExist(ObjectKey key) {
        return NAME.matcher(key.name()).matches()
                && NAME.matcher(key.namespace()).matches();
    }

    /// The server answers from its memory, at half the cost of a look into its database. What it does not remember
    /// may have come a moment ago, so its word that there is none is asked for exactly.
    void get(ObjectKey key, Consumer<Reply> reply) {
        URI exact = server.address("/api/v1/namespaces/" + key.namespace() + "/secrets/" + key.name());
        server.get(URI.create(exact + "?resourceVersion=0"), TIMEOUT)
                .thenCompose(response -> response.code() == HttpURLConnection.HTTP_NOT_FOUND
                        ? server.get(exact, TIMEOUT)
                        : CompletableFuture.completedFuture(response))
                .whenComplete((response, thrown) ->
                        reply.accept(thrown == null ? read(response) : new Reply.Failed(Setback.of(thrown))));
    }

    private Reply read(HttpResponse<byte[]> response) {
        return switch (response.code()) {
            case HttpURLConnection.HTTP_OK -> secret(response.body());
            case HttpURLConnection.HTTP_NOT_FOUND -> new Reply.Absent();
            default -> new Reply.Failed(Setback.of(response));
        };
    }

    private Reply secret(byte[] body) {
        try {
            return new Reply.Found(ReducedSecret.of(json.object(body)));
        } catch (IOException malformed) {
            return new Reply.Failed(Setback.of(malformed));
        }
    }

    /// The address of a watch. `from`: the version to go on from; if there is none, the watch begins with what is
    /// there. `initialBookmark`: and says when that was all; servers before 1.34 may not know how.
    URI watch(ObjectKey key, Optional<String> from, boolean initialBookmark, Duration atMost) {
        StringBuilder path = new StringBuilder("/api/v1/namespaces/")
                .append(key.namespace())
                .append("/secrets?watch=1&allowWatchBookmarks=true&fieldSelector=metadata.name%3D")
                .append(key.name())
                .append("&timeoutSeconds=")
                .append(atMost.toSeconds());
        if (from.isPresent()) {
            path.append("&resourceVersion=").append(ApiServer.encoded(from.get()));
        } else if (initialBookmark) {
            path.append("&sendInitialEvents=true&resourceVersionMatch=NotOlderThan");
        }
        return server.address(path.toString());
    }

    /// Shape: a line of such a watch → the event.
    ///
    /// Fails: [IOException] if it is none.
    Optional<WatchEvent<Secret>> event(byte[] line) throws IOException {
        return json.event(line)
                .map(event -> event instanceof WatchEvent.Present<Secret> it
                        ? new WatchEvent.Present<>(it.key(), ReducedSecret.of(it.object()), it.version())
                        : event);
    }
}
