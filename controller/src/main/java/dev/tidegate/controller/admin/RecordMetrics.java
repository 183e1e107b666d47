package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.records.PublishState;
import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.Withheld;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// How the publishing of DNS records stands. Of a replica that does not lead, only what it has done before.
///
/// Threads: any.
public final class RecordMetrics implements MultiCollector {

    private final Supplier<PublishState> state;

    public RecordMetrics(Supplier<PublishState> state) {
        this.state = requireNonNull(state);
    }

    @Override
    public MetricSnapshots collect() {
        PublishState now = state.get();
        CounterSnapshot.Builder changes =
                CounterSnapshot.builder().name("tidegate_dns_changes").help("Changes of names that were made.");
        for (NameChange.Kind kind : NameChange.Kind.values()) {
            changes.dataPoint(
                    Samples.counted(Labels.of("kind", word(kind)), now.made().getOrDefault(kind, 0L)));
        }
        GaugeSnapshot.Builder withheld = GaugeSnapshot.builder()
                .name("tidegate_dns_withheld_names")
                .help("Names at which something would be to do that is not done, by the reason.");
        withheld(now)
                .forEach((reason, count) -> withheld.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("reason", word(reason)))
                        .value(Samples.whole(count))
                        .build()));
        return MetricSnapshots.of(
                changes.build(),
                withheld.build(),
                Samples.counter(
                        "tidegate_dns_failed_changes",
                        "Changes of names that were tried and not made.",
                        Labels.EMPTY,
                        now.failed()),
                Samples.gauge(
                        "tidegate_dns_wanted_names",
                        "Names that are to have records.",
                        Labels.EMPTY,
                        now.wanted() == null ? 0 : now.wanted().names().size()),
                Samples.gauge(
                        "tidegate_dns_refused_claims",
                        "Names and targets that Ingresses ask for and cannot have.",
                        Labels.EMPTY,
                        now.wanted() == null ? 0 : now.wanted().refusals().size()),
                Samples.gauge(
                        "tidegate_dns_pending_changes",
                        "Changes of names that are not made yet.",
                        Labels.EMPTY,
                        now.pending()),
                Samples.gauge(
                        "tidegate_dns_failing_zones",
                        "Zones that could not be read, or not be changed.",
                        Labels.EMPTY,
                        now.failures().stream().map(it -> it.zone()).distinct().count()),
                Samples.gauge(
                        "tidegate_dns_withdrawals_stopped",
                        "1 while so many names would lose records at once that none does.",
                        Labels.EMPTY,
                        now.breaker().isPresent() ? 1 : 0),
                Samples.gauge(
                        "tidegate_dns_settled_timestamp_seconds",
                        "When everything last stood as it ought to; 0: never yet.",
                        Labels.EMPTY,
                        now.settledAt().map(it -> it.getEpochSecond()).orElse(0L)));
    }

    /// Each reason is there, so that an alert finds a 0.
    private static Map<Withheld.Reason, Long> withheld(PublishState now) {
        Map<Withheld.Reason, Long> counts = new EnumMap<>(Withheld.Reason.class);
        for (Withheld.Reason reason : Withheld.Reason.values()) {
            counts.put(reason, 0L);
        }
        now.withheld().forEach(it -> counts.merge(it.reason(), 1L, Long::sum));
        return counts;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
