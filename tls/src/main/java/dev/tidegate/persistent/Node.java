package dev.tidegate.persistent;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One node of a hash trie: each level takes five bits of the hash, from the low end.
///
/// A map has one shape only, however it came about (but for the order in a [Collision]): a branch has at least two
/// children, or one that is a branch again. `shift` is how many bits the levels above have taken.
///
/// Source: P. Bagwell, "Ideal Hash Trees", 2001; the one shape: M. Steindorfer and J. Vinju, "Optimizing Hash-Array
/// Mapped Tries", 2015.
sealed interface Node<K, V> permits Leaf, Branch, Collision {

    int BITS = 5;

    /// The low bits count first, so the high ones are folded into them, as in [java.util.HashMap].
    static int hash(Object key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 16);
    }

    @Nullable
    Leaf<K, V> find(int hash, Object key, int shift);

    Node<K, V> with(Leaf<K, V> leaf, int shift);

    /// Null if nothing is left. The key is below this node.
    @Nullable
    Node<K, V> without(int hash, Object key, int shift);

    void forEach(BiConsumer<? super K, ? super V> action);

    /// Two nodes of different hashes, below one.
    static <K, V> Node<K, V> join(int hash, Node<K, V> node, Leaf<K, V> leaf, int shift) {
        int one = Branch.bit(hash, shift);
        int other = Branch.bit(leaf.hash(), shift);
        if (one == other) {
            return Branch.of(one, join(hash, node, leaf, shift + BITS));
        }
        // Bits are compared as unsigned numbers: the highest one is a negative int.
        return Integer.compareUnsigned(one, other) < 0
                ? Branch.of(one | other, node, leaf)
                : Branch.of(one | other, leaf, node);
    }

    @SuppressWarnings("ReferenceEquality") // shared nodes hold the same by being the same
    static <K, V> void changes(
            @Nullable Node<K, V> before,
            @Nullable Node<K, V> after,
            int shift,
            PersistentMap.Change<? super K, ? super V> change) {
        if (before == after) {
            return;
        }
        if (before instanceof Branch<K, V> one && after instanceof Branch<K, V> other) {
            for (int bits = one.bitmap() | other.bitmap(); bits != 0; bits &= bits - 1) {
                int bit = bits & -bits;
                changes(one.child(bit), other.child(bit), shift + BITS, change);
            }
            return;
        }
        if (before != null) {
            before.forEach((key, was) -> {
                Leaf<K, V> now = after == null ? null : after.find(hash(key), key, shift);
                if (now == null || now.value() != was) {
                    change.at(key, was, now == null ? null : now.value());
                }
            });
        }
        if (after != null) {
            after.forEach((key, now) -> {
                if (before == null || before.find(hash(key), key, shift) == null) {
                    change.at(key, null, now);
                }
            });
        }
    }

    /// Do two nodes hold equal keys and values? As a map has one shape only, other shapes hold something else.
    @SuppressWarnings("ReferenceEquality") // shared nodes hold the same by being the same
    static boolean alike(@Nullable Node<?, ?> one, @Nullable Node<?, ?> other) {
        if (one == other) {
            return true;
        }
        if (one instanceof Leaf<?, ?> a && other instanceof Leaf<?, ?> b) {
            return a.equals(b);
        }
        if (one instanceof Branch<?, ?> a && other instanceof Branch<?, ?> b) {
            return a.isLike(b);
        }
        return one instanceof Collision<?, ?> a && other instanceof Collision<?, ?> b && a.isLike(b);
    }
}
