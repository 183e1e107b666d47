package dev.tidegate.dns.resolve;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What is known of a name now. It holds no moment that a refresh moves, so that one that brought nothing new is
/// equal to what was known before.
public sealed interface Resolution {

    Resolution PENDING = new Pending();

    /// Nobody has answered yet.
    record Pending() implements Resolution {}

    /// The addresses, of both families, in an order that does not depend on the server's: IP literals without
    /// brackets.
    ///
    /// `stale`: that some or all of them could not be refreshed when their time was over; empty as long as they are
    /// fresh.
    record Found(List<String> addresses, Optional<Stale> stale) implements Resolution {
        public Found {
            addresses = addresses.stream().sorted().distinct().toList();
            requireNonNull(stale);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("addresses: none (expected: at least one)");
            }
        }
    }

    /// The last addresses stay for want of an answer. `why`: what came instead of one. `told`: when a server last told
    /// the oldest of them. `until`: when that one is let go, unless an answer comes before (RFC 8767 §4). Both to
    /// the second.
    record Stale(String why, Instant told, Instant until) {
        public Stale {
            requireNonNull(why);
            told = told.truncatedTo(ChronoUnit.SECONDS);
            until = until.truncatedTo(ChronoUnit.SECONDS);
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
