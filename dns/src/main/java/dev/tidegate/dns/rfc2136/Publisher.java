package dev.tidegate.dns.rfc2136;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/// Brings the wanted records about on a name server, by dynamic update.
///
/// A round reads the zones, plans, and makes the changes one name at a time. It remembers nothing itself: the
/// [Memory] that it hands back is for the next one. Where somebody else was faster, the next round sees it.
///
/// Threads: any, but one round at a time; a call blocks, which is meant for a virtual thread of its own, and ends
/// soon after an interrupt. Fails: never; what went wrong is in the [Round].
///
/// Source: RFC 2136; RFC 5936 (AXFR); RFC 8945 (TSIG).
public final class Publisher {

    private static final Integer[] NOT_AS_FOUND = {Rcode.YXDOMAIN, Rcode.YXRRSET, Rcode.NXDOMAIN, Rcode.NXRRSET};

    private final NameServer server;
    private final Identity us;
    private final Zones zones;
    private final Conversation conversation;
    private final ZoneReader reader;

    public Publisher(NameServer server, Identity us, Zones zones, Backoff backoff) {
        this.server = requireNonNull(server);
        this.us = requireNonNull(us);
        this.zones = requireNonNull(zones);
        this.conversation = new Conversation(server, backoff);
        this.reader = new ZoneReader(server, conversation);
    }

    public Round round(WantedRecords wanted, Memory memory, PublishPolicy policy, Instant now) {
        List<Failure> unread = new ArrayList<>();
        ZoneContent found = read(wanted, memory, unread);
        Memory current = memory.forgetting(wanted.claimed())
                .forgetting(gone(memory, found))
                .since(now.minus(policy.window()));
        Plan plan = Plan.of(wanted, found, us, current, policy, now);
        List<Outcome> outcomes = new ArrayList<>();
        Memory after = current;
        Set<DomainName> given = new HashSet<>();
        for (NameChange change : plan.changes()) {
            if (!given.contains(change.zone()) && !Thread.currentThread().isInterrupted()) {
                Outcome outcome = make(change);
                outcomes.add(outcome);
                switch (outcome) {
                    case Outcome.Made _ -> after = after.made(change, now);
                    case Outcome.Overtaken _ -> {
                        // the next round
                    }
                    case Outcome.Failed failed -> {
                        if (failed.failure().fault().ofServer()) {
                            given.add(change.zone());
                        }
                    }
                }
            }
        }
        return new Round(plan, unread, outcomes, after);
    }

    /// Deleted names that have nothing to withdraw, so that a memory does not grow for ever.
    private static Set<DomainName> gone(Memory memory, ZoneContent found) {
        Set<DomainName> gone = new HashSet<>(memory.deleted().keySet());
        gone.removeIf(name -> found.zone(name).isPresent()
                && !(found.knows(name) && found.at(name).sets().isEmpty()));
        return gone;
    }

    /// What stands in the zones, as far as it can be learnt.
    private ZoneContent read(WantedRecords wanted, Memory memory, List<Failure> unread) {
        ZoneContent found = ZoneContent.unknown(zones.zones());
        for (DomainName zone : zones.zones()) {
            try {
                if (server.transfers()) {
                    found = found.withWhole(zone, reader.whole(zone));
                } else {
                    Map<DomainName, NameContent> names = reader.names(zone, names(zone, wanted, memory), us);
                    found = found.withAsked(names.keySet(), names);
                }
            } catch (Failure.Thrown failed) {
                unread.add(failed.failure());
            }
        }
        return found;
    }

    private Set<DomainName> names(DomainName zone, WantedRecords wanted, Memory memory) {
        Set<DomainName> names = new TreeSet<>(wanted.names().keySet());
        names.addAll(memory.deleted().keySet());
        names.removeIf(name -> zones.of(name).filter(zone::equals).isEmpty());
        return names;
    }

    /// Makes one change, if the name still is as it was found.
    public Outcome make(NameChange change) {
        try {
            Message answer = conversation.ask(Transaction.of(change), change.zone(), change.name(), NOT_AS_FOUND);
            return answer.getRcode() == Rcode.NOERROR
                    ? new Outcome.Made(change)
                    : new Outcome.Overtaken(
                            change,
                            server + ", zone " + change.zone() + ", name " + change.name() + ": it says "
                                    + Rcode.string(answer.getRcode()) + " (expected: the name as it was found)");
        } catch (Failure.Thrown failed) {
            return new Outcome.Failed(change, failed.failure());
        }
    }
}
