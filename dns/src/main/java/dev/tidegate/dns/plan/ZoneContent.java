package dev.tidegate.dns.plan;

import dev.tidegate.dns.record.DomainName;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was found on the servers.
///
/// `names`: where something stands. `zones`: all that are ours to keep, `whole`: those of them that were read as a
/// whole; of the others it is known only what stands at the names that were `asked` for.
public record ZoneContent(
        SortedMap<DomainName, NameContent> names, Set<DomainName> zones, Set<DomainName> whole, Set<DomainName> asked) {

    public ZoneContent {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        zones = Set.copyOf(zones);
        whole = Set.copyOf(whole);
        asked = Set.copyOf(asked);
    }

    /// Nothing is known of these zones yet.
    public static ZoneContent unknown(Collection<DomainName> zones) {
        return new ZoneContent(new TreeMap<>(), Set.copyOf(zones), Set.of(), Set.of());
    }

    /// This zone was read as a whole.
    public ZoneContent withWhole(DomainName zone, Map<DomainName, NameContent> content) {
        return new ZoneContent(merged(content), zones, union(whole, Set.of(zone)), asked);
    }

    /// These names were asked for; `content` has those at which something stands.
    public ZoneContent withAsked(Set<DomainName> more, Map<DomainName, NameContent> content) {
        SortedMap<DomainName, NameContent> others = new TreeMap<>(names);
        others.keySet().removeAll(more);
        others.putAll(content);
        return new ZoneContent(others, zones, whole, union(asked, more));
    }

    /// The same, with these changes made.
    public ZoneContent after(Collection<NameChange> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        SortedMap<DomainName, NameContent> all = new TreeMap<>(names);
        for (NameChange change : changes) {
            all.merge(change.name(), new NameContent(change.after(), List.of(), false), NameContent::withSetsOf);
            change.textsAfter()
                    .forEach((place, texts) ->
                            all.merge(place, new NameContent(Map.of(), texts, false), NameContent::withTextsOf));
        }
        all.values().removeIf(NameContent::isEmpty);
        return new ZoneContent(all, zones, whole, asked);
    }

    /// Nothing is known of that zone any more.
    public ZoneContent without(DomainName zone) {
        SortedMap<DomainName, NameContent> others = new TreeMap<>(names);
        others.keySet().removeIf(name -> zone(name).filter(zone::equals).isPresent());
        Set<DomainName> wholeOthers = new HashSet<>(whole);
        wholeOthers.remove(zone);
        Set<DomainName> askedOthers = new HashSet<>(asked);
        askedOthers.removeIf(name -> zone(name).filter(zone::equals).isPresent());
        return new ZoneContent(others, zones, wholeOthers, askedOthers);
    }

    private SortedMap<DomainName, NameContent> merged(Map<DomainName, NameContent> more) {
        SortedMap<DomainName, NameContent> all = new TreeMap<>(names);
        all.putAll(more);
        return all;
    }

    private static Set<DomainName> union(Set<DomainName> some, Set<DomainName> others) {
        Set<DomainName> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /// Is it known what stands there, even if that is nothing?
    public boolean knows(DomainName name) {
        return asked.contains(name) || zone(name).filter(whole::contains).isPresent();
    }

    /// The zone with the most labels of those that hold the name.
    public Optional<DomainName> zone(DomainName name) {
        return zones.stream()
                .filter(name::within)
                .max(Comparator.comparingInt(zone -> zone.text().length()));
    }

    public NameContent at(DomainName name) {
        return names.getOrDefault(name, NameContent.NOTHING);
    }
}
