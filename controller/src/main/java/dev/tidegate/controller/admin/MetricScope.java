package dev.tidegate.controller.admin;

import static java.util.Objects.requireNonNull;

import io.prometheus.metrics.model.snapshots.Labels;

/// Which controller speaks: the labels that ingress-nginx puts on all its metrics, and its dashboards choose by.
public record MetricScope(String controllerClass, String namespace, String pod) {

    public MetricScope {
        requireNonNull(controllerClass);
        requireNonNull(namespace);
        requireNonNull(pod);
    }

    Labels labels() {
        return Labels.of("controller_class", controllerClass, "controller_namespace", namespace, "controller_pod", pod);
    }
}
