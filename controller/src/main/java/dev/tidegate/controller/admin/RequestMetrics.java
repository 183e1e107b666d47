package dev.tidegate.controller.admin;

import dev.tidegate.gateway.observe.GatewayMetrics;
import dev.tidegate.gateway.observe.RequestOwner;
import dev.tidegate.gateway.observe.RequestTotals;
import dev.tidegate.gateway.table.Reason;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.util.List;

/// What requests came to, by the rule that took them, under the names that ingress-nginx dashboards read.
///
/// All labels are bounded by the routing table: `path` and `host` are the rule's. `method` is not among them.
public final class RequestMetrics implements MultiCollector {

    private static final List<Double> BOUNDS = RequestTotals.boundsSeconds();

    private final GatewayMetrics metrics;
    private final Labels scope;

    public RequestMetrics(GatewayMetrics metrics, MetricScope scope) {
        this.metrics = metrics;
        this.scope = scope.labels();
    }

    @Override
    public MetricSnapshots collect() {
        UnknownSnapshot.Builder requests = UnknownSnapshot.builder()
                .name("nginx_ingress_controller_requests")
                .help("Requests by status and by the rule that took them; no rule: empty labels. Only ever grows.");
        HistogramSnapshot.Builder durations = HistogramSnapshot.builder()
                .name("nginx_ingress_controller_request_duration_seconds")
                .help("From a request's first byte to the last byte of its response.");
        SummarySnapshot.Builder received = SummarySnapshot.builder()
                .name("nginx_ingress_controller_request_size")
                .help("Bytes of request bodies.");
        SummarySnapshot.Builder sent = SummarySnapshot.builder()
                .name("nginx_ingress_controller_response_size")
                .help("Bytes of response bodies.");
        for (RequestTotals totals : metrics.requests()) {
            Labels owner = scope.merge(labels(totals.owner()));
            totals.byStatus()
                    .forEach((status, count) ->
                            requests.dataPoint(Samples.untyped(owner.merge(Labels.of("status", status)), count)));
            durations.dataPoint(HistogramDataPointSnapshot.builder()
                    .labels(owner)
                    .classicHistogramBuckets(buckets(totals.buckets()))
                    .sum(totals.durationSeconds())
                    .build());
            long count = totals.buckets().stream().mapToLong(it -> it).sum();
            received.dataPoint(summary(owner, count, Samples.whole(totals.requestBytes())));
            sent.dataPoint(summary(owner, count, Samples.whole(totals.responseBytes())));
        }
        return MetricSnapshots.of(requests.build(), durations.build(), received.build(), sent.build(), answers());
    }

    private CounterSnapshot answers() {
        CounterSnapshot.Builder answers = CounterSnapshot.builder()
                .name("tidegate_answers")
                .help("Requests that the gateway answered itself or saw fail, by reason (docs/reasons.md).");
        metrics.reasons()
                .forEach((Reason reason, Long count) -> answers.dataPoint(Samples.counted(
                        Labels.of("reason", reason.code(), "status", Integer.toString(reason.status())), count)));
        return answers.build();
    }

    private static Labels labels(RequestOwner owner) {
        return Labels.of(
                "namespace",
                owner.namespace(),
                "ingress",
                owner.ingress(),
                "service",
                owner.service(),
                "host",
                owner.host(),
                "path",
                owner.path());
    }

    private static ClassicHistogramBuckets buckets(List<Long> counts) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < counts.size(); i++) {
            double bound = i < BOUNDS.size() ? BOUNDS.get(i) : Double.POSITIVE_INFINITY;
            buckets.bucket(bound, counts.get(i));
        }
        return buckets.build();
    }

    private static SummaryDataPointSnapshot summary(Labels labels, long count, double sum) {
        return SummaryDataPointSnapshot.builder()
                .labels(labels)
                .count(count)
                .sum(sum)
                .build();
    }
}
