package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One list and watch of an API server, kept up for ever: whatever fails, it tries again, also when the server is
/// down from the start.
///
/// States: listing, page by page → opening → standing → opening …, from the version where it was; back to listing
/// where that is forgotten, or where the watch has been silent for so long that it is taken for dead. While it lists
/// anew, what was known stays; what the list no longer has goes at its end. Where a server does not have an optional
/// collection, it rests, and begins anew.
///
/// This is what fabric8's informers do, but that theirs neither notice a connection whose other end is gone without a
/// word, nor a server whose versions began anew.
///
/// Threads: all work is done on the server's; `changed` is called there; the methods may be called from any.
///
/// Source: Kubernetes API concepts, "Efficient detection of changes", "Retrieving large results sets in chunks".
final class WatchedObjects<T extends HasMetadata> implements AutoCloseable {

    private static final int PAGE = 1_000;
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(60);
    /// One that ends sooner has not really stood.
    private static final Duration SHORTEST_WATCH = Duration.ofSeconds(5);
    private static final Duration FIRST_REST = Duration.ofMillis(250);
    private static final int DOUBLINGS = 5;
    /// Nobody waits for what is optional, and each refusal is a line in somebody's audit log.
    private static final int DOUBLINGS_IF_OPTIONAL = 7;
    /// Whoever installs what was not there sees it used within so long.
    private static final Duration ABSENT_REST = Duration.ofSeconds(30);

    private static final Duration CONNECTING = Duration.ofMillis(20);

    private final Resource<T> resource;
    private final ApiServer server;
    private final ObjectJson<T> json;
    private final VersionedStore<T> store;
    private final Runnable changed;
    private final Duration absentRest;
    private final RandomGenerator random = new SplittableRandom();

    private volatile Optional<Setback> failure = Optional.empty();
    /// Whether the first list is complete in the store.
    private volatile boolean listed;

    private volatile boolean absent;
    private volatile long listedNs;
    private volatile long lastListedNs;
    private volatile long refusedNs;
    private volatile @Nullable Attempt attempt;
    private final AtomicLong restarts = new AtomicLong();
    private boolean closed;
    private String version = "";
    private int failures;
    private Optional<Future<?>> checks = Optional.empty();

    WatchedObjects(Resource<T> resource, ApiServer server, Runnable changed) {
        this(resource, server, changed, ABSENT_REST);
    }

    /// `absentRest`: how long until it is asked again for what is not there.
    WatchedObjects(Resource<T> resource, ApiServer server, Runnable changed, Duration absentRest) {
        this.resource = resource;
        this.server = server;
        this.absentRest = absentRest;
        this.json = new ObjectJson<>(resource.type());
        this.store = new VersionedStore<>(resource.belongs());
        this.changed = changed;
    }

    void start() {
        server.thread().execute(() -> {
            long everyMs = Math.max(1, server.silence().toMillis() / 4);
            checks = Optional.of(server.thread()
                    .scheduleWithFixedDelay(this::abandonIfSilent, everyMs, everyMs, TimeUnit.MILLISECONDS));
            list();
        });
    }

    Resource<T> resource() {
        return resource;
    }

    /// What there is; the same map as before if nothing has changed.
    PersistentMap<ObjectKey, T> objects() {
        return store.objects();
    }

    /// Has the server said what there is, or that it does not have such a thing, or, after this moment, that we may
    /// not know?
    boolean answered(long sinceNs) {
        return listed || absent || (refused() && refusedNs - sinceNs > 0);
    }

    /// Does it have a place among the watches that should stand?
    boolean expected() {
        return !(resource.optional() && (absent || refused()));
    }

    boolean refused() {
        return failure.filter(Setback.Refused.class::isInstance).isPresent();
    }

    boolean listed() {
        return listed;
    }

    /// When it first was, by [System#nanoTime].
    long listedNs() {
        return listedNs;
    }

    /// When it last was, by [System#nanoTime].
    long lastListedNs() {
        return lastListedNs;
    }

    boolean watching() {
        Attempt current = attempt;
        return current != null && current.opened;
    }

    /// What keeps it from watching, if it does not watch.
    Optional<Setback> failure() {
        return failure;
    }

    /// How often a watch that stood has ended.
    long restarts() {
        return restarts.get();
    }

    private void list() {
        page("", new HashSet<>());
    }

    private void page(String next, Set<ObjectKey> present) {
        if (closed) {
            return;
        }
        String path = resource.path()
                + (fromMemory() ? "?resourceVersion=0" : "?limit=" + PAGE)
                + resource.selector()
                + (next.isEmpty() ? "" : "&continue=" + ApiServer.encoded(next));
        server.get(server.address(path), LONGEST_PAGE).whenComplete((response, thrown) -> {
            Optional<Setback> refused = thrown != null ? Optional.of(Setback.of(thrown)) : setback(response);
            if (refused.isPresent()) {
                server.thread().execute(() -> fail(told(refused.get(), "list"), this::list));
                return;
            }
            try {
                ObjectJson.Page<T> page = json.page(response.body());
                server.thread().execute(() -> take(page, present));
            } catch (IOException malformed) {
                server.thread().execute(() -> fail(Setback.of(malformed), this::list));
            }
        });
    }

    /// Where nothing is known yet and nothing is answered, what the server remembers is asked for: it can tell that
    /// also without its database, in one piece. The watch brings what has changed since.
    private boolean fromMemory() {
        return !listed && failures % 2 == 1;
    }

    private static Optional<Setback> setback(HttpResponse<?> response) {
        return response.code() == HttpURLConnection.HTTP_OK ? Optional.empty() : Optional.of(Setback.of(response));
    }

    private void take(ObjectJson.Page<T> page, Set<ObjectKey> present) {
        for (T item : page.items()) {
            ObjectKey key = ObjectKey.of(item);
            present.add(key);
            store.put(key, item);
        }
        if (!page.next().isEmpty()) {
            page(page.next(), present);
            return;
        }
        store.retain(present);
        version = page.version();
        failure = Optional.empty();
        absent = false;
        lastListedNs = System.nanoTime();
        listedNs = listed ? listedNs : lastListedNs;
        listed = true;
        changed.run();
        watch();
    }

    private void watch() {
        if (closed) {
            return;
        }
        if (!server.streams().ready()) {
            server.thread().schedule(this::watch, CONNECTING.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        Attempt next = new Attempt();
        attempt = next;
        next.stream = server.streams()
                .open(
                        server.address(resource.path() + "?watch=1&allowWatchBookmarks=true" + resource.selector()
                                + "&resourceVersion=" + ApiServer.encoded(version)
                                + "&timeoutSeconds="
                                + Pace.jittered(LONGEST_WATCH, random).toSeconds()),
                        next);
    }

    private Setback told(Setback setback, String verb) {
        return setback instanceof Setback.Refused
                ? new Setback.Refused("forbidden to " + verb + " " + resource.resource()
                        + " (expected: a role that allows to get, list and watch them; see docs/rbac.md)")
                : setback;
    }

    private void fail(Setback setback, Runnable again) {
        if (setback instanceof Setback.Absent && resource.optional()) {
            rest();
            return;
        }
        boolean forgotten = setback instanceof Setback.Expired;
        refusedNs = setback instanceof Setback.Refused ? System.nanoTime() : refusedNs;
        failure = forgotten ? failure : Optional.of(setback);
        changed.run();
        int doublings = setback instanceof Setback.Refused && resource.optional() ? DOUBLINGS_IF_OPTIONAL : DOUBLINGS;
        Duration rest = Pace.jittered(FIRST_REST.multipliedBy(1L << Math.min(failures, doublings)), random);
        if (setback instanceof Setback.NotNow it
                && it.notBefore().orElse(Duration.ZERO).compareTo(rest) > 0) {
            rest = it.notBefore().get();
        }
        failures++;
        server.thread().schedule(forgotten ? this::list : again, rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// There is no such collection: nothing that it had is there any more either.
    private void rest() {
        absent = true;
        listed = false;
        failure = Optional.empty();
        failures = 0;
        store.retain(Set.of());
        changed.run();
        server.thread().schedule(this::list, Pace.jittered(absentRest, random).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void abandonIfSilent() {
        Attempt current = attempt;
        if (current != null
                && current.opened
                && System.nanoTime() - current.heardNs > server.silence().toNanos()) {
            current.abandon();
        }
    }

    @Override
    public void close() {
        server.thread().execute(() -> {
            closed = true;
            checks.ifPresent(check -> check.cancel(false));
            Attempt current = attempt;
            if (current != null) {
                current.forget();
            }
        });
    }

    /// One watch, from its opening to its end.
    private final class Attempt implements WatchStreams.Listener {

        private WatchStreams.@Nullable Stream stream;
        private volatile boolean opened;
        private volatile long heardNs = System.nanoTime();
        private long openedNs;

        @Override
        public void opened() {
            opened = true;
            openedNs = System.nanoTime();
            failure = Optional.empty();
            changed.run();
        }

        @Override
        public void line(byte[] line) throws IOException {
            heardNs = System.nanoTime();
            server.heard();
            json.event(line).ifPresent(event -> server.thread().execute(() -> apply(event)));
        }

        private void apply(WatchEvent<T> event) {
            if (attempt != this) {
                return;
            }
            switch (event) {
                case WatchEvent.Present<T> it -> {
                    store.put(it.key(), it.object());
                    reached(it.version());
                }
                case WatchEvent.Deleted<T> it -> {
                    store.remove(it.key());
                    reached(it.version());
                }
                case WatchEvent.Bookmark<T> it -> version = it.version();
                case WatchEvent.Failed<T> it -> {
                    forget();
                    over(Optional.of(it.setback()));
                }
            }
        }

        private void reached(String at) {
            version = at;
            changed.run();
        }

        @Override
        public void ended(Optional<Setback> setback) {
            if (attempt == this) {
                attempt = null;
                over(setback);
            }
        }

        /// What is still open of it is closed, and nothing is heard from it any more.
        private void forget() {
            attempt = null;
            if (stream != null) {
                stream.close();
            }
        }

        private void over(Optional<Setback> setback) {
            restarts.addAndGet(opened ? 1 : 0);
            boolean stood = opened && System.nanoTime() - openedNs > SHORTEST_WATCH.toNanos();
            if (stood) {
                failures = 0;
            }
            if (stood && !(setback.orElse(null) instanceof Setback.Expired)) {
                watch();
            } else {
                Setback why = setback.orElseGet(() -> new Setback.Unreachable("closed"));
                fail(told(why, "watch"), WatchedObjects.this::watch);
            }
        }

        /// A server whose versions began anew says nothing to one who goes on from a later one; so it is listed anew.
        private void abandon() {
            attempt = null;
            if (stream != null) {
                stream.abandon();
            }
            restarts.incrementAndGet();
            failures = 0;
            fail(new Setback.Expired("silent"), WatchedObjects.this::list);
        }
    }
}
