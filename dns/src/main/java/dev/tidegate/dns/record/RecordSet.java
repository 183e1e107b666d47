package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// All the records of one name and one type (RFC 2181 §5).
///
/// `ttl`: whole seconds. `values`: sorted, each once; IP literals, or one name without its trailing dot.
public record RecordSet(DomainName name, RecordType type, Duration ttl, List<String> values) {

    /// RFC 2181 §8.
    public static final Duration LONGEST_TTL = Duration.ofSeconds(Integer.MAX_VALUE);

    public RecordSet {
        requireNonNull(name);
        requireNonNull(type);
        values = values.stream().sorted().distinct().toList();
        if (ttl.isNegative() || ttl.compareTo(LONGEST_TTL) > 0 || !ttl.equals(ttl.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "ttl: " + ttl + " (expected: whole seconds from 0 to " + LONGEST_TTL.toSeconds() + ")");
        }
        if (values.isEmpty() || (type == RecordType.CNAME && values.size() > 1)) {
            throw new IllegalArgumentException("values of " + name + " " + type + ": " + values
                    + " (expected: at least one, and of a CNAME not more)");
        }
    }
}
