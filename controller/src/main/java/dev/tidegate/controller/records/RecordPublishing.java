package dev.tidegate.controller.records;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.leader.Leadership;
import dev.tidegate.controller.turn.Turns;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.publish.Handful;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.Publisher;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the wanted records about, round by round, while this replica leads.
///
/// What stands in the zones is read when it comes to lead, and then from time to time; in between it goes by what it
/// has read and changed. A round makes a handful of changes, so that a new host does not wait behind ten thousand old
/// ones. An end of the process, of the leadership or of what is wanted withdraws nothing.
///
/// Threads: one of its own does all the work; `onWanted` only leaves a note; `state` may be asked by any.
/// Fails: never. What fails is told once, counted, and tried again.
public final class RecordPublishing implements RecordOutlet, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RecordPublishing.class);

    /// How soon a replica notices that it leads.
    private static final Duration LEADERSHIP_TICK = Duration.ofSeconds(1);

    private final Publisher publisher;
    private final Leadership leadership;
    private final PublishPolicy policy;
    private final PublishPace pace;
    private final InstantSource clock;
    private final PublishLog told;
    private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private final Turns turns = new Turns("records-publish", "publishing DNS records", LEADERSHIP_TICK, this::turn);
    private @Nullable WantedRecords wanted;
    private final FreshNames fresh = new FreshNames();
    private Memory memory = Memory.NONE;
    private int failures;
    private boolean led;
    private long readNs;
    private volatile PublishState state = PublishState.NONE;

    private record Wish(WantedRecords wanted, Set<DomainName> departed, Instant at) {}

    /// `where`: for people, whom records are brought to.
    public RecordPublishing(
            Publisher publisher,
            String where,
            Leadership leadership,
            PublishPolicy policy,
            PublishPace pace,
            InstantSource clock) {
        this.publisher = requireNonNull(publisher);
        this.leadership = requireNonNull(leadership);
        this.policy = requireNonNull(policy);
        this.pace = requireNonNull(pace);
        this.clock = requireNonNull(clock);
        this.told = new PublishLog(where);
    }

    public void start() {
        turns.start();
    }

    @Override
    public void onWanted(WantedRecords wanted, Set<DomainName> departed) {
        wishes.add(new Wish(wanted, departed, clock.instant()));
        turns.wake();
    }

    /// How it stands.
    public PublishState state() {
        return state;
    }

    /// Ends after the change that it is in. Nothing is withdrawn. Idempotent.
    @Override
    public void close() {
        turns.close();
    }

    /// → when to look again, if nothing happens before.
    private Duration turn() {
        try {
            return look();
        } catch (RuntimeException fault) {
            log.error("internal fault while publishing DNS records; trying again", fault);
            publisher.forget();
            return pace.retryAfter(++failures);
        }
    }

    private Duration look() {
        takeWishes();
        if (wanted == null || !leadership.leading()) {
            if (led) {
                led = false;
                state = state.following();
            }
            return LEADERSHIP_TICK;
        }
        if (!led || System.nanoTime() - readNs >= pace.interval().toNanos()) {
            publisher.forget();
            led = true;
            readNs = System.nanoTime();
        }
        Instant now = clock.instant();
        Handful handful = new Handful(pace.handful(), fresh.first(), () -> !wishes.isEmpty());
        Round round = publisher.round(wanted, memory, policy, now, handful);
        if (turns.closed()) {
            return Duration.ZERO;
        }
        memory = round.memory();
        state = state.after(wanted, round, now);
        told.tell(wanted, round);
        return next(round, now);
    }

    /// Of a host that is claimed again it is not remembered that it once was deleted, also where somebody else leads.
    private void takeWishes() {
        for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            fresh.wished(wanted, wish.wanted());
            wanted = wish.wanted();
            memory = memory.forgetting(wish.wanted().claimed());
            for (DomainName name : wish.departed()) {
                memory = memory.deleted(name, wish.at());
            }
        }
    }

    private Duration next(Round round, Instant now) {
        if (!round.unread().isEmpty() || !round.outcomes().stream().allMatch(Outcome.Made.class::isInstance)) {
            failures++;
            return pace.retryAfter(failures);
        }
        failures = 0;
        if (round.made()) {
            fresh.settled();
        }
        if (round.outcomes().size() < round.plan().changes().size()) {
            return Duration.ZERO;
        }
        Duration untilRead = pace.interval().minusNanos(System.nanoTime() - readNs);
        Duration untilDue = memory.deleted().values().stream()
                .map(at -> Duration.between(now, at.plus(policy.delay())))
                .filter(Duration::isPositive)
                .min(Duration::compareTo)
                .orElse(untilRead);
        Duration pause = untilDue.compareTo(untilRead) < 0 ? untilDue : untilRead;
        return pause.isNegative() ? Duration.ZERO : pause;
    }
}
