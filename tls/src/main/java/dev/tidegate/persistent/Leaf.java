package dev.tidegate.persistent;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One key and its value.
record Leaf<K, V>(int hash, K key, V value) implements Node<K, V>, Map.Entry<K, V> {

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return value;
    }

    @Override
    public V setValue(V another) {
        throw new UnsupportedOperationException("a persistent map is never edited");
    }

    boolean isOf(int hash, Object key) {
        return this.hash == hash && this.key.equals(key);
    }

    @Override
    public @Nullable Leaf<K, V> find(int hash, Object key, int shift) {
        return isOf(hash, key) ? this : null;
    }

    @Override
    public Node<K, V> with(Leaf<K, V> leaf, int shift) {
        if (leaf.hash != hash) {
            return Node.join(hash, this, leaf, shift);
        }
        return key.equals(leaf.key) ? leaf : Collision.of(this, leaf);
    }

    @Override
    public @Nullable Node<K, V> without(int hash, Object key, int shift) {
        return null;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        action.accept(key, value);
    }

    /// As [Map.Entry] has it.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map.Entry<?, ?> that && key.equals(that.getKey()) && value.equals(that.getValue());
    }

    @Override
    public int hashCode() {
        return key.hashCode() ^ value.hashCode();
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }
}
