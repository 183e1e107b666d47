package dev.tidegate.persistent;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Up to 32 children: bit `i` of the map says that there is one whose hash has `i` at this level, and as many slots
/// come before it as there are lower bits.
final class Branch<K, V> implements Node<K, V> {

    private final int bitmap;
    private final Node<K, V>[] slots;

    private Branch(int bitmap, Node<K, V>[] slots) {
        this.bitmap = bitmap;
        this.slots = slots;
    }

    static <K, V> Branch<K, V> of(int bit, Node<K, V> child) {
        Node<K, V>[] slots = array(1);
        slots[0] = child;
        return new Branch<>(bit, slots);
    }

    /// `first`: the child of the lower bit.
    static <K, V> Branch<K, V> of(int bits, Node<K, V> first, Node<K, V> second) {
        Node<K, V>[] slots = array(2);
        slots[0] = first;
        slots[1] = second;
        return new Branch<>(bits, slots);
    }

    static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & 31);
    }

    int bitmap() {
        return bitmap;
    }

    /// Not to be edited.
    Node<K, V>[] slots() {
        return slots;
    }

    @Nullable
    Node<K, V> child(int bit) {
        return (bitmap & bit) == 0 ? null : slots[slot(bit)];
    }

    private int slot(int bit) {
        return Integer.bitCount(bitmap & (bit - 1));
    }

    /// A loop and no recursion: requests look things up here.
    @Override
    public @Nullable Leaf<K, V> find(int hash, Object key, int shift) {
        Branch<K, V> branch = this;
        for (int taken = shift; ; taken += BITS) {
            Node<K, V> child = branch.child(bit(hash, taken));
            switch (child) {
                case null -> {
                    return null;
                }
                case Branch<K, V> next -> branch = next;
                case Leaf<K, V> leaf -> {
                    return leaf.isOf(hash, key) ? leaf : null;
                }
                case Collision<K, V> collision -> {
                    return collision.find(hash, key, taken);
                }
            }
        }
    }

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
        int bit = bit(leaf.hash(), shift);
        int slot = slot(bit);
        if ((bitmap & bit) != 0) {
            return replacing(slot, slots[slot].with(leaf, shift + BITS));
        }
        Node<K, V>[] next = array(slots.length + 1);
        System.arraycopy(slots, 0, next, 0, slot);
        next[slot] = leaf;
        System.arraycopy(slots, slot, next, slot + 1, slots.length - slot);
        return new Branch<>(bitmap | bit, next);
    }

    @Override
    public @Nullable Node<K, V> without(int hash, Object key, int shift) {
        int bit = bit(hash, shift);
        int slot = slot(bit);
        Node<K, V> left = slots[slot].without(hash, key, shift + BITS);
        if (left != null) {
            // An only child that is no branch takes this one's place.
            return slots.length == 1 && !(left instanceof Branch) ? left : replacing(slot, left);
        }
        if (slots.length == 1) {
            return null;
        }
        if (slots.length == 2 && !(slots[1 - slot] instanceof Branch)) {
            return slots[1 - slot];
        }
        Node<K, V>[] next = array(slots.length - 1);
        System.arraycopy(slots, 0, next, 0, slot);
        System.arraycopy(slots, slot + 1, next, slot, next.length - slot);
        return new Branch<>(bitmap & ~bit, next);
    }

    private Branch<K, V> replacing(int slot, Node<K, V> child) {
        Node<K, V>[] next = slots.clone();
        next[slot] = child;
        return new Branch<>(bitmap, next);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static <K, V> Node<K, V>[] array(int length) {
        return new Node[length];
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (Node<K, V> child : slots) {
            child.forEach(action);
        }
    }

    boolean isLike(Branch<?, ?> other) {
        if (bitmap != other.bitmap) {
            return false;
        }
        for (int i = 0; i < slots.length; i++) {
            if (!Node.alike(slots[i], other.slots[i])) {
                return false;
            }
        }
        return true;
    }
}
