package dev.tidegate.controller.admission.listen;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What one who asks may take of us, and all together.
///
/// `bodyBytes`: as ingress-nginx has it; an object of etcd has at most 1.5 MiB, and an update brings two.
/// `budgetBytes`: all bodies that are being read or decided. `bodyTime`: the API server itself waits ten seconds
/// unless it is told otherwise. `idle`: how long a connection may say nothing.
public record ListenLimits(int bodyBytes, long budgetBytes, Duration bodyTime, Duration idle) {

    public static final ListenLimits DEFAULT =
            new ListenLimits(9 << 20, 48L << 20, Duration.ofSeconds(10), Duration.ofSeconds(120));

    public ListenLimits {
        requireNonNull(bodyTime);
        requireNonNull(idle);
    }
}
