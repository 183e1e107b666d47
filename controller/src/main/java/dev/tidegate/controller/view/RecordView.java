package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.RecordSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The DNS records of a host: what is wanted, what stands there, and whose that is.
///
/// `name`: the host's, or the wildcard's that stands for it. `state` in a word: `unwanted`, `refused`, `answered`,
/// `unknown`, `unread`, `in-place`, `pending`, `withheld` or `left`; `message` in a sentence. `found`: absent where
/// this replica has not read it. `owner` and `resource`: as the ownership record has them. `since`: since when it is
/// known to stand so; `madeHere`: because this replica made it so, rather than found it.
public record RecordView(
        String name,
        String state,
        String message,
        List<Set> wanted,
        @Nullable List<Set> found,
        @Nullable String owner,
        @Nullable String resource,
        @Nullable Instant since,
        boolean madeHere) {

    /// `values`: of one type, in order.
    public record Set(String type, long ttlSeconds, List<String> values) {
        public Set {
            requireNonNull(type);
            values = List.copyOf(values);
        }

        static Set of(RecordSet set) {
            return new Set(set.type().name(), set.ttl().toSeconds(), set.values());
        }
    }

    public RecordView {
        requireNonNull(name);
        requireNonNull(state);
        requireNonNull(message);
        wanted = List.copyOf(wanted);
        found = found == null ? null : List.copyOf(found);
    }

    public static List<Set> sets(Collection<RecordSet> sets) {
        return sets.stream().map(Set::of).toList();
    }
}
