package dev.tidegate.controller.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Who claims what, the oldest first. Nobody edits a map that he was handed: they are copied for each next index, and
/// too often to wrap them.
///
/// `touched`: the keys whose claimants are not those of the index that this one was made from: all that has to be
/// looked at again.
record ClaimIndex<K>(Map<K, List<Declaration>> claimants, Set<K> touched) {

    static <K> ClaimIndex<K> empty() {
        return new ClaimIndex<>(Map.of(), Set.of());
    }

    /// Shape: declarations that went and that came, and what each of them claims → the next index.
    ClaimIndex<K> after(List<Declaration> gone, List<Declaration> come, Function<Declaration, Collection<K>> keysOf) {
        Map<K, List<Declaration>> coming = new HashMap<>();
        for (Declaration declaration : come) {
            keysOf.apply(declaration)
                    .forEach(key ->
                            coming.computeIfAbsent(key, _ -> new ArrayList<>()).add(declaration));
        }
        Set<K> changing = new HashSet<>(coming.keySet());
        gone.forEach(declaration -> changing.addAll(keysOf.apply(declaration)));
        if (changing.isEmpty()) {
            return touched.isEmpty() ? this : new ClaimIndex<>(claimants, Set.of());
        }
        Set<Declaration> leaving = Collections.newSetFromMap(new IdentityHashMap<>());
        leaving.addAll(gone);
        Map<K, List<Declaration>> next = new HashMap<>(claimants);
        for (K key : changing) {
            List<Declaration> claiming = new ArrayList<>(of(key));
            claiming.removeIf(leaving::contains);
            claiming.addAll(coming.getOrDefault(key, List.of()));
            Collections.sort(claiming);
            if (claiming.isEmpty()) {
                next.remove(key);
            } else {
                next.put(key, List.copyOf(claiming));
            }
        }
        return new ClaimIndex<>(next, changing);
    }

    List<Declaration> of(K key) {
        return claimants.getOrDefault(key, List.of());
    }
}
