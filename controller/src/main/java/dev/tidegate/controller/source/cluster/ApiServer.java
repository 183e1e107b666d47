package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// An API server as those need it who list and watch: answers, streams, and the one thread on which they all remember
/// what they know.
///
/// The client's authentication and TLS are used, but not its retries: what is worth another try, and when, is decided
/// by who asks. The client stays the caller's.
///
/// Threads: any.
final class ApiServer implements AutoCloseable {

    /// A server sends a bookmark a minute.
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final URI base;
    private final HttpClient http;
    private final Duration silence;
    private final ScheduledThreadPoolExecutor thread = oneThread();
    private final WatchStreams streams;
    private final InstantSource clock;
    private volatile Optional<Instant> lastContact = Optional.empty();

    ApiServer(KubernetesClient client, InstantSource clock) {
        this(client, clock, SILENCE);
    }

    /// `silence`: after so long without a word, a watch is taken for dead.
    ApiServer(KubernetesClient client, InstantSource clock, Duration silence) {
        this.clock = clock;
        this.base = URI.create(client.getMasterUrl().toString());
        this.http = withoutRetries(client);
        this.silence = silence;
        this.streams = new WatchStreams(client.getConfiguration(), thread);
    }

    private static HttpClient withoutRetries(KubernetesClient client) {
        RequestConfig config = new RequestConfigBuilder(
                        client.getConfiguration().getRequestConfig())
                .withRequestRetryBackoffLimit(0)
                .build();
        return client.getHttpClient().newBuilder().tag(config).build();
    }

    private static ScheduledThreadPoolExecutor oneThread() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("cluster watches").factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
    }

    /// `path`: as `/api/v1/services?limit=500`; the server's own address may have one before it.
    URI address(String path) {
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Shape: an address and how long it may take → any answer, on a thread of the client's.
    ///
    /// Fails: if there is none.
    CompletableFuture<HttpResponse<byte[]>> get(URI address, Duration bound) {
        try {
            return http.sendAsync(http.newHttpRequestBuilder().uri(address).build(), byte[].class)
                    .orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((answer, _) -> {
                        if (answer != null) {
                            heard();
                        }
                    });
        } catch (RuntimeException unsent) {
            // A token that cannot be read, a client that is closed.
            return CompletableFuture.failedFuture(unsent);
        }
    }

    /// It has said something just now.
    void heard() {
        lastContact = Optional.of(clock.instant());
    }

    Optional<Instant> lastContact() {
        return lastContact;
    }

    ScheduledExecutorService thread() {
        return thread;
    }

    /// For `thread` only.
    WatchStreams streams() {
        return streams;
    }

    Duration silence() {
        return silence;
    }

    /// What was given to `thread` before is still done.
    @Override
    public void close() {
        thread.shutdown();
    }
}
