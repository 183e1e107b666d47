package dev.tidegate.dns.resolve;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// What is known of a name now. It holds no moment in time, so that a refresh that brought nothing new is equal to
/// what was known before.
public sealed interface Resolution {

    Resolution PENDING = new Pending();

    /// Nobody has answered yet.
    record Pending() implements Resolution {}

    /// The addresses, of both families, in an order that does not depend on the server's: IP literals without
    /// brackets.
    ///
    /// `failing`: why they could not be refreshed when their time was over; empty as long as they are fresh.
    record Found(List<String> addresses, Optional<String> failing) implements Resolution {
        public Found {
            addresses = addresses.stream().sorted().distinct().toList();
            requireNonNull(failing);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("addresses: none (expected: at least one)");
            }
        }
    }

    /// The name servers say that there is nothing: no such name, or no address of it.
    record Missing(Absence absence) implements Resolution {
        public Missing {
            requireNonNull(absence);
        }
    }

    /// No answer can be had, and none is left from before.
    record Failing(String why) implements Resolution {
        public Failing {
            requireNonNull(why);
        }
    }
}
