package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.resolve.Resolution;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// How the names of ExternalName Services fare, by state.
///
/// Threads: any.
public final class NameMetrics implements MultiCollector {

    private static final List<String> STATES = List.of("resolved", "stale", "missing", "failing", "pending");

    private final Supplier<Collection<Resolution>> names;

    public NameMetrics(Supplier<Collection<Resolution>> names) {
        this.names = requireNonNull(names);
    }

    @Override
    public MetricSnapshots collect() {
        Collection<Resolution> now = names.get();
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("tidegate_external_names")
                .help("Names of ExternalName Services in use, by what is known of them.");
        for (String state : STATES) {
            gauge.dataPoint(GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("state", state))
                    .value(Samples.whole(now.stream()
                            .filter(name -> state(name).equals(state))
                            .count()))
                    .build());
        }
        return MetricSnapshots.of(gauge.build());
    }

    private static String state(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found found -> found.stale().isPresent() ? "stale" : "resolved";
            case Resolution.Missing _ -> "missing";
            case Resolution.Failing _ -> "failing";
            case Resolution.Pending _ -> "pending";
        };
    }
}
