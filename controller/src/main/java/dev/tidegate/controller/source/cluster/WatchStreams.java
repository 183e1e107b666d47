package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Many watches over few connections: each is a stream of HTTP/2.
///
/// An API server allows a hundred streams on a connection, and the JDK's client keeps one connection per server, so a
/// connection is a client of its own here. They are made as they are needed. The first stream of one has to be
/// answered before others may follow, else each would make a connection of its own; so ask [#ready] first. One that
/// has failed a stream, or has fallen silent, takes no new ones: a connection whose other end is gone without a word
/// looks like any other. It goes when its last stream does. Where no HTTP/2 is spoken, each stream is a connection.
///
/// Threads: one, `thread`, which is also told that a stream is open or has ended; lines come on others.
final class WatchStreams {

    private static final int STREAMS = 90;
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final String TOO_MANY = "too many concurrent streams";

    private final Config config;
    private final Executor thread;
    private final WatchClients clients = new WatchClients();
    private final List<Connection> connections = new ArrayList<>();
    private int limit = STREAMS;

    /// Whoever waits for what a stream brings.
    interface Listener {

        void opened();

        /// Fails: [IOException] if it is none that can be read; the stream ends then.
        void line(byte[] line) throws IOException;

        /// The last call. Empty: the server has ended it in order.
        void ended(Optional<Setback> setback);
    }

    WatchStreams(Config config, Executor thread) {
        this.config = config;
        this.thread = thread;
    }

    /// May another stream be opened now?
    boolean ready() {
        return connections.stream().noneMatch(Connection::unproven);
    }

    Stream open(URI uri, Listener listener) {
        Connection connection =
                connections.stream().filter(Connection::hasRoom).findFirst().orElseGet(this::connect);
        Stream stream = new Stream(connection, listener);
        stream.open(uri);
        return stream;
    }

    int connections() {
        return connections.size();
    }

    private Connection connect() {
        Connection connection = new Connection(clients.newBuilder(config).build());
        connections.add(connection);
        return connection;
    }

    private final class Connection {

        private final HttpClient client;
        private int streams;
        private boolean proven;
        private boolean retired;

        Connection(HttpClient client) {
            this.client = client;
        }

        boolean unproven() {
            return !proven && !retired;
        }

        boolean hasRoom() {
            return !retired && streams < limit;
        }

        void retire() {
            retired = true;
            if (streams == 0) {
                connections.remove(this);
                client.close();
            }
        }

        void end(Optional<Setback> setback) {
            streams--;
            if (setback.isPresent() && setback.get() instanceof Setback.Unreachable it) {
                if (it.reason().contains(TOO_MANY)) {
                    limit = Math.max(1, streams);
                }
                retired = true;
            }
            if (streams == 0 && (retired || connections.size() > 1)) {
                retire();
            }
        }
    }

    /// One watch.
    final class Stream {

        private final Connection connection;
        private final Listener listener;
        private final Lines lines;
        private @Nullable CompletableFuture<HttpResponse<AsyncBody>> answer;
        private boolean over;

        private Stream(Connection connection, Listener listener) {
            this.connection = connection;
            this.listener = listener;
            this.lines = new Lines(listener::line);
        }

        private void open(URI uri) {
            connection.streams++;
            try {
                HttpRequest request = connection
                        .client
                        .newHttpRequestBuilder()
                        .uri(uri)
                        .forStreaming()
                        .build();
                answer = connection.client.consumeBytes(request, (chunk, body) -> {
                    lines.take(chunk);
                    body.consume();
                });
            } catch (RuntimeException unsent) {
                // A token that cannot be read.
                answer = CompletableFuture.failedFuture(unsent);
            }
            answer.orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((response, thrown) -> thread.execute(() -> answered(response, thrown)));
        }

        private void answered(@Nullable HttpResponse<AsyncBody> response, @Nullable Throwable thrown) {
            if (response == null) {
                end(Optional.of(Setback.of(thrown == null ? new IllegalStateException("no answer") : thrown)));
                return;
            }
            connection.proven = true;
            if (response.code() != HttpURLConnection.HTTP_OK) {
                response.body().cancel();
                end(Optional.of(Setback.of(response)));
                return;
            }
            response.body()
                    .done()
                    .whenComplete((_, failed) ->
                            thread.execute(() -> end(Optional.ofNullable(failed).map(Setback::of))));
            if (over) {
                response.body().cancel();
            } else {
                listener.opened();
                response.body().consume();
            }
        }

        private void end(Optional<Setback> setback) {
            connection.end(over ? Optional.empty() : setback);
            if (!over) {
                over = true;
                listener.ended(setback);
            }
        }

        /// Nothing more is told of it.
        void close() {
            over = true;
            if (answer != null) {
                answer.thenAccept(response -> response.body().cancel());
            }
        }

        /// It ought to have said something for a while.
        void abandon() {
            connection.retire();
            close();
        }
    }
}
