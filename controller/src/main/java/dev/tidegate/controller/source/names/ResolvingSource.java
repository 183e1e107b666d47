package dev.tidegate.controller.source.names;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.ExternalNames;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.WatchState;
import dev.tidegate.dns.resolve.Answer;
import dev.tidegate.dns.resolve.KeptNames;
import dev.tidegate.dns.resolve.NameTimes;
import dev.tidegate.dns.resolve.Resolution;
import dev.tidegate.persistent.PersistentMap;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A source whose snapshots also say what is known of the names in them: those of ExternalName Services that
/// Ingresses of our class use.
///
/// A name that is new is given up to a second to be answered. For as long, the Services and Ingresses that use it
/// stand in the snapshots as they were before, or not at all; everything else is there at once. So a backend that
/// moves to a name is never without addresses for a moment, and no object waits for another's name. Only the first
/// snapshot of all waits as a whole, by the same second.
///
/// Threads: those of [Source]; changes of names come from the resolver's own. Fails: never; a name that cannot be
/// resolved is something that a snapshot says.
public final class ResolvingSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(ResolvingSource.class);

    /// How long objects wait for the first answer about a name.
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Source objects;
    private final CompilerOptions options;
    private final KeptNames names;
    private final Map<String, Long> askedSinceNs = new HashMap<>();
    private Snapshot read = Snapshot.EMPTY;
    private ExternalNames inUse = ExternalNames.NONE;
    private Map<String, ExternalNames.Users> users = Map.of();
    private PersistentMap<String, Resolution> known = PersistentMap.empty();
    private Snapshot shown = Snapshot.EMPTY;
    private PersistentMap<String, Resolution> recalled = PersistentMap.empty();

    /// Names that objects may still use which stand as they were before.
    private Set<String> before = Set.of();

    private boolean begun;
    private volatile Runnable onChange = () -> {};

    /// `lookup`: asks for a name once, and may block. The source of objects is this one's from here on.
    public ResolvingSource(
            Source objects,
            CompilerOptions options,
            Function<String, Answer> lookup,
            NameTimes times,
            InstantSource clock) {
        this.objects = objects;
        this.options = options;
        this.names = new KeptNames(lookup, times, clock, this::changed);
    }

    /// Addresses that a name had stand in until somebody answers for it, or they have lasted for as long as any do.
    @Override
    public synchronized void recall(Snapshot remembered) {
        recalled = remembered.names();
        Map<String, Resolution.Found> found = new HashMap<>();
        for (Map.Entry<String, Resolution> entry : recalled.entrySet()) {
            if (entry.getValue() instanceof Resolution.Found addresses) {
                found.put(entry.getKey(), addresses);
            }
        }
        names.recall(found);
        objects.recall(remembered);
    }

    @Override
    public void start(Runnable onChange) {
        this.onChange = onChange;
        objects.start(onChange);
    }

    @Override
    public synchronized boolean synced() {
        if (!begun && objects.synced()) {
            look();
            begun = waiting().isEmpty();
        }
        return begun;
    }

    @Override
    public synchronized Snapshot snapshot() {
        look();
        Set<String> waiting = begun ? waiting() : Set.of();
        if (waiting.isEmpty()) {
            before = Set.copyOf(users.keySet());
            names.want(before);
        }
        shown = holdingBack(waiting);
        return shown;
    }

    @Override
    public void used() {
        objects.used();
    }

    @Override
    public void hurry(ObjectKey secret) {
        objects.hurry(secret);
    }

    @Override
    public Optional<WatchState> watchState() {
        return objects.watchState();
    }

    @Override
    public Listing listing(String namespace) {
        return objects.listing(namespace);
    }

    /// What is known of each name that is kept resolved, for metrics.
    public Map<String, Resolution> names() {
        return names.known();
    }

    /// Reads the objects, and begins to ask for names that are new in them.
    private void look() {
        Snapshot now = objects.snapshot();
        ExternalNames next = inUse.next(now, options);
        boolean same = next.names().equals(inUse.names()) && next.using().equals(inUse.using());
        read = now;
        inUse = next;
        if (same) {
            return;
        }
        users = next.users(options);
        askedSinceNs.keySet().retainAll(users.keySet());
        boolean asking = false;
        for (String name : users.keySet()) {
            asking |= askedSinceNs.putIfAbsent(name, System.nanoTime()) == null;
        }
        Set<String> wanted = new HashSet<>(before);
        wanted.addAll(users.keySet());
        names.want(wanted);
        if (asking) {
            CompletableFuture.delayedExecutor(PATIENCE.toMillis() + 1, TimeUnit.MILLISECONDS)
                    .execute(() -> onChange.run());
        }
    }

    /// Made from what was known before, so that the compiler finds what changed.
    private PersistentMap<String, Resolution> known() {
        Map<String, Resolution> now = names.known();
        PersistentMap<String, Resolution> next = known;
        for (String name : known.keySet()) {
            next = now.containsKey(name) ? next : next.without(name);
        }
        for (Map.Entry<String, Resolution> entry : now.entrySet()) {
            next = next.with(entry.getKey(), asRecalled(entry.getKey(), entry.getValue()));
        }
        known = next;
        return known;
    }

    /// From the first answer on, failures included, [KeptNames] says what is left of what was recalled.
    private Resolution asRecalled(String name, Resolution now) {
        if (now instanceof Resolution.Pending) {
            return recalled.getOrDefault(name, now);
        }
        recalled = recalled.without(name);
        return now;
    }

    /// Names that have not been answered for, and may still be.
    private Set<String> waiting() {
        long nowNs = System.nanoTime();
        Map<String, Resolution> known = names.known();
        Set<String> waiting = new HashSet<>();
        askedSinceNs.forEach((name, sinceNs) -> {
            boolean pending = known.getOrDefault(name, Resolution.PENDING) instanceof Resolution.Pending;
            if (pending && nowNs - sinceNs < PATIENCE.toNanos()) {
                waiting.add(name);
            }
        });
        return waiting;
    }

    /// What was read, but for the users of these names, who stand as they were shown before.
    private Snapshot holdingBack(Set<String> waiting) {
        Set<ObjectKey> services = new HashSet<>();
        Set<ObjectKey> ingresses = new HashSet<>();
        waiting.forEach(name -> {
            ExternalNames.Users of = users.get(name);
            if (of != null) {
                services.addAll(of.services());
                ingresses.addAll(of.ingresses());
            }
        });
        return read.with(
                asBefore(ingresses, read.ingresses(), shown.ingresses()),
                asBefore(services, read.services(), shown.services()),
                known());
    }

    private static <T> PersistentMap<ObjectKey, T> asBefore(
            Set<ObjectKey> held, PersistentMap<ObjectKey, T> now, PersistentMap<ObjectKey, T> before) {
        PersistentMap<ObjectKey, T> mixed = now;
        for (ObjectKey key : held) {
            T was = before.get(key);
            mixed = was == null ? mixed.without(key) : mixed.with(key, was);
        }
        return mixed;
    }

    private void changed(String name, Resolution before, Resolution after) {
        switch (after) {
            case Resolution.Found found
            when found.stale().isPresent() -> stays(name, found, found.stale().get());
            case Resolution.Found found -> LOG.info("name {}: {} (before: {})", name, text(found), text(before));
            case Resolution.Missing missing -> LOG.warn("name {}: {} (before: {})", name, text(missing), text(before));
            case Resolution.Failing failing -> LOG.warn("name {}: {} (before: {})", name, text(failing), text(before));
            case Resolution.Pending _ -> LOG.debug("name {}: asked for", name);
        }
        onChange.run();
    }

    private static void stays(String name, Resolution.Found found, Resolution.Stale stale) {
        LOG.warn(
                "name {}: {}; its last addresses, of {}, stay until {}: {}",
                name,
                stale.why(),
                stale.told(),
                stale.until(),
                String.join(", ", found.addresses()));
    }

    private static String text(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Pending _ -> "not known";
            case Resolution.Found found ->
                String.join(", ", found.addresses())
                        + (found.stale().isPresent() ? ", which stayed for want of an answer" : "");
            case Resolution.Missing missing -> missing.absence().text();
            case Resolution.Failing failing -> failing.why();
        };
    }

    @Override
    public String describe() {
        return objects.describe();
    }

    @Override
    public void close() {
        names.close();
        objects.close();
    }
}
