package dev.tidegate.controller.admin;

import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.RoutingTable;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/// The table that is being served, and when its certificates end.
public final class TableMetrics implements MultiCollector {

    /// A double holds this many hex digits exactly.
    private static final int HASH_DIGITS = 13;

    private final ActiveTable active;
    private final MetricScope scope;

    public TableMetrics(ActiveTable active, MetricScope scope) {
        this.active = active;
        this.scope = scope;
    }

    @Override
    public MetricSnapshots collect() {
        Publication publication = active.current();
        RoutingTable table = publication.table();
        return MetricSnapshots.of(
                Samples.gauge(
                        "tidegate_table_generation",
                        "Number of the table that is served; 0 before the first.",
                        Labels.EMPTY,
                        table.provenance().generation()),
                Samples.gauge(
                        "tidegate_table_hosts",
                        "Hosts in it.",
                        Labels.EMPTY,
                        table.hosts().size()),
                Samples.gauge(
                        "tidegate_table_backends",
                        "Backends in it.",
                        Labels.EMPTY,
                        table.backends().size()),
                Samples.gauge(
                        "tidegate_certificates_awaited",
                        "Hosts whose Secret has not been read yet; their handshakes wait for it.",
                        Labels.EMPTY,
                        publication.certificates().awaited().size()),
                Samples.gauge(
                        "tidegate_handshakes_waiting",
                        "Handshakes that wait for such a Secret now.",
                        Labels.EMPTY,
                        active.waits().count()),
                Samples.gauge(
                        "nginx_ingress_controller_config_hash",
                        "The table's digest, as a number: equal on replicas that route alike.",
                        scope.labels(),
                        hash(table.provenance().digest())),
                expiry(publication));
    }

    private GaugeSnapshot expiry(Publication publication) {
        GaugeSnapshot.Builder expiry = GaugeSnapshot.builder()
                .name("nginx_ingress_controller_ssl_expire_time_seconds")
                .help("When the host's certificate ends, in seconds since 1970.");
        publication
                .certificates()
                .byHost()
                .forEach((host, certificate) -> expiry.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(scope.labels()
                                .merge(Labels.of(
                                        "class",
                                        scope.controllerClass(),
                                        "host",
                                        host,
                                        "identifier",
                                        certificate.serialNumber().toString(16))))
                        .value(Samples.whole(certificate.notAfter().getEpochSecond()))
                        .build()));
        return expiry.build();
    }

    private static long hash(String digest) {
        return digest.isEmpty() ? 0 : Long.parseLong(digest, 0, Math.min(digest.length(), HASH_DIGITS), 16);
    }
}
