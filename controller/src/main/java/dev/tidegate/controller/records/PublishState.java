package dev.tidegate.controller.records;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.NameContent;
import dev.tidegate.dns.plan.Plan;
import dev.tidegate.dns.plan.Withheld;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How publishing stands, after a round.
///
/// `leading`: whether this replica does it; one that does not knows nothing of what was found. `pending`: changes that
/// are not made yet. `since`: since when each name of ours is known to stand as it does. `made`: changes made since the
/// start of the process, `failed` those that were not. `settledAt`: when last everything was as it ought to be.
///
/// Threads: any; immutable.
public record PublishState(
        boolean leading,
        @Nullable WantedRecords wanted,
        @Nullable Round round,
        int pending,
        Map<DomainName, Since> since,
        Map<NameChange.Kind, Long> made,
        long failed,
        Optional<Instant> settledAt) {

    /// Of a process that has made no round.
    public static final PublishState NONE =
            new PublishState(false, null, null, 0, Map.of(), Map.of(), 0, Optional.empty());

    /// `by`: did this process make it so? Else it was found so.
    public record Since(Instant at, boolean byUs) {
        public Since {
            requireNonNull(at);
        }
    }

    public PublishState {
        requireNonNull(settledAt);
    }

    /// This replica does not lead any more.
    PublishState following() {
        return new PublishState(false, null, null, 0, Map.of(), made, failed, settledAt);
    }

    PublishState after(WantedRecords wanted, Round next, Instant now) {
        Map<NameChange.Kind, Long> counts = new EnumMap<>(NameChange.Kind.class);
        counts.putAll(made);
        long failures = failed;
        for (Outcome outcome : next.outcomes()) {
            if (outcome instanceof Outcome.Made(NameChange change)) {
                counts.merge(change.kind(), 1L, Long::sum);
            } else {
                failures++;
            }
        }
        int done = (int)
                next.outcomes().stream().filter(Outcome.Made.class::isInstance).count();
        return new PublishState(
                true,
                wanted,
                next,
                next.plan().changes().size() - done,
                since(wanted, next, now),
                Map.copyOf(counts),
                failures,
                next.settled() || next.made() ? Optional.of(now) : settledAt);
    }

    private Map<DomainName, Since> since(WantedRecords wanted, Round next, Instant now) {
        Map<DomainName, Since> all = new HashMap<>(since);
        for (Outcome outcome : next.outcomes()) {
            if (outcome instanceof Outcome.Made(NameChange change)) {
                all.put(change.name(), new Since(now, true));
            }
        }
        wanted.names().keySet().stream()
                .filter(name -> !next.found().at(name).sets().isEmpty())
                .forEach(name -> all.putIfAbsent(name, new Since(now, false)));
        all.keySet().removeIf(name -> next.found().at(name).sets().isEmpty());
        return all.equals(since) ? since : Map.copyOf(all);
    }

    /// What stands at the name, if that is known.
    public Optional<NameContent> found(DomainName name) {
        return Optional.ofNullable(round)
                .map(Round::found)
                .filter(it -> it.knows(name))
                .map(it -> it.at(name));
    }

    public Optional<Plan.Breaker> breaker() {
        return Optional.ofNullable(round).flatMap(it -> it.plan().breaker());
    }

    public List<Withheld> withheld() {
        return round == null ? List.of() : round.plan().withheld();
    }

    /// What does not go, of reading and of changing.
    public List<Failure> failures() {
        return round == null ? List.of() : failures(round);
    }

    static List<Failure> failures(Round round) {
        return Stream.concat(
                        round.unread().stream(),
                        round.outcomes().stream()
                                .flatMap(outcome -> outcome instanceof Outcome.Failed(NameChange _, Failure failure)
                                        ? Stream.of(failure)
                                        : Stream.empty()))
                .toList();
    }
}
