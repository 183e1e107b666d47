package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.PolicySummary;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// What network policies come to: which Services' endpoints they keep the gateway from, and whether that is heeded.
///
/// Threads: any.
public final class PolicyMetrics implements MultiCollector {

    /// A policy of the whole cluster may close every Service; nobody's dashboard has use for them all.
    private static final int MOST = 1000;

    private final Supplier<Optional<PolicySummary>> summary;

    public PolicyMetrics(Supplier<Optional<PolicySummary>> summary) {
        this.summary = requireNonNull(summary);
    }

    @Override
    public MetricSnapshots collect() {
        return summary.get().map(PolicyMetrics::of).orElseGet(MetricSnapshots::of);
    }

    private static MetricSnapshots of(PolicySummary it) {
        GaugeSnapshot.Builder denied = GaugeSnapshot.builder()
                .name("tidegate_network_policy_denied_endpoints")
                .help("Endpoints that network policies keep the gateway from; heeded: it sends them nothing.");
        it.denials().stream()
                .limit(MOST)
                .forEach(denial -> denied.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of(
                                "namespace",
                                denial.service().namespace(),
                                "service",
                                denial.service().name(),
                                "heeded",
                                Boolean.toString(denial.heeded())))
                        .value(Samples.whole(denial.endpoints()))
                        .build()));
        return MetricSnapshots.of(
                denied.build(),
                Samples.gauge(
                        "tidegate_network_policies", "Network policies that are known.", Labels.EMPTY, it.policies()),
                Samples.gauge(
                        "tidegate_network_policy_info",
                        "Always 1; the labels tell what is made of network policies, and whether the network plug-in"
                                + " enforces them.",
                        Labels.of(
                                "mode",
                                it.mode().word(),
                                "enforcement",
                                it.enforcement().name().toLowerCase(Locale.ROOT)),
                        1));
    }
}
