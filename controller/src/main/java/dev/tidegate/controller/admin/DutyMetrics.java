package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.Supplier;

/// What this replica writes to the cluster: whether it leads, Ingress status, Events.
///
/// Threads: any.
public final class DutyMetrics implements MultiCollector {

    private final Labels scope;
    private final String lease;
    private final Supplier<State> state;

    /// Counted since the start, but for `statusPending`: the Ingresses whose status is not right yet.
    public record State(
            boolean leading,
            long statusWritten,
            long statusFailed,
            long statusPending,
            long eventsWritten,
            long eventsFailed,
            long eventsDropped) {}

    /// `lease`: its name.
    public DutyMetrics(MetricScope scope, String lease, Supplier<State> state) {
        this.scope = scope.labels();
        this.lease = requireNonNull(lease);
        this.state = requireNonNull(state);
    }

    @Override
    public MetricSnapshots collect() {
        State now = state.get();
        return MetricSnapshots.of(
                Samples.gauge(
                        "nginx_ingress_controller_leader_election_status",
                        "1 if this replica is the leader, which writes status and Events; else 0.",
                        scope.merge(Labels.of("name", lease)),
                        now.leading() ? 1 : 0),
                Samples.gauge(
                        "tidegate_status_pending",
                        "Ingresses whose status is not right yet; 0 if another replica is the leader.",
                        Labels.EMPTY,
                        now.statusPending()),
                CounterSnapshot.builder()
                        .name("tidegate_status_writes")
                        .help("Writes of an Ingress' status, by outcome.")
                        .dataPoint(Samples.counted(Labels.of("outcome", "written"), now.statusWritten()))
                        .dataPoint(Samples.counted(Labels.of("outcome", "failed"), now.statusFailed()))
                        .build(),
                CounterSnapshot.builder()
                        .name("tidegate_events")
                        .help("Events for the objects concerned, by outcome; dropped ones are in the log all the same.")
                        .dataPoint(Samples.counted(Labels.of("outcome", "written"), now.eventsWritten()))
                        .dataPoint(Samples.counted(Labels.of("outcome", "failed"), now.eventsFailed()))
                        .dataPoint(Samples.counted(Labels.of("outcome", "dropped"), now.eventsDropped()))
                        .build());
    }
}
