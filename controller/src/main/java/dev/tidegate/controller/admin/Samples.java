package dev.tidegate.controller.admin;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;

/// Metrics of one value, read at the moment of a scrape. All are whole numbers.
final class Samples {

    private Samples() {}

    /// Exact up to 2^53, which no counter of ours lives to see.
    static double whole(long value) {
        return value;
    }

    static MetricSnapshot gauge(String name, String help, Labels labels, long value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(whole(value))
                        .build())
                .build();
    }

    /// `name` without `_total`, which the exposition adds.
    static MetricSnapshot counter(String name, String help, Labels labels, long value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(counted(labels, value))
                .build();
    }

    static CounterSnapshot.CounterDataPointSnapshot counted(Labels labels, long value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(whole(value))
                .build();
    }

    /// A counter whose ingress-nginx name lacks `_total`: the exposition would add it, so it goes out untyped.
    static UnknownSnapshot.UnknownDataPointSnapshot untyped(Labels labels, long value) {
        return UnknownSnapshot.UnknownDataPointSnapshot.builder()
                .labels(labels)
                .value(whole(value))
                .build();
    }
}
