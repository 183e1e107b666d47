package dev.tidegate.controller.admin;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How old the objects of `--last-good` are, and whether it is they that are served.
public final class LastGoodMetrics implements MultiCollector {

    private final InstantSource clock;
    private final BooleanSupplier served;
    private final Supplier<Optional<Instant>> writtenAt;

    /// `served`: are they? `writtenAt`: when they were written; empty if there are none.
    public LastGoodMetrics(InstantSource clock, BooleanSupplier served, Supplier<Optional<Instant>> writtenAt) {
        this.clock = clock;
        this.served = served;
        this.writtenAt = writtenAt;
    }

    @Override
    public MetricSnapshots collect() {
        MetricSnapshots.Builder metrics = MetricSnapshots.builder()
                .metricSnapshot(Samples.gauge(
                        "tidegate_last_good_served",
                        "1 while remembered objects are served, as the source has not been read since the start.",
                        Labels.EMPTY,
                        served.getAsBoolean() ? 1 : 0));
        writtenAt
                .get()
                .ifPresent(at -> metrics.metricSnapshot(Samples.gauge(
                        "tidegate_last_good_age_seconds",
                        "Time since the last good objects were written to their file.",
                        Labels.EMPTY,
                        Math.max(0, Duration.between(at, clock.instant()).toSeconds()))));
        return metrics.build();
    }
}
