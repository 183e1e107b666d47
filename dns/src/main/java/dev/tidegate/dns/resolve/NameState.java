package dev.tidegate.dns.resolve;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is remembered of one name, and what an answer makes of it.
///
/// An answer replaces what was known, also if it says that there is nothing: only failures leave the last addresses
/// in place, and not for ever (RFC 8767 §4, §5).
///
/// `confirmed`: when the addresses were last told by a server. `failures`: in a row, since the last answer. `next`:
/// how long to wait before asking again.
record NameState(Resolution resolution, Instant confirmed, int failures, Duration next) {

    static final NameState UNKNOWN = new NameState(Resolution.PENDING, Instant.EPOCH, 0, Duration.ZERO);

    NameState {
        requireNonNull(resolution);
        requireNonNull(confirmed);
        requireNonNull(next);
    }

    /// What is known stays the same instance if it says the same.
    NameState after(Answer answer, Instant now, NameTimes times) {
        NameState then = then(answer, now, times);
        return then.resolution.equals(resolution)
                ? new NameState(resolution, then.confirmed, then.failures, then.next)
                : then;
    }

    private NameState then(Answer answer, Instant now, NameTimes times) {
        return switch (answer) {
            case Answer.Found found -> found(found.addresses(), now, times.fresh(found.ttl()));
            case Answer.Missing missing ->
                new NameState(
                        new Resolution.Missing(missing.absence()), Instant.EPOCH, 0, times.negative(missing.ttl()));
            case Answer.Failed failed -> failed(failed.why(), now, times);
        };
    }

    private static NameState found(List<String> addresses, Instant now, Duration fresh) {
        return new NameState(new Resolution.Found(addresses, Optional.empty()), now, 0, fresh);
    }

    private NameState failed(String why, Instant now, NameTimes times) {
        boolean lives = now.isBefore(confirmed.plus(times.maxStale()));
        Resolution then =
                switch (resolution) {
                    case Resolution.Found found
                    when lives ->
                        new Resolution.Found(
                                found.addresses(), Optional.of(found.failing().orElse(why)));
                    case Resolution.Failing failing -> failing;
                    case Resolution.Found _, Resolution.Pending _, Resolution.Missing _ -> new Resolution.Failing(why);
                };
        return new NameState(then, confirmed, failures + 1, times.retry(failures + 1));
    }
}
