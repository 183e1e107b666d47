package dev.tidegate.controller.admin;

import dev.tidegate.gateway.observe.GatewayMetrics;
import dev.tidegate.gateway.observe.ProxyHeaderFault;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.LongSupplier;

/// Connections of clients and to endpoints, requests in all, and what the access log had to drop.
public final class ConnectionMetrics implements MultiCollector {

    private final GatewayMetrics metrics;
    private final LongSupplier logDropped;
    private final Labels scope;

    public ConnectionMetrics(GatewayMetrics metrics, LongSupplier logDropped, MetricScope scope) {
        this.metrics = metrics;
        this.logDropped = logDropped;
        this.scope = scope.labels();
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                Samples.gauge(
                        "nginx_ingress_controller_nginx_process_connections",
                        "Open client connections.",
                        scope.merge(Labels.of("state", "active")),
                        metrics.clientConnectionsActive()),
                Samples.counter(
                        "tidegate_client_connections_opened",
                        "Client connections that were accepted.",
                        Labels.EMPTY,
                        metrics.clientConnectionsOpened()),
                withoutProxyHeader(),
                Samples.counter(
                        "nginx_ingress_controller_nginx_process_requests",
                        "Requests that were begun.",
                        scope,
                        metrics.requestsBegun()),
                Samples.gauge(
                        "tidegate_requests_active", "Requests in flight.", Labels.EMPTY, metrics.requestsActive()),
                Samples.gauge(
                        "tidegate_upstream_connections",
                        "Open connections to endpoints.",
                        Labels.EMPTY,
                        metrics.upstreamConnectionsActive()),
                Samples.counter(
                        "tidegate_upstream_connections_opened",
                        "Connections to endpoints that were opened.",
                        Labels.EMPTY,
                        metrics.upstreamConnectionsOpened()),
                Samples.counter(
                        "tidegate_upstream_connections_reused",
                        "Requests that found an open connection to their endpoint.",
                        Labels.EMPTY,
                        metrics.upstreamConnectionsReused()),
                Samples.counter(
                        "tidegate_upstream_retries",
                        "Attempts that were made again on another connection or endpoint.",
                        Labels.EMPTY,
                        metrics.upstreamRetries()),
                Samples.counter(
                        "tidegate_access_log_dropped",
                        "Access log records that were dropped because their reader could not keep up.",
                        Labels.EMPTY,
                        logDropped.getAsLong()));
    }

    private CounterSnapshot withoutProxyHeader() {
        CounterSnapshot.Builder refused = CounterSnapshot.builder()
                .name("tidegate_proxy_protocol_refused")
                .help("Client connections that were closed for want of a PROXY header, by what was wrong.");
        metrics.proxyHeaderFaults()
                .forEach((ProxyHeaderFault fault, Long count) ->
                        refused.dataPoint(Samples.counted(Labels.of("reason", fault.code()), count)));
        return refused.build();
    }
}
