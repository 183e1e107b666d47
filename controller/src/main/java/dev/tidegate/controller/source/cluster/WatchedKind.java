package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All objects of one kind, from one watch of the whole cluster or from one for each namespace asked for.
///
/// Threads: [#byKey] by one, the rest by any.
final class WatchedKind<T extends HasMetadata> implements AutoCloseable {

    private final List<WatchedObjects<T>> watches;
    private List<List<T>> lastObjects = List.of();
    private Optional<Set<String>> lastNamespaces = Optional.empty();
    private Map<ObjectKey, T> last = Map.of();

    private WatchedKind(List<WatchedObjects<T>> watches) {
        this.watches = List.copyOf(watches);
    }

    /// `namespaces`: only these, or all if empty.
    static <T extends HasMetadata> WatchedKind<T> namespaced(
            String kind, MixedOperation<T, ?, ?> asked, Set<String> namespaces, Runnable changed) {
        if (namespaces.isEmpty()) {
            return one(new WatchedObjects<>(kind, asked.inAnyNamespace(), object -> true, changed));
        }
        List<WatchedObjects<T>> watches = new ArrayList<>();
        for (String namespace : namespaces) {
            watches.add(new WatchedObjects<>(
                    kind + " in " + namespace,
                    asked.inNamespace(namespace),
                    object -> ObjectKey.of(object).namespace().equals(namespace),
                    changed));
        }
        return new WatchedKind<>(watches);
    }

    static <T extends HasMetadata> WatchedKind<T> clusterScoped(String kind, Informable<T> asked, Runnable changed) {
        return one(new WatchedObjects<>(kind, asked, object -> true, changed));
    }

    static <T extends HasMetadata> WatchedKind<T> one(WatchedObjects<T> watch) {
        return new WatchedKind<>(List.of(watch));
    }

    static <T extends HasMetadata> WatchedKind<T> none() {
        return new WatchedKind<>(List.of());
    }

    void start() {
        watches.forEach(WatchedObjects::start);
    }

    boolean listed() {
        return watches.stream().allMatch(WatchedObjects::listed);
    }

    boolean answered() {
        return watches.stream().allMatch(WatchedObjects::answered);
    }

    List<WatchedObjects<T>> watches() {
        return watches;
    }

    /// `namespaces`: which ones to keep, or all. The same map as before if nothing has changed.
    Map<ObjectKey, T> byKey(Optional<Set<String>> namespaces) {
        List<List<T>> objects = watches.stream().map(WatchedObjects::objects).toList();
        if (!same(objects, lastObjects) || !namespaces.equals(lastNamespaces)) {
            Map<ObjectKey, T> byKey = new HashMap<>();
            objects.forEach(list -> list.forEach(object -> byKey.put(ObjectKey.of(object), object)));
            namespaces.ifPresent(kept -> byKey.keySet().removeIf(key -> !kept.contains(key.namespace())));
            last = Map.copyOf(byKey);
            lastObjects = objects;
            lastNamespaces = namespaces;
        }
        return last;
    }

    @SuppressWarnings("ReferenceEquality") // the very list means that nothing was noted since
    private static <T> boolean same(List<List<T>> lists, List<List<T>> others) {
        if (lists.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        watches.forEach(WatchedObjects::close);
    }
}
