package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// From texts to values, asked for with a part of a longer text: no string is made to ask.
///
/// How: open addressing, less than half full. The hashes stand together, so that a text that is not there is most
/// often told by one look at memory; a text and its value stand together too. A hash is that of [TextHash], which the
/// caller may roll along a path; a multiplication spreads it (Knuth, TAOCP 3, §6.4).
///
/// Threads: any; immutable.
final class TextTable<V> {

    private static final TextTable<?> EMPTY = new TextTable<>(Map.of());
    private static final int GOLDEN = 0x9E3779B9; // 2^32 divided by the golden ratio

    /// By slot; 0 where it is free.
    private final int[] hashes;
    /// By slot, twice: the text, then its value.
    private final @Nullable Object[] entries;
    private final int shift;
    private final int size;

    private TextTable(Map<String, V> from) {
        int bits = 33 - Integer.numberOfLeadingZeros(from.size());
        shift = 32 - bits;
        size = from.size();
        hashes = new int[1 << bits];
        entries = new Object[2 << bits];
        from.forEach(this::place);
    }

    @SuppressWarnings("unchecked") // nothing is in it, so it is one of every type
    static <V> TextTable<V> empty() {
        return (TextTable<V>) EMPTY;
    }

    static <V> TextTable<V> of(Map<String, V> entries) {
        return entries.isEmpty() ? empty() : new TextTable<>(entries);
    }

    private void place(String text, V value) {
        int hash = nonZero(TextHash.of(text, 0, text.length()));
        int slot = home(hash);
        while (hashes[slot] != 0) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        entries[2 * slot] = text;
        entries[2 * slot + 1] = requireNonNull(value);
    }

    /// The value of what the text says from `start` to `end`; `hash` is the hash of that part.
    @SuppressWarnings("unchecked") // only values are put there
    @Nullable
    V get(String text, int start, int end, int hash) {
        int asked = nonZero(hash);
        for (int slot = home(asked); hashes[slot] != 0; slot = next(slot)) {
            if (hashes[slot] == asked && says((String) requireNonNull(entries[2 * slot]), text, start, end)) {
                return (V) entries[2 * slot + 1];
            }
        }
        return null;
    }

    @Nullable
    V get(String text) {
        return get(text, 0, text.length(), TextHash.of(text, 0, text.length()));
    }

    /// Two questions for one answer: the JVM compares whole strings faster.
    private static boolean says(String entry, String text, int start, int end) {
        return (start == 0 && end == text.length())
                ? entry.equals(text)
                : entry.length() == end - start && text.startsWith(entry, start);
    }

    private static int nonZero(int hash) {
        return hash == 0 ? 1 : hash;
    }

    private int home(int hash) {
        return (hash * GOLDEN) >>> shift;
    }

    private int next(int slot) {
        return (slot + 1) & (hashes.length - 1);
    }

    /// A copy of all of it: for small tables.
    TextTable<V> with(String text, V value) {
        Map<String, V> changed = toMap();
        changed.put(text, value);
        return of(changed);
    }

    /// A copy of all of it: for small tables.
    TextTable<V> without(String text) {
        Map<String, V> changed = toMap();
        changed.remove(text);
        return of(changed);
    }

    private Map<String, V> toMap() {
        Map<String, V> map = LinkedHashMap.newLinkedHashMap(size + 1);
        forEach(map::put);
        return map;
    }

    @SuppressWarnings("unchecked") // only values are put there
    void forEach(BiConsumer<String, V> action) {
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i] instanceof String text) {
                action.accept(text, (V) requireNonNull(entries[i + 1]));
            }
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof TextTable<?> that && size == that.size && toMap().equals(that.toMap()));
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }
}
