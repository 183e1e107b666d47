package dev.tidegate.dns.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.DomainName;

/// What a record store refused, or did not answer.
///
/// `message`: one line that names the store, zone and name, and what was expected.
public record Failure(DomainName zone, Fault fault, String message) {
    public Failure {
        requireNonNull(zone);
        requireNonNull(fault);
        requireNonNull(message);
    }

    /// On its way to where it becomes an outcome.
    public static final class Thrown extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        public Thrown(Failure failure) {
            super(failure.message(), null, false, false);
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }
}
