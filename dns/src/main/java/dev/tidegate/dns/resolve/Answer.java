package dev.tidegate.dns.resolve;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/// What came of asking for a name once.
///
/// `ttl`: how long it may be believed, as the servers say; the least of all that took part.
public sealed interface Answer {

    record Found(List<String> addresses, Duration ttl) implements Answer {
        public Found {
            addresses = List.copyOf(addresses);
            requireNonNull(ttl);
        }
    }

    record Missing(Absence absence, Duration ttl) implements Answer {
        public Missing {
            requireNonNull(absence);
            requireNonNull(ttl);
        }
    }

    /// One family was answered for, and of the `failed` one nothing was learnt. `addresses`: of the former; none if it
    /// has none.
    record Half(List<String> addresses, Duration ttl, AddressFamily failed, String why) implements Answer {
        public Half {
            addresses = List.copyOf(addresses);
            requireNonNull(ttl);
            requireNonNull(failed);
            requireNonNull(why);
        }
    }

    /// Nothing was learnt: silence, a server's failure, an answer that makes no sense.
    record Failed(String why) implements Answer {
        public Failed {
            requireNonNull(why);
        }
    }
}
