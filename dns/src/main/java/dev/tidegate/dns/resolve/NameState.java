package dev.tidegate.dns.resolve;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is remembered of one name, and what an answer makes of it.
///
/// An answer replaces what was known, also if it says that there is nothing: only failures leave the last addresses
/// in place, and not for ever (RFC 8767 §4, §5). Where one family is answered for and the other fails, that goes for
/// the addresses of the latter: a server that is ill for AAAA alone must not take half a backend away.
///
/// `told`: the addresses, and when a server last told each. `failures`: in a row, since the last answer. `next`: how
/// long to wait before asking again.
record NameState(Resolution resolution, Map<String, Instant> told, int failures, Duration next) {

    static final NameState UNKNOWN = new NameState(Resolution.PENDING, Map.of(), 0, Duration.ZERO);

    NameState {
        requireNonNull(resolution);
        told = Map.copyOf(told);
        requireNonNull(next);
    }

    /// Not asked for yet, with addresses that were told then.
    static NameState remembering(List<String> addresses, Instant then) {
        return new NameState(Resolution.PENDING, at(addresses, then), 0, Duration.ZERO);
    }

    /// What is known stays the same instance if it says the same.
    NameState after(Answer answer, Instant now, NameTimes times) {
        NameState then = then(answer, now, times);
        return then.resolution.equals(resolution)
                ? new NameState(resolution, then.told, then.failures, then.next)
                : then;
    }

    private NameState then(Answer answer, Instant now, NameTimes times) {
        return switch (answer) {
            case Answer.Found found -> fresh(at(found.addresses(), now), times.fresh(found.ttl()));
            case Answer.Missing missing ->
                new NameState(new Resolution.Missing(missing.absence()), Map.of(), 0, times.negative(missing.ttl()));
            case Answer.Half half -> half(half, now, times);
            case Answer.Failed failed -> failed(Map.of(), lasting(now, times), failed.why(), times);
        };
    }

    private static NameState fresh(Map<String, Instant> addresses, Duration next) {
        return new NameState(
                new Resolution.Found(List.copyOf(addresses.keySet()), Optional.empty()), addresses, 0, next);
    }

    private NameState half(Answer.Half half, Instant now, NameTimes times) {
        Map<String, Instant> answered = at(half.addresses(), now);
        Map<String, Instant> kept = lasting(now, times);
        kept.keySet().removeIf(address -> AddressFamily.of(address) != half.failed());
        kept.keySet().removeAll(answered.keySet());
        Duration fresh = times.fresh(half.ttl());
        if (kept.isEmpty() && !answered.isEmpty()) {
            return fresh(answered, fresh);
        }
        NameState failed = failed(answered, kept, half.why(), times);
        return failed.next.compareTo(fresh) <= 0
                ? failed
                : new NameState(failed.resolution, failed.told, failed.failures, fresh);
    }

    /// `answered`: addresses that are fresh all the same. `kept`: those that stay for want of an answer.
    private NameState failed(Map<String, Instant> answered, Map<String, Instant> kept, String why, NameTimes times) {
        Map<String, Instant> all = new HashMap<>(kept);
        all.putAll(answered);
        return new NameState(
                kept.isEmpty() ? failing(why) : stale(all.keySet(), Collections.min(kept.values()), why, times),
                all,
                failures + 1,
                times.retry(failures + 1));
    }

    private Resolution failing(String why) {
        return resolution instanceof Resolution.Failing failing ? failing : new Resolution.Failing(why);
    }

    /// The first reason stays, so that servers that fail in turn make no news.
    private Resolution stale(Set<String> addresses, Instant told, String why, NameTimes times) {
        String first = resolution instanceof Resolution.Found found
                ? found.stale().map(Resolution.Stale::why).orElse(why)
                : why;
        return new Resolution.Found(
                List.copyOf(addresses), Optional.of(new Resolution.Stale(first, told, times.letGo(told))));
    }

    private Map<String, Instant> lasting(Instant now, NameTimes times) {
        Map<String, Instant> lasting = new HashMap<>(told);
        lasting.values().removeIf(then -> !now.isBefore(times.letGo(then)));
        return lasting;
    }

    private static Map<String, Instant> at(List<String> addresses, Instant moment) {
        Map<String, Instant> told = new HashMap<>();
        addresses.forEach(address -> told.put(address, moment));
        return told;
    }
}
