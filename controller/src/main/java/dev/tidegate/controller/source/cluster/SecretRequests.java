package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the requests that watches need, at a [Pace]: GETs first, as handshakes may wait for their answers, then
/// watches.
///
/// States of one: to ask → asking → to open → opening → standing → to open …; a failure leads through a rest back to
/// where it was. One that was refused is asked again from the start, ten of them a second at most; as soon as one is
/// allowed, all others are asked too. One that may be read and not watched is read again and again, fifty of them a
/// second at most.
///
/// Threads: one, the server's.
final class SecretRequests {

    private static final Logger LOG = LoggerFactory.getLogger(SecretRequests.class);

    private static final int ASKING = 32;
    /// More would take the processor from clients, ours and the server's.
    private static final int ASKED_PER_SECOND = 1_000;
    private static final int OPENING = 16;
    private static final int OPENED_PER_SECOND = 100;
    private static final int REFUSED_PER_ROUND = 10;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration REFUSED_REST = Duration.ofSeconds(10);
    /// A twentieth of what a start may ask of the server: two hundred and fifty Secrets are read every five seconds.
    private static final int READ_AGAIN_PER_ROUND = 50;
    private static final Duration READ_AGAIN_REST = Duration.ofSeconds(5);
    /// Of so many minutes, half at least: so that they do not all end at once.
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(60);
    /// One that ends sooner has not really stood.
    private static final Duration SHORTEST_WATCH = Duration.ofSeconds(10);
    /// A server that has never sent a bookmark may be one that does not.
    private static final int PATIENCE_WITHOUT_BOOKMARKS = 5;

    /// Whoever is told what came of it.
    interface Listener {

        void news(SecretWatch watch);
    }

    private final RandomGenerator random = new SplittableRandom();
    private final ScheduledExecutorService thread;
    private final ApiServer api;
    private final SecretServer server;
    private final WatchStreams streams;
    private final Duration silence;
    private final Listener listener;
    private final Pace asks;
    private final Pace opens;
    private final SequencedSet<SecretWatch> toAsk = new LinkedHashSet<>();
    private final Set<SecretWatch> asking = new HashSet<>();
    private final SequencedSet<SecretWatch> toOpen = new LinkedHashSet<>();
    private final Map<SecretWatch, Attempt> attempts = new HashMap<>();
    private final Map<SecretWatch, Future<?>> resting = new HashMap<>();
    private final RestingWatches refused = new RestingWatches(REFUSED_REST, REFUSED_PER_ROUND);
    private final RestingWatches toReadAgain = new RestingWatches(READ_AGAIN_REST, READ_AGAIN_PER_ROUND);
    private final Set<SecretWatch> unwatched = new HashSet<>();
    private final WatchRights rights = new WatchRights(random);

    private final Future<?> rounds;
    private Optional<Future<?>> pumping = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private boolean initialBookmarks = true;
    private boolean bookmarks;
    private boolean begun;
    private boolean closed;
    private int standing;
    private long restarts;

    SecretRequests(ApiServer server, Listener listener) {
        this.thread = server.thread();
        this.silence = server.silence();
        this.listener = listener;
        this.api = server;
        this.server = new SecretServer(server);
        this.streams = server.streams();
        this.asks = new Pace(ASKING, ASKED_PER_SECOND, random, System.nanoTime());
        this.opens = new Pace(OPENING, OPENED_PER_SECOND, random, System.nanoTime());
        this.rounds =
                thread.scheduleWithFixedDelay(this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// From now on requests are made.
    void begin() {
        begun = true;
        pump();
    }

    void begin(SecretWatch watch) {
        toAsk.add(watch);
        pump();
    }

    /// It is asked for next, if it has not been asked for yet.
    void hurry(SecretWatch watch) {
        if (toAsk.contains(watch)) {
            toAsk.addFirst(watch);
            pump();
        }
    }

    void forget(SecretWatch watch) {
        toAsk.remove(watch);
        asking.remove(watch);
        toOpen.remove(watch);
        refused.remove(watch);
        toReadAgain.remove(watch);
        unwatched.remove(watch);
        Attempt attempt = attempts.remove(watch);
        if (attempt != null) {
            attempt.close();
        }
        Future<?> rest = resting.remove(watch);
        if (rest != null) {
            rest.cancel(false);
        }
    }

    /// Ends everything; nothing begins any more.
    void close() {
        closed = true;
        rounds.cancel(false);
        pumping.ifPresent(later -> later.cancel(false));
        resting.values().forEach(rest -> rest.cancel(false));
        List.copyOf(attempts.values()).forEach(Attempt::close);
        attempts.clear();
        asking.clear();
        toAsk.clear();
        toOpen.clear();
    }

    /// How many watches stand.
    int standing() {
        return standing;
    }

    /// How many are read again and again, as they may not be watched.
    int unwatched() {
        return unwatched.size();
    }

    /// How many that stood had to be opened again.
    long restarts() {
        return restarts;
    }

    /// Why nothing is answered, if nothing is. Threads: any.
    Optional<String> trouble() {
        return trouble;
    }

    /// Begins what may begin now, and comes back when more may.
    private void pump() {
        if (closed || !begun) {
            return;
        }
        pumping.ifPresent(later -> later.cancel(false));
        pumping = Optional.empty();
        while (!toAsk.isEmpty() && mayBegin(asks)) {
            ask(toAsk.removeFirst());
        }
        while (toAsk.isEmpty() && !toOpen.isEmpty() && streams.ready() && mayBegin(opens)) {
            openIfWorthTrying(toOpen.removeFirst());
        }
        if (!toAsk.isEmpty()) {
            pumpLater(asks);
        } else if (!toOpen.isEmpty() && streams.ready()) {
            pumpLater(opens);
        }
    }

    private static boolean mayBegin(Pace pace) {
        return pace.free() && pace.waitNs(System.nanoTime()) <= 0;
    }

    private void pumpLater(Pace pace) {
        if (pace.free()) {
            pumping = Optional.of(thread.schedule(this::pump, pace.waitNs(System.nanoTime()), TimeUnit.NANOSECONDS));
        }
    }

    private void ask(SecretWatch watch) {
        asking.add(watch);
        asks.begin(System.nanoTime());
        server.get(
                watch.key,
                reply -> thread.execute(() -> {
                    settle(
                            asks,
                            reply instanceof SecretServer.Reply.Failed it
                                    ? Optional.of(it.setback())
                                    : Optional.empty());
                    if (asking.remove(watch)) {
                        told(watch, reply);
                    }
                    pump();
                }));
    }

    private void told(SecretWatch watch, SecretServer.Reply reply) {
        switch (reply) {
            case SecretServer.Reply.Found it -> readable(watch, it.secret());
            case SecretServer.Reply.Absent ignored -> readable(watch, null);
            case SecretServer.Reply.Failed it
            when it.setback() instanceof Setback.Refused -> {
                refused.add(watch, System.nanoTime());
                if (watch.refuse()) {
                    listener.news(watch);
                }
            }
            case SecretServer.Reply.Failed it -> fail(watch, it.setback(), toAsk);
        }
    }

    private void readable(SecretWatch watch, @Nullable Secret secret) {
        if (watch.refused()) {
            toAsk.addAll(refused.takeAll());
        }
        toOpen.add(watch);
        if (secret == null ? watch.absent() : watch.found(secret)) {
            listener.news(watch);
        }
    }

    private void openIfWorthTrying(SecretWatch watch) {
        if (rights.worthTrying(watch.key.namespace(), System.nanoTime())) {
            open(watch);
        } else {
            leaveUnwatched(watch);
        }
    }

    private void open(SecretWatch watch) {
        opens.begin(System.nanoTime());
        Attempt attempt = new Attempt(watch);
        attempts.put(watch, attempt);
        attempt.stream = streams.open(
                server.watch(watch.key, watch.resumeFrom(), initialBookmarks, Pace.jittered(LONGEST_WATCH, random)),
                attempt);
    }

    /// What a request that has ended says of the server.
    private void settle(Pace pace, Optional<Setback> setback) {
        switch (setback.orElse(null)) {
            case Setback.Unreachable it -> hold(pace, it.reason(), Duration.ZERO);
            case Setback.NotNow it -> hold(pace, it.reason(), it.notBefore().orElse(Duration.ZERO));
            case Setback.Absent it -> hold(pace, it.reason(), Duration.ZERO);
            case null, default -> {
                pace.answered();
                trouble = Optional.empty();
            }
        }
    }

    private void hold(Pace pace, String reason, Duration notBefore) {
        long now = System.nanoTime();
        pace.unanswered(now);
        asks.pause(notBefore, now);
        opens.pause(notBefore, now);
        trouble = Optional.of(reason);
    }

    /// What it means for the one that it was made for. `again`: where it waits for the next try.
    private void fail(SecretWatch watch, Setback setback, Set<SecretWatch> again) {
        switch (setback) {
            case Setback.Unreachable ignored -> again.add(watch);
            case Setback.NotNow ignored -> rest(watch, again);
            case Setback.NotUnderstood ignored -> rest(watch, again);
            case Setback.Absent ignored -> rest(watch, again);
            case Setback.Expired ignored -> {
                watch.expire();
                again.add(watch);
            }
            // Whether it may be read is for a GET to say.
            case Setback.Refused ignored -> {
                if (rights.refused(watch.key.namespace(), System.nanoTime())) {
                    LOG.info(
                            "Secrets of the namespace {} may be read and not watched: they are read again every few"
                                    + " seconds",
                            watch.key.namespace());
                }
                leaveUnwatched(watch);
            }
        }
    }

    private void leaveUnwatched(SecretWatch watch) {
        unwatched.add(watch);
        toReadAgain.add(watch, System.nanoTime());
    }

    private void rest(SecretWatch watch, Set<SecretWatch> again) {
        Runnable rested = () -> {
            resting.remove(watch);
            again.add(watch);
            pump();
        };
        resting.put(watch, thread.schedule(rested, watch.rest(random).toMillis(), TimeUnit.MILLISECONDS));
    }

    private void round() {
        long now = System.nanoTime();
        toAsk.addAll(refused.takeRested(now));
        toAsk.addAll(toReadAgain.takeRested(now));
        Duration bound = bookmarks ? silence : silence.multipliedBy(PATIENCE_WITHOUT_BOOKMARKS);
        List.copyOf(attempts.values()).forEach(attempt -> attempt.abandonIfSilent(now, bound));
        pump();
    }

    /// One watch, from its opening to its end.
    private final class Attempt implements WatchStreams.Listener {

        private final SecretWatch watch;
        private WatchStreams.@Nullable Stream stream;
        private boolean opened;
        private long openedNs;
        private volatile long heardNs = System.nanoTime();

        Attempt(SecretWatch watch) {
            this.watch = watch;
        }

        @Override
        public void opened() {
            settle(opens, Optional.empty());
            opened = true;
            openedNs = System.nanoTime();
            standing++;
            unwatched.remove(watch);
            if (rights.allowed(watch.key.namespace())) {
                toAsk.addAll(toReadAgain.takeAll());
            }
            if (watch.opened()) {
                listener.news(watch);
            }
            pump();
        }

        @Override
        public void line(byte[] line) throws IOException {
            heardNs = System.nanoTime();
            api.heard();
            server.event(line).ifPresent(event -> thread.execute(() -> apply(event)));
        }

        private void apply(WatchEvent<Secret> event) {
            if (attempts.get(watch) != this) {
                return;
            }
            switch (event) {
                case WatchEvent.Failed<Secret> it -> giveUp(it.setback());
                case WatchEvent.Present<Secret> it when !it.key().equals(watch.key) -> {}
                case WatchEvent.Bookmark<Secret> ignored -> {
                    bookmarks = true;
                    note(event);
                }
                case WatchEvent.Present<Secret> ignored -> note(event);
                case WatchEvent.Deleted<Secret> ignored -> note(event);
            }
        }

        private void note(WatchEvent<Secret> event) {
            if (watch.apply(event)) {
                listener.news(watch);
            }
        }

        @Override
        public void ended(Optional<Setback> setback) {
            if (!opened) {
                settle(opens, setback);
            }
            if (attempts.remove(watch, this)) {
                if (opened) {
                    over();
                } else {
                    notOpened(setback.orElseGet(() -> new Setback.Unreachable("closed")));
                }
            }
            pump();
        }

        private void notOpened(Setback setback) {
            if (setback instanceof Setback.NotUnderstood && initialBookmarks) {
                initialBookmarks = false;
                toOpen.add(watch);
            } else {
                fail(watch, setback, toOpen);
            }
        }

        private void over() {
            standing--;
            restarts++;
            if (System.nanoTime() - openedNs < SHORTEST_WATCH.toNanos()) {
                rest(watch, toOpen);
            } else {
                toOpen.add(watch);
            }
        }

        void abandonIfSilent(long nowNs, Duration bound) {
            if (opened && nowNs - heardNs > bound.toNanos()) {
                if (stream != null) {
                    stream.abandon();
                }
                attempts.remove(watch, this);
                // A server whose versions began anew says nothing to one that goes on from a later one.
                watch.expire();
                over();
            }
        }

        private void giveUp(Setback setback) {
            attempts.remove(watch, this);
            close();
            restarts++;
            if (setback instanceof Setback.NotNow it) {
                it.notBefore().ifPresent(pause -> opens.pause(pause, System.nanoTime()));
            }
            fail(watch, setback, toOpen);
            pump();
        }

        void close() {
            if (opened) {
                standing--;
            } else {
                opens.answered();
            }
            if (stream != null) {
                stream.close();
            }
        }
    }
}
