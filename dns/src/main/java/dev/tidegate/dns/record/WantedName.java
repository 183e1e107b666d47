package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What is to stand at one name.
///
/// `zone`: the zone that holds it. `resource`: whose wish it is. `sets`: A, AAAA or both, or a CNAME alone; in the
/// order of the types.
public record WantedName(DomainName name, DomainName zone, String resource, Map<RecordType, RecordSet> sets) {

    public WantedName {
        requireNonNull(name);
        requireNonNull(zone);
        requireNonNull(resource);
        if (sets.isEmpty() || (sets.containsKey(RecordType.CNAME) && sets.size() > 1)) {
            throw new IllegalArgumentException("sets: " + sets.keySet() + " (expected: A, AAAA or both, or CNAME)");
        }
        sets = Collections.unmodifiableMap(new EnumMap<>(sets));
    }

    static WantedName of(DomainName name, DomainName zone, String resource, Collection<RecordSet> sets) {
        Map<RecordType, RecordSet> byType = new EnumMap<>(RecordType.class);
        sets.forEach(set -> byType.put(set.type(), set));
        return new WantedName(name, zone, resource, byType);
    }
}
