package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the admission webhook was asked, how long it took, and until when its certificate lasts.
///
/// Threads: any.
public final class AdmissionMetrics implements MultiCollector {

    private static final double NANOS = 1e-9;

    private final Counter reviews = Counter.builder()
            .name("tidegate_admission_reviews")
            .help("Requests to the admission webhook, by outcome.")
            .labelNames("outcome")
            .withoutExemplars()
            .build();
    private final Histogram durations = Histogram.builder()
            .name("tidegate_admission_review_duration_seconds")
            .help("Time from a request's first line to its answer.")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5)
            .withoutExemplars()
            .build();
    private final Supplier<Optional<Instant>> notAfter;
    private final LongSupplier failures;

    /// `notAfter`: when the certificate ceases to be valid. `failures`: how often keeping it right has failed.
    public AdmissionMetrics(Supplier<Optional<Instant>> notAfter, LongSupplier failures) {
        this.notAfter = requireNonNull(notAfter);
        this.failures = requireNonNull(failures);
    }

    public void reviewed(String outcome, Duration took) {
        reviews.labelValues(outcome).inc();
        durations.observe(took.toNanos() * NANOS);
    }

    @Override
    public MetricSnapshots collect() {
        MetricSnapshots.Builder metrics = MetricSnapshots.builder()
                .metricSnapshot(reviews.collect())
                .metricSnapshot(durations.collect())
                .metricSnapshot(Samples.counter(
                        "tidegate_admission_certificate_failures",
                        "Looks at the webhook's certificate that could not make it right.",
                        Labels.EMPTY,
                        failures.getAsLong()));
        notAfter.get()
                .ifPresent(end -> metrics.metricSnapshot(Samples.gauge(
                        "tidegate_admission_certificate_expiry_timestamp_seconds",
                        "When the webhook's certificate ceases to be valid.",
                        Labels.EMPTY,
                        end.getEpochSecond())));
        return metrics.build();
    }
}
