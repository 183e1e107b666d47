package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Objects of one kind that are watched as long as they are needed, from as many watches as that takes. One that is
/// needed no longer stays until it is [#release]d, so that what takes its place can be there first.
///
/// Threads: one; but [#watches] and [#endedRestarts] may be called by any.
final class NeededObjects<T extends HasMetadata> implements AutoCloseable {

    private final Function<String, Resource<T>> resource;
    private final ApiServer server;
    private final Runnable changed;
    private final Duration patience;
    private volatile List<Part<T>> parts = List.of();
    private final AtomicLong endedRestarts = new AtomicLong();
    private Set<String> wanted = Set.of();
    private Map<String, PersistentMap<ObjectKey, T>> lastParts = Map.of();
    private PersistentMap<ObjectKey, T> joined = PersistentMap.empty();

    private record Part<T extends HasMetadata>(String name, WatchedObjects<T> watch, long sinceNs) {}

    /// `resource`: what is to be watched for the name of a part. `patience`: how long a part is awaited.
    NeededObjects(Function<String, Resource<T>> resource, ApiServer server, Runnable changed, Duration patience) {
        this.resource = resource;
        this.server = server;
        this.changed = changed;
        this.patience = patience;
    }

    /// From now on these parts are needed, and no others.
    void want(Set<String> names) {
        wanted = names;
        Set<String> there = names();
        List<Part<T>> next = new ArrayList<>(parts);
        names.stream().sorted().filter(name -> !there.contains(name)).forEach(name -> {
            Part<T> part = new Part<>(
                    name, new WatchedObjects<>(resource.apply(name).ifThere(), server, changed), System.nanoTime());
            next.add(part);
            part.watch.start();
            // Whoever waits looks again when it need not wait any more, whether or not the server has said anything.
            server.thread().schedule(changed, patience.toMillis() + 1, TimeUnit.MILLISECONDS);
        });
        parts = List.copyOf(next);
    }

    /// The parts that are needed and worth waiting for: the server has neither said what there is nor that we may not
    /// know.
    Set<String> awaited() {
        long now = System.nanoTime();
        return parts.stream()
                .filter(part -> wanted.contains(part.name))
                .filter(part -> !part.watch.answered(part.sinceNs) && now - part.sinceNs < patience.toNanos())
                .map(Part::name)
                .collect(Collectors.toSet());
    }

    /// The parts that are not needed any more are let go.
    void release() {
        List<Part<T>> next =
                parts.stream().filter(part -> wanted.contains(part.name)).toList();
        if (next.size() < parts.size()) {
            parts.stream().filter(part -> !wanted.contains(part.name)).forEach(part -> {
                endedRestarts.addAndGet(part.watch.restarts());
                part.watch.close();
            });
            parts = next;
        }
    }

    /// What all parts know; the same map as before if nothing has changed. Of one that stands in several, what the
    /// eldest part knows.
    PersistentMap<ObjectKey, T> objects() {
        SequencedMap<String, PersistentMap<ObjectKey, T>> now = new LinkedHashMap<>();
        parts.forEach(part -> now.put(part.name, part.watch.objects()));
        now.forEach((name, objects) -> objects.changesSince(
                lastParts.getOrDefault(name, PersistentMap.empty()), (key, _, _) -> join(key, now.values())));
        lastParts.forEach((name, objects) -> {
            if (!now.containsKey(name)) {
                objects.keySet().forEach(key -> join(key, now.values()));
            }
        });
        lastParts = now;
        return joined;
    }

    @SuppressWarnings("ReferenceEquality") // the very object means that nothing has changed
    private void join(ObjectKey key, Collection<PersistentMap<ObjectKey, T>> parts) {
        T object = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.get(key)))
                .findFirst()
                .orElse(null);
        if (object == null) {
            joined = joined.without(key);
        } else if (object != joined.get(key)) {
            joined = joined.with(key, object);
        }
    }

    List<WatchedObjects<T>> watches() {
        return parts.stream().map(Part::watch).toList();
    }

    /// Of watches that are let go.
    long endedRestarts() {
        return endedRestarts.get();
    }

    private Set<String> names() {
        return parts.stream().map(Part::name).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        want(Set.of());
        release();
    }
}
