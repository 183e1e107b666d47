package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Derives wanted records again and again, of claims most of which stay as they were: what one claim comes to is
/// derived once, as long as the published addresses stay.
///
/// The outcome is that of [WantedRecords#of], whatever was derived before; names that stay are the same instances.
///
/// Threads: one at a time.
public final class RecordDerivation {

    private final Zones zones;
    private final Duration defaultTtl;
    private List<String> published = List.of();
    private Map<Claim, ClaimedRecords> derived = Map.of();

    /// `defaultTtl`: of those who wish for none.
    public RecordDerivation(Zones zones, Duration defaultTtl) {
        this.zones = requireNonNull(zones);
        this.defaultTtl = requireNonNull(defaultTtl);
    }

    /// Shape: claims in any order, and the gateway's addresses → what is wanted. Of two claims that differ the oldest
    /// has the name.
    public WantedRecords derive(Collection<Claim> claims, Collection<String> addresses) {
        Map<Claim, ClaimedRecords> before = published.equals(List.copyOf(addresses)) ? derived : Map.of();
        published = List.copyOf(addresses);
        Map<Claim, ClaimedRecords> now = HashMap.newHashMap(claims.size());
        Merge merge = new Merge();
        claims.stream()
                .sorted(Comparator.comparing(Claim::since).thenComparing(Claim::resource))
                .forEach(claim -> {
                    ClaimedRecords known = before.get(claim);
                    ClaimedRecords records =
                            known == null ? ClaimedRecords.of(claim, published, zones, defaultTtl) : known;
                    now.put(claim, records);
                    merge.add(claim, records);
                });
        derived = now;
        return new WantedRecords(merge.names, merge.claimed, merge.refusals);
    }

    /// The oldest claim comes first.
    private static final class Merge {

        private final SortedMap<DomainName, WantedName> names = new TreeMap<>();
        private final Set<DomainName> claimed = new TreeSet<>();
        private final SortedSet<Refusal> refusals = new TreeSet<>();

        void add(Claim claim, ClaimedRecords records) {
            claimed.addAll(records.claimed());
            refusals.addAll(records.refusals());
            records.names().forEach((name, wanted) -> {
                WantedName older = names.putIfAbsent(name, wanted);
                if (older != null && !older.sets().equals(wanted.sets())) {
                    refusals.add(new Refusal(
                            claim.resource(),
                            name.text(),
                            Refusal.Reason.CLAIMED_BY_ANOTHER,
                            older.resource() + " is older, and wants other records for " + name));
                }
            });
        }
    }
}
