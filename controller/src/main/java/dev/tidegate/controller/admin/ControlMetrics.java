package dev.tidegate.controller.admin;

import dev.tidegate.controller.annotation.RefusedAnnotations;
import dev.tidegate.controller.build.BuildInfo;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.diagnostic.Severity;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// How configuration fares: what was published when, faults of our own, and what is wrong with the objects.
///
/// Threads: any.
public final class ControlMetrics implements MultiCollector {

    private final InstantSource clock;
    private final Labels scope;
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private volatile boolean lastRoundWell = true;
    private volatile Instant lastPublished = Instant.EPOCH;
    private volatile Diagnostics diagnostics = Diagnostics.NONE;

    public ControlMetrics(InstantSource clock, MetricScope scope) {
        this.clock = clock;
        this.scope = scope.labels();
    }

    public void published() {
        published.incrementAndGet();
        lastPublished = clock.instant();
    }

    /// A round of the control loop came to its end, with these diagnostics.
    public void compiled(Diagnostics current) {
        diagnostics = current;
        lastRoundWell = true;
    }

    /// A fault of our own cost a round.
    public void failed() {
        faults.incrementAndGet();
        lastRoundWell = false;
    }

    @Override
    public MetricSnapshots collect() {
        return MetricSnapshots.of(
                Samples.gauge(
                        "nginx_ingress_controller_config_last_reload_successful",
                        "1 if the last round of compiling ended well, 0 if a fault of our own stopped it.",
                        scope,
                        lastRoundWell ? 1 : 0),
                Samples.gauge(
                        "nginx_ingress_controller_config_last_reload_successful_timestamp_seconds",
                        "When the table that is served was published, in seconds since 1970.",
                        scope,
                        lastPublished.getEpochSecond()),
                untyped("nginx_ingress_controller_success", "Tables that were published.", published),
                untyped("nginx_ingress_controller_errors", "Rounds that a fault of our own stopped.", faults),
                Samples.gauge(
                        "nginx_ingress_controller_build_info",
                        "Always 1; the labels tell the version.",
                        scope.merge(Labels.of(
                                "release",
                                BuildInfo.CURRENT.version(),
                                "build",
                                BuildInfo.CURRENT.build(),
                                "repository",
                                "tidegate")),
                        1),
                bySeverity(),
                refusedAnnotations(),
                Samples.gauge(
                        "tidegate_quarantined_ingresses",
                        "Ingresses that an edit made malformed, and that are served as they last were good.",
                        Labels.EMPTY,
                        diagnostics.count(DiagnosticReason.QUARANTINED)));
    }

    /// Bounded by the names that ingress-nginx has.
    private GaugeSnapshot refusedAnnotations() {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("tidegate_refused_annotations")
                .help("Objects that set an annotation which is not honoured now.");
        RefusedAnnotations.byName(diagnostics)
                .forEach((annotation, count) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("annotation", annotation))
                        .value(Samples.whole(count))
                        .build()));
        return gauge.build();
    }

    private UnknownSnapshot untyped(String name, String help, AtomicLong count) {
        return UnknownSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(Samples.untyped(scope, count.get()))
                .build();
    }

    private GaugeSnapshot bySeverity() {
        Diagnostics current = diagnostics;
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("tidegate_diagnostics").help("What is wrong with the objects now.");
        for (Severity severity : Severity.values()) {
            gauge.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("severity", severity.name().toLowerCase(Locale.ROOT)))
                    .value(Samples.whole(current.count(severity)))
                    .build());
        }
        return gauge.build();
    }
}
