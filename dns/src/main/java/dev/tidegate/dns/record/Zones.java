package dev.tidegate.dns.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where records may be made: in these zones, but not in or below what is excluded.
public record Zones(List<DomainName> zones, List<DomainName> excluded) {

    /// Wherever a name may be, for those who know of no zones: no name is an apex then.
    public static final Zones ALL = new Zones(List.of(DomainName.ROOT), List.of());

    public Zones {
        zones = zones.stream().distinct().sorted(longestFirst()).toList();
        excluded = List.copyOf(excluded);
    }

    public static Zones of(String... zones) {
        return new Zones(List.of(zones).stream().map(DomainName::of).toList(), List.of());
    }

    /// The one with the most labels of those that hold the name.
    public Optional<DomainName> of(DomainName name) {
        return excluded.stream().anyMatch(name::within)
                ? Optional.empty()
                : zones.stream().filter(name::within).findFirst();
    }

    private static Comparator<DomainName> longestFirst() {
        return Comparator.comparingInt((DomainName zone) -> zone.text().length())
                .reversed()
                .thenComparing(Comparator.naturalOrder());
    }
}
