package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Reason;

/// What a client would receive.
public sealed interface Answer {

    /// A backend's answer, through one of its endpoints.
    record Proxied(Backend backend) implements Answer {
        public Proxied {
            requireNonNull(backend);
        }
    }

    /// The gateway's own, with this status; `detail` says in words what is missing or in the way.
    record Own(Reason reason, int status, String detail) implements Answer {
        public Own {
            requireNonNull(reason);
            requireNonNull(detail);
        }

        static Own of(Reason reason, String detail) {
            return new Own(reason, reason.status(), detail);
        }
    }
}
