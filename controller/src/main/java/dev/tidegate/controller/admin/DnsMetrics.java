package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.respond.ResponderCounts;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the responder was asked, how it answered, and what it knows.
///
/// Threads: any.
public final class DnsMetrics implements MultiCollector {

    private final Supplier<ResponderCounts> counts;
    private final LongSupplier serial;
    private final LongSupplier records;

    /// `serial`: of the zones; 0 before the first. `records`: in all zones.
    public DnsMetrics(Supplier<ResponderCounts> counts, LongSupplier serial, LongSupplier records) {
        this.counts = requireNonNull(counts);
        this.serial = requireNonNull(serial);
        this.records = requireNonNull(records);
    }

    @Override
    public MetricSnapshots collect() {
        ResponderCounts now = counts.get();
        return MetricSnapshots.of(
                labelled("tidegate_dns_questions", "Well-formed questions, by type.", "type", now.questions()),
                labelled("tidegate_dns_answers", "Answers, by code.", "code", now.answers()),
                counter("tidegate_dns_dropped", "Packets that were no question, and not answered.", now.dropped()),
                counter("tidegate_dns_limited", "Answers beyond a network's rate, cut or not sent.", now.limited()),
                counter("tidegate_dns_truncated", "Answers that sent the client to TCP.", now.truncated()),
                counter("tidegate_dns_connections", "TCP connections that were accepted.", now.connections()),
                counter(
                        "tidegate_dns_connections_refused",
                        "TCP connections that were closed at once, as their network had too many.",
                        now.refusedConnections()),
                gauge("tidegate_dns_connections_open", "TCP connections now.", now.openConnections()),
                counter("tidegate_dns_faults", "Internal faults while answering.", now.faults()),
                gauge("tidegate_dns_zone_serial", "Serial of the zones, 0 before the first.", serial.getAsLong()),
                gauge("tidegate_dns_zone_records", "Records in all zones.", records.getAsLong()));
    }

    private static MetricSnapshot labelled(String name, String help, String label, Map<String, Long> counts) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        counts.forEach((value, count) -> counter.dataPoint(Samples.counted(Labels.of(label, value), count)));
        return counter.build();
    }

    private static MetricSnapshot counter(String name, String help, long value) {
        return Samples.counter(name, help, Labels.EMPTY, value);
    }

    private static MetricSnapshot gauge(String name, String help, long value) {
        return Samples.gauge(name, help, Labels.EMPTY, value);
    }
}
