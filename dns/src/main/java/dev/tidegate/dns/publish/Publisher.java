package dev.tidegate.dns.publish;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.plan.Plan;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.plan.ZoneContent;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Zones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Brings the wanted records about in a [RecordStore].
///
/// A round reads what is not known yet, plans, and makes the changes one name at a time. What was read, and what was
/// changed since, is known from then on, until [#forget()]; of a zone in which a change was not made as it was planned
/// nothing is, as somebody else was faster, or an answer was lost. A change is made only if the name still is as it was
/// found, so what is known may be old without doing harm.
///
/// What was deleted is not remembered here: the [Memory] that a round hands back is for the next one.
///
/// Threads: any, but one round at a time; a call blocks, which is meant for a thread of its own, and ends soon after
/// an interrupt. Fails: never; what went wrong is in the [Round].
public final class Publisher {

    private final RecordStore store;
    private final Identity us;
    private final Zones zones;
    private final ParallelChanges changes;
    private final SettledNames settled;
    private ZoneContent found;
    private final Set<DomainName> read = new HashSet<>();

    public Publisher(RecordStore store, Identity us, Zones zones) {
        this.store = requireNonNull(store);
        this.us = requireNonNull(us);
        this.zones = requireNonNull(zones);
        this.settled = new SettledNames(us);
        this.changes = new ParallelChanges(store);
        this.found = ZoneContent.unknown(zones.zones());
    }

    /// The next round reads everything anew.
    public void forget() {
        settled.clear();
        found = ZoneContent.unknown(zones.zones());
        read.clear();
    }

    /// `most`: how many changes are made at most; the rest is the next round's.
    public Round round(WantedRecords wanted, Memory memory, PublishPolicy policy, Instant now, int most) {
        return round(wanted, memory, policy, now, Handful.of(most));
    }

    public Round round(WantedRecords wanted, Memory memory, PublishPolicy policy, Instant now, Handful handful) {
        List<Failure> unread = read(wanted, memory);
        Memory current =
                memory.forgetting(wanted.claimed()).forgetting(gone(memory)).since(now.minus(policy.window()));
        WantedRecords rest = settled.without(wanted);
        Plan plan = Plan.of(rest, found, us, current, policy, now);
        settled.planned(rest.names().keySet(), plan);
        List<NameChange> some = plan.changes().stream()
                .sorted(Comparator.comparing(NameChange::name, handful.order()))
                .limit(handful.most())
                .toList();
        List<Outcome> outcomes = changes.make(some, handful.enough());
        Memory after = current;
        List<NameChange> made = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Made(NameChange change)) {
                made.add(change);
                after = after.made(change, now);
            }
        }
        found = found.after(made);
        outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.Made))
                .forEach(outcome -> forget(outcome.change().zone()));
        return new Round(plan, unread, outcomes, after, found);
    }

    private void forget(DomainName zone) {
        settled.clear();
        if (read.remove(zone)) {
            found = found.without(zone);
        }
    }

    /// Deleted names that have nothing to withdraw, so that a memory does not grow for ever.
    private Set<DomainName> gone(Memory memory) {
        Set<DomainName> gone = new HashSet<>(memory.deleted().keySet());
        gone.removeIf(name -> found.zone(name).isPresent()
                && !(found.knows(name) && found.at(name).sets().isEmpty()));
        return gone;
    }

    /// What is not known yet, as far as it can be learnt; → what cannot.
    private List<Failure> read(WantedRecords wanted, Memory memory) {
        List<Failure> unread = new ArrayList<>();
        for (DomainName zone : zones.zones()) {
            try {
                read(zone, wanted, memory);
                read.add(zone);
            } catch (Failure.Thrown failed) {
                unread.add(failed.failure());
            }
        }
        return unread;
    }

    private void read(DomainName zone, WantedRecords wanted, Memory memory) throws Failure.Thrown {
        if (store.readsWhole()) {
            if (!read.contains(zone)) {
                found = found.withWhole(zone, store.whole(zone));
            }
            return;
        }
        Set<DomainName> names = unknown(zone, wanted, memory);
        if (!names.isEmpty() || !read.contains(zone)) {
            Map<DomainName, NameContent> content = store.names(zone, names);
            found = found.withAsked(content.keySet(), content);
        }
    }

    private Set<DomainName> unknown(DomainName zone, WantedRecords wanted, Memory memory) {
        Set<DomainName> names = new TreeSet<>(wanted.names().keySet());
        names.addAll(memory.deleted().keySet());
        names.removeIf(
                name -> found.knows(name) || zones.of(name).filter(zone::equals).isEmpty());
        return names;
    }
}
