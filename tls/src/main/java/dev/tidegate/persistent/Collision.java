package dev.tidegate.persistent;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Two or more keys of one hash, in no particular order.
final class Collision<K, V> implements Node<K, V> {

    private final Leaf<K, V>[] leaves;

    private Collision(Leaf<K, V>[] leaves) {
        this.leaves = leaves;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    static <K, V> Collision<K, V> of(Leaf<K, V> one, Leaf<K, V> other) {
        return new Collision<K, V>(new Leaf[] {one, other});
    }

    /// Not to be edited.
    Leaf<K, V>[] leaves() {
        return leaves;
    }

    @Override
    public @Nullable Leaf<K, V> find(int hash, Object key, int shift) {
        for (Leaf<K, V> leaf : leaves) {
            if (leaf.isOf(hash, key)) {
                return leaf;
            }
        }
        return null;
    }

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
        if (leaf.hash() != leaves[0].hash()) {
            return Node.join(leaves[0].hash(), this, leaf, shift);
        }
        int at = indexOf(leaf.key());
        Leaf<K, V>[] next = Arrays.copyOf(leaves, Math.max(leaves.length, at + 1));
        next[at] = leaf;
        return new Collision<>(next);
    }

    @Override
    public Node<K, V> without(int hash, Object key, int shift) {
        int gone = indexOf(key);
        if (leaves.length == 2) {
            return leaves[1 - gone];
        }
        Leaf<K, V>[] next = Arrays.copyOf(leaves, leaves.length - 1);
        System.arraycopy(leaves, gone + 1, next, gone, next.length - gone);
        return new Collision<>(next);
    }

    /// One past the end if it is not among them.
    private int indexOf(Object key) {
        int at = 0;
        while (at < leaves.length && !leaves[at].key().equals(key)) {
            at++;
        }
        return at;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (Leaf<K, V> leaf : leaves) {
            leaf.forEach(action);
        }
    }

    boolean isLike(Collision<?, ?> other) {
        if (leaves.length != other.leaves.length) {
            return false;
        }
        for (Leaf<K, V> leaf : leaves) {
            Leaf<?, ?> same = other.find(leaf.hash(), leaf.key(), 0);
            if (same == null || !leaf.value().equals(same.value())) {
                return false;
            }
        }
        return true;
    }
}
