package dev.tidegate.controller.records;

import dev.tidegate.dns.plan.NameChange;
import dev.tidegate.dns.plan.Plan;
import dev.tidegate.dns.plan.Withheld;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.RecordSet;
import dev.tidegate.dns.record.RecordType;
import dev.tidegate.dns.record.WantedRecords;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the log what publishing does: each withdrawal, each fault and each name that cannot be had, once.
///
/// Threads: one.
final class PublishLog {

    private static final Logger log = LoggerFactory.getLogger(PublishLog.class);

    /// So many lines of one kind at once; ten thousand hosts outside of all zones are one line more.
    private static final int MOST = 20;

    private final String where;
    private Set<String> failing = Set.of();
    private Set<String> unhad = Set.of();
    private Optional<Plan.Breaker> breaker = Optional.empty();

    PublishLog(String where) {
        this.where = where;
    }

    void tell(WantedRecords wanted, Round round) {
        tellChanges(round);
        tellFailures(round);
        tellBreaker(round.plan().breaker());
        Set<String> now = Stream.concat(
                        wanted.refusals().stream()
                                .map(refusal ->
                                        refusal.resource() + ", name " + refusal.name() + ": " + refusal.message()),
                        round.plan().withheld().stream()
                                .filter(PublishLog::conflict)
                                .map(Withheld::message))
                .collect(Collectors.toCollection(HashSet::new));
        news(now, unhad, line -> log.warn("no DNS record: {}", line));
        unhad = now;
    }

    /// What somebody has to mend; the rest goes by itself or is meant so.
    private static boolean conflict(Withheld withheld) {
        return switch (withheld.reason()) {
            case UNMARKED, OWNED_BY_ANOTHER, ENCRYPTED, BESIDE_OTHERS, NO_OWNERSHIP_NAME -> true;
            case NOT_READ, LEFT, NOT_SEEN_DELETED, WAITING -> false;
        };
    }

    private void tellChanges(Round round) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Outcome outcome : round.outcomes()) {
            if (outcome instanceof Outcome.Made(NameChange change)) {
                counts.merge(word(change), 1, Integer::sum);
                if (change.removes()) {
                    log.info("DNS: {} {} on {}: was {}", word(change), change.name(), where, text(change.before()));
                } else {
                    log.debug("DNS: {} {} on {}: {}", word(change), change.name(), where, text(change.after()));
                }
            }
        }
        if (!counts.isEmpty()) {
            int left = round.plan().changes().size() - round.outcomes().size();
            log.info(
                    "DNS: {} on {}{}",
                    counts.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", ")),
                    where,
                    left == 0 ? "" : ", " + left + " to go");
        }
    }

    /// `A 192.0.2.1, AAAA 2001:db8::1`.
    private static String text(Map<RecordType, RecordSet> sets) {
        return sets.values().stream()
                .map(set -> set.type() + " " + String.join(" ", set.values()))
                .collect(Collectors.joining(", "));
    }

    private static String word(NameChange change) {
        return switch (change.kind()) {
            case CREATE -> "made";
            case UPDATE -> "changed";
            case WITHDRAW -> "withdrew";
        };
    }

    private void tellFailures(Round round) {
        Set<String> now = Stream.concat(
                        PublishState.failures(round).stream().map(failure -> failure.message()),
                        round.outcomes().stream()
                                .flatMap(outcome -> outcome instanceof Outcome.Overtaken(NameChange _, String message)
                                        ? Stream.of(message)
                                        : Stream.empty()))
                .collect(Collectors.toCollection(HashSet::new));
        news(now, failing, line -> log.warn("DNS: {}; what stands there stays, trying again", line));
        if (now.isEmpty() && !failing.isEmpty()) {
            log.info("DNS: {} does as it is asked again", where);
        }
        failing = now;
    }

    private void tellBreaker(Optional<Plan.Breaker> now) {
        if (now.isPresent() && !now.equals(breaker)) {
            log.error("DNS: {}", now.get().message());
        } else if (now.isEmpty() && breaker.isPresent()) {
            log.info("DNS: no more names would lose records at once than may");
        }
        breaker = now;
    }

    private static void news(Set<String> now, Set<String> before, Consumer<String> teller) {
        List<String> lines =
                now.stream().filter(line -> !before.contains(line)).sorted().toList();
        lines.stream().limit(MOST).forEach(teller);
        if (lines.size() > MOST) {
            teller.accept("and " + (lines.size() - MOST) + " more like that");
        }
    }
}
