package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.source.WatchState;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// How the watching of the cluster goes; nothing, where the source is none.
///
/// Threads: any.
public final class WatchMetrics implements MultiCollector {

    private final Supplier<Optional<WatchState>> state;

    public WatchMetrics(Supplier<Optional<WatchState>> state) {
        this.state = requireNonNull(state);
    }

    @Override
    public MetricSnapshots collect() {
        return state.get().map(WatchMetrics::of).orElseGet(MetricSnapshots::of);
    }

    private static MetricSnapshots of(WatchState state) {
        return MetricSnapshots.of(
                Samples.gauge(
                        "tidegate_cluster_watches",
                        "Watches of the API server that stand.",
                        Labels.EMPTY,
                        state.standing()),
                Samples.gauge(
                        "tidegate_cluster_watches_wanted",
                        "Watches of the API server that should stand.",
                        Labels.EMPTY,
                        state.wanted()),
                Samples.counter(
                        "tidegate_cluster_watch_restarts",
                        "Watches that stood, ended and were opened again.",
                        Labels.EMPTY,
                        state.restarts()),
                Samples.gauge(
                        "tidegate_cluster_last_contact_timestamp_seconds",
                        "When the API server last said anything, in seconds since 1970; 0 if it never did.",
                        Labels.EMPTY,
                        state.lastContact().map(Instant::getEpochSecond).orElse(0L)));
    }
}
