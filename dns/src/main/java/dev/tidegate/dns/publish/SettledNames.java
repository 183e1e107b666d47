package dev.tidegate.dns.publish;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.Plan;
import dev.tidegate.dns.plan.Withheld;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.WantedName;
import dev.tidegate.dns.record.WantedRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Names at which there was nothing to do, so that ten thousand of them are not planned anew for each new host.
///
/// A name is settled until something else is wanted for it, or where its ownership records stand, or until something
/// is read anew.
///
/// Threads: one.
final class SettledNames {

    private final Identity us;
    private final Set<DomainName> settled = new HashSet<>();

    /// By the places of their ownership records.
    private final Map<DomainName, Set<DomainName>> byPlace = new HashMap<>();

    private Map<DomainName, WantedName> last = Map.of();

    SettledNames(Identity us) {
        this.us = us;
    }

    void clear() {
        settled.clear();
        byPlace.clear();
    }

    /// The same, without the names at which there is nothing to do. They are claimed as before.
    WantedRecords without(WantedRecords wanted) {
        Map<DomainName, WantedName> now = new HashMap<>(wanted.names());
        last.keySet().stream().filter(name -> !now.containsKey(name)).forEach(this::changed);
        SortedMap<DomainName, WantedName> rest = new TreeMap<>();
        now.forEach((name, asked) -> {
            if (!asked.equals(last.get(name))) {
                changed(name);
            }
        });
        now.forEach((name, asked) -> {
            if (!settled.contains(name)) {
                rest.put(name, asked);
            }
        });
        last = now;
        return new WantedRecords(rest, wanted.claimed(), wanted.refusals());
    }

    private void changed(DomainName name) {
        settled.remove(name);
        Set<DomainName> neighbours = byPlace.remove(name);
        if (neighbours != null) {
            settled.removeAll(neighbours);
        }
    }

    /// What the plan for the rest has neither changed nor withheld is settled.
    void planned(Collection<DomainName> rest, Plan plan) {
        Set<DomainName> unsettled = new HashSet<>();
        plan.changes().stream().map(NameChange::name).forEach(unsettled::add);
        plan.withheld().stream().map(Withheld::name).forEach(unsettled::add);
        for (DomainName name : rest) {
            if (!unsettled.contains(name)) {
                settle(name);
            }
        }
    }

    private void settle(DomainName name) {
        settled.add(name);
        for (RecordType type : RecordType.values()) {
            us.names()
                    .namesToRead(name, type)
                    .forEach(place ->
                            byPlace.computeIfAbsent(place, _ -> new HashSet<>()).add(name));
        }
    }
}
