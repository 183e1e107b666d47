package dev.tidegate.gateway;

import dev.tidegate.gateway.listen.GatewayOptions;
import dev.tidegate.gateway.observe.AccessFormat;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.GatewayMetrics;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.Balance;
import dev.tidegate.gateway.table.ClientAccess;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.HostIndex;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.Policies;
import dev.tidegate.gateway.table.Protocol;
import dev.tidegate.gateway.table.Provenance;
import dev.tidegate.gateway.table.Reason;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RouteId;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.gateway.warmup.LoopbackCertificate;
import dev.tidegate.gateway.warmup.LoopbackOrigin;
import dev.tidegate.gateway.warmup.PlainCaller;
import dev.tidegate.gateway.warmup.SecureCaller;
import dev.tidegate.persistent.PersistentMap;
import dev.tidegate.tls.CertificateIndex;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Requests that a second gateway of this process serves to itself, so that the code on a request's way is loaded
/// and compiled before the first client's.
///
/// It shares code with the real one and nothing else: its listeners are on loopback, on ports that the system chose;
/// its counters and its access log are thrown away.
public final class WarmUp {

    private static final String HOST = "warm-up.invalid";
    private static final String PATH = "/catalog/items/17?color=blue&size=9";
    private static final ResourceRef SOURCE = ResourceRef.of("Gateway", "", "warm-up");
    private static final int AT_ONCE = 4;
    /// For one step of it, which takes milliseconds unless the machine is at its limit.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// How long to ask, and how many requests are enough.
    public record Bound(Duration time, int requests) {}

    /// How many requests were made, and how long all of it took.
    public record Result(int requests, Duration took) {}

    private final GatewayOptions options;
    private final Optional<AccessFormat> format;
    private final AtomicInteger asked = new AtomicInteger();

    private WarmUp(GatewayOptions like, Optional<AccessFormat> format) {
        this.options = new GatewayOptions(
                "127.0.0.1", 0, 0, 1, like.nativeTls(), like.tls(), like.exchange(), like.upstream());
        this.format = format;
    }

    /// Shape: the options of the gateway that is to be warm, and how its access log is written, if it is → what was
    /// done. Some requests come over HTTP/1.1, as many as there is time for over TLS and HTTP/2. The time counts
    /// from when both have been answered once, which alone takes half a second where there is one core.
    ///
    /// Threads: the caller's waits; a few more come and go.
    ///
    /// Fails: [IOException] if loopback cannot be used; [InterruptedException] if it is to end early.
    public static Result run(GatewayOptions like, Optional<AccessFormat> format, Bound bound)
            throws IOException, InterruptedException {
        return new WarmUp(like, format).run(bound);
    }

    private Result run(Bound bound) throws IOException, InterruptedException {
        if (bound.time().isZero()) {
            return new Result(0, Duration.ZERO);
        }
        long begunNs = System.nanoTime();
        AccessLog log = format.map(it -> AccessLog.start(it, OutputStream.nullOutputStream()))
                .orElse(null);
        try (LoopbackOrigin origin = LoopbackOrigin.open()) {
            ActiveTable active = new ActiveTable(new Publication(
                    tableTo(origin.endpoint()), CertificateIndex.of(Map.of(), LoopbackCertificate.read())));
            Future<Gateway> starting = Gateway.start(options, active, new GatewayMetrics(), log);
            try {
                ask(await(starting), bound);
            } finally {
                // Also one that comes when it is no longer waited for.
                await(starting.transform(it -> it.succeeded() ? it.result().close() : Future.succeededFuture()));
            }
        } finally {
            if (log != null) {
                log.close();
            }
        }
        return new Result(Math.min(asked.get(), bound.requests()), Duration.ofNanos(System.nanoTime() - begunNs));
    }

    private void ask(Gateway gateway, Bound bound) throws IOException, InterruptedException {
        try (SecureCaller secure = new SecureCaller(gateway.httpsPort(), PATH, options.nativeTls());
                PlainCaller plain = new PlainCaller(gateway.httpPort(), HOST, PATH)) {
            AtomicBoolean first = new AtomicBoolean(true);
            await(secure.ask(1, () -> first.getAndSet(false)));
            plain.ask();
            asked.addAndGet(2);
            long endNs = System.nanoTime() + bound.time().toNanos();
            BooleanSupplier counted =
                    () -> System.nanoTime() - endNs < 0 && asked.incrementAndGet() <= bound.requests();
            Future<Void> secured = secure.ask(AT_ONCE, counted);
            while (!Thread.currentThread().isInterrupted() && counted.getAsBoolean()) {
                plain.ask();
            }
            await(secured);
        }
    }

    private static <T> T await(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("warm-up: " + failed.getMessage(), failed);
        }
    }

    private static RoutingTable tableTo(Endpoint endpoint) {
        BackendId id = new BackendId("warm-up");
        Backend backend = new Backend(
                id,
                Protocol.HTTP,
                Balance.ROUND_ROBIN,
                List.of(endpoint),
                Reason.NO_ENDPOINTS,
                ClientAccess.EVERYBODY,
                "warm-up",
                "http",
                SOURCE);
        List<Route> routes =
                List.of(route("/", id), route("/catalog", id), route("/catalog/items", id), route("/about", id));
        return new RoutingTable(
                new Provenance(1, Instant.EPOCH, "warm-up"),
                HostIndex.of(List.of(
                        VirtualHost.of(HostPattern.parse(HOST), routes, Optional.empty()),
                        VirtualHost.of(HostPattern.ANY, routes, Optional.empty()))),
                PersistentMap.copyOf(Map.of(id, backend)),
                Forwarding.TRUST_NOBODY);
    }

    private static Route route(String prefix, BackendId to) {
        return new Route(
                new RouteId("warm-up " + prefix),
                new PathMatch.Prefix(prefix),
                new RouteAction.Forward(to),
                Policies.NONE,
                SOURCE);
    }
}
