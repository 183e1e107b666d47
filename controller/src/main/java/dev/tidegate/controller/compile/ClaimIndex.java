package dev.tidegate.controller.compile;

import dev.tidegate.persistent.PersistentMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Who claims what, the oldest first.
///
/// `touched`: the keys whose claimants are not those of the index that this one was made from: all that has to be
/// looked at again.
record ClaimIndex<K>(PersistentMap<K, List<Declaration>> claimants, Set<K> touched) {

    static <K> ClaimIndex<K> empty() {
        return new ClaimIndex<>(PersistentMap.empty(), Set.of());
    }

    /// Shape: declarations that went and that came, and what each of them claims → the next index.
    ClaimIndex<K> after(List<Declaration> gone, List<Declaration> come, Function<Declaration, Collection<K>> keysOf) {
        Map<K, List<Declaration>> going = byKey(gone, keysOf);
        Map<K, List<Declaration>> coming = byKey(come, keysOf);
        Set<K> changing = new HashSet<>(coming.keySet());
        changing.addAll(going.keySet());
        if (changing.isEmpty()) {
            return touched.isEmpty() ? this : new ClaimIndex<>(claimants, Set.of());
        }
        PersistentMap<K, List<Declaration>> next = claimants;
        for (K key : changing) {
            List<Declaration> claiming = new ArrayList<>(of(key));
            going.getOrDefault(key, List.of()).forEach(declaration -> remove(claiming, declaration));
            coming.getOrDefault(key, List.of()).forEach(declaration -> insert(claiming, declaration));
            next = claiming.isEmpty() ? next.without(key) : next.with(key, Collections.unmodifiableList(claiming));
        }
        return new ClaimIndex<>(next, changing);
    }

    private static <K> Map<K, List<Declaration>> byKey(
            List<Declaration> declarations, Function<Declaration, Collection<K>> keysOf) {
        Map<K, List<Declaration>> byKey = new HashMap<>();
        for (Declaration declaration : declarations) {
            keysOf.apply(declaration)
                    .forEach(key ->
                            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(declaration));
        }
        return byKey;
    }

    /// A key that everybody claims, as a Secret with a wildcard certificate, is no reason to look at everybody.
    private static void remove(List<Declaration> inOrder, Declaration declaration) {
        int at = Collections.binarySearch(inOrder, declaration);
        if (at >= 0) {
            inOrder.remove(at);
        }
    }

    private static void insert(List<Declaration> inOrder, Declaration declaration) {
        int at = Collections.binarySearch(inOrder, declaration);
        inOrder.add(at < 0 ? -at - 1 : at, declaration);
    }

    List<Declaration> of(K key) {
        return claimants.getOrDefault(key, List.of());
    }
}
