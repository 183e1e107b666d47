package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// What a route does with the requests it takes. A broken route is not a hole: it answers, and says why.
public sealed interface RouteAction {

    record Forward(BackendId backend) implements RouteAction {
        public Forward {
            requireNonNull(backend);
        }
    }

    /// `detail` is for people: it may name objects and fields, and never a secret.
    record Fail(Reason reason, String detail) implements RouteAction {
        public Fail {
            requireNonNull(reason);
            requireNonNull(detail);
        }
    }
}
