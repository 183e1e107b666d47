package dev.tidegate.dns.record;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The records that ought to be: of every name that is claimed, in the zones, and can be had.
///
/// Shape: claims in any order, the gateway's published addresses (IP literals and host names), the zones, the TTL of
/// those who wish for none → names in order, and what could not be had, in order. `claimed`: every name that a claim
/// asks for, whether it can be had or not: as long as it stands there, nobody has let go of it.
///
/// A wildcard in DNS stands for names of any depth, as long as nothing exists on the way to them (RFC 4592 §3.3.1); a
/// host's wildcard stands for one label. A name below it that the gateway does not serve thus resolves, and is
/// answered with a 404.
///
/// Threads: any; pure. Fails: never; what cannot be had is a [Refusal].
public record WantedRecords(
        SortedMap<DomainName, WantedName> names, Set<DomainName> claimed, SortedSet<Refusal> refusals) {

    public static final WantedRecords EMPTY =
            new WantedRecords(Collections.emptySortedMap(), Set.of(), Collections.emptySortedSet());

    public WantedRecords {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        claimed = Set.copyOf(claimed);
        refusals = Collections.unmodifiableSortedSet(new TreeSet<>(refusals));
    }

    public static WantedRecords of(
            Collection<Claim> claims, Collection<String> published, Zones zones, Duration defaultTtl) {
        return new RecordDerivation(zones, defaultTtl).derive(claims, published);
    }
}
