package dev.tidegate.persistent;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// An immutable map whose changed copies share all but a few nodes with it.
///
/// A changed copy and a lookup cost the logarithm of the size, to the base of 32; what two maps differ in is found by
/// walking only what they do not share. Keys and values are never null. Iteration is in no particular order, but the
/// same for equal maps of keys whose hashes do not collide. Everything of [Map] that would edit it throws
/// [UnsupportedOperationException].
///
/// Threads: any; immutable, as far as its keys and values are.
public final class PersistentMap<K, V> extends AbstractMap<K, V> {

    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null, 0);

    private final @Nullable Node<K, V> root;
    private final int size;

    private PersistentMap(@Nullable Node<K, V> root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // nothing is in it, so it is one of every type
    public static <K, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    /// The map itself if it is persistent.
    public static <K, V> PersistentMap<K, V> copyOf(Map<K, V> map) {
        return map instanceof PersistentMap<K, V> same
                ? same
                : PersistentMap.<K, V>empty().withAll(map);
    }

    /// The map in which the key has this value; this map if it has this very instance already.
    @SuppressWarnings("ReferenceEquality") // the same instance is the question: what is unchanged is reused
    public PersistentMap<K, V> with(K key, V value) {
        Leaf<K, V> leaf = new Leaf<>(Node.hash(key), key, requireNonNull(value));
        if (root == null) {
            return new PersistentMap<>(leaf, 1);
        }
        Leaf<K, V> before = root.find(leaf.hash(), key, 0);
        if (before != null && before.value() == value) {
            return this;
        }
        return new PersistentMap<>(root.with(leaf, 0), before == null ? size + 1 : size);
    }

    public PersistentMap<K, V> withAll(Map<? extends K, ? extends V> others) {
        PersistentMap<K, V> next = this;
        for (Map.Entry<? extends K, ? extends V> other : others.entrySet()) {
            next = next.with(other.getKey(), other.getValue());
        }
        return next;
    }

    /// The map without the key; this map if it has none.
    public PersistentMap<K, V> without(K key) {
        int hash = Node.hash(key);
        return root == null || root.find(hash, key, 0) == null
                ? this
                : new PersistentMap<>(root.without(hash, key, 0), size - 1);
    }

    /// Tells each key whose value is another instance than in a map before this one; keys that came or went included.
    ///
    /// Where this map was made from that one, what is walked is what was changed on the way, and not the rest.
    public void changesSince(PersistentMap<K, V> before, Change<? super K, ? super V> change) {
        Node.changes(before.root, root, 0, change);
    }

    /// What became of one key.
    @FunctionalInterface
    public interface Change<K, V> {

        /// `before` is null if the key came, `after` if it went; they are never the same instance.
        void at(K key, @Nullable V before, @Nullable V after);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Leaf<K, V> found = find(key);
        return found == null ? null : found.value();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) != null;
    }

    private @Nullable Leaf<K, V> find(@Nullable Object key) {
        return root == null || key == null ? null : root.find(Node.hash(key), key, 0);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        if (root != null) {
            root.forEach(action);
        }
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Leaves<>(root);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof PersistentMap<?, ?> that
                ? size == that.size && Node.alike(root, that.root)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private static final class Leaves<K, V> implements Iterator<Map.Entry<K, V>> {

        private final Deque<Node<K, V>> ahead = new ArrayDeque<>();

        Leaves(@Nullable Node<K, V> root) {
            if (root != null) {
                ahead.push(root);
            }
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            if (ahead.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> node = ahead.pop();
            while (true) {
                switch (node) {
                    case Leaf<K, V> leaf -> {
                        return leaf;
                    }
                    case Branch<K, V> branch -> node = descend(branch.slots());
                    case Collision<K, V> collision -> node = descend(collision.leaves());
                }
            }
        }

        private Node<K, V> descend(Node<K, V>[] children) {
            for (int i = children.length - 1; i > 0; i--) {
                ahead.push(children[i]);
            }
            return children[0];
        }
    }
}
