package dev.tidegate.dns.plan;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.record.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is remembered between plans.
///
/// `deleted`: names whose last host was seen deleted, and when; nothing else makes a name go, so that a memory that is
/// lost keeps records. `removals`: when names lost records, in order.
///
/// Threads: any; immutable.
public record Memory(SortedMap<DomainName, Instant> deleted, List<Instant> removals) {

    public static final Memory NONE = new Memory(Collections.emptySortedMap(), List.of());

    public Memory {
        deleted = Collections.unmodifiableSortedMap(new TreeMap<>(deleted));
        removals = removals.stream().sorted().toList();
    }

    /// The last host of the name was seen deleted. It is later, the second time.
    public Memory deleted(DomainName name, Instant at) {
        SortedMap<DomainName, Instant> more = new TreeMap<>(deleted);
        more.put(name, requireNonNull(at));
        return new Memory(more, removals);
    }

    /// Without these names: they are claimed again, or there is nothing left to withdraw.
    public Memory forgetting(Collection<DomainName> names) {
        SortedMap<DomainName, Instant> fewer = new TreeMap<>(deleted);
        fewer.keySet().removeAll(names);
        return new Memory(fewer, removals);
    }

    /// The change was made.
    public Memory made(NameChange change, Instant at) {
        if (!change.removes()) {
            return this;
        }
        List<Instant> more = new ArrayList<>(removals);
        more.add(at);
        return new Memory(deleted, more).forgetting(List.of(change.name()));
    }

    /// Without what is too old to count.
    public Memory since(Instant start) {
        return new Memory(
                deleted, removals.stream().filter(at -> at.isAfter(start)).toList());
    }

    int recentRemovals(Instant now, Duration window) {
        return since(now.minus(window)).removals.size();
    }
}
