package dev.tidegate.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

    /// Hashes collide in all of their bits, or in the low ones only.
    record Key(int number) {
        @Override
        public int hashCode() {
            return number % 2 == 0 ? number % 5 : (number % 7) << 24;
        }
    }

    record Edit(Key key, String value) {}

    private static final String GONE = "";

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<Key> keys = Arbitraries.integers().between(0, 120).map(Key::new);
        Arbitrary<String> values = Arbitraries.of(GONE, "a", "b", "c");
        return Combinators.combine(keys, values).as(Edit::new).list().ofMaxSize(200);
    }

    private static PersistentMap<Key, String> edited(PersistentMap<Key, String> map, List<Edit> edits) {
        PersistentMap<Key, String> next = map;
        for (Edit edit : edits) {
            next = edit.value().equals(GONE) ? next.without(edit.key()) : next.with(edit.key(), edit.value());
        }
        return next;
    }

    private static Map<Key, String> edited(Map<Key, String> map, List<Edit> edits) {
        Map<Key, String> next = new HashMap<>(map);
        for (Edit edit : edits) {
            if (edit.value().equals(GONE)) {
                next.remove(edit.key());
            } else {
                next.put(edit.key(), edit.value());
            }
        }
        return next;
    }

    @Property
    void behaves_like_a_hash_map_under_any_edits(@ForAll("edits") List<Edit> edits) {
        PersistentMap<Key, String> map = edited(PersistentMap.empty(), edits);
        Map<Key, String> plain = edited(Map.of(), edits);

        assertThat(map.size()).isEqualTo(plain.size());
        IntStream.rangeClosed(0, 120).mapToObj(Key::new).forEach(key -> {
            assertThat(map.get(key)).isEqualTo(plain.get(key));
            assertThat(map.containsKey(key)).isEqualTo(plain.containsKey(key));
        });
        assertThat(map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(plain);
        Map<Key, String> walked = new HashMap<>();
        map.forEach(walked::put);
        assertThat(walked).isEqualTo(plain);
        assertThat(map.equals(plain)).isTrue();
        assertThat(plain.equals(map)).isTrue();
        assertThat(map.hashCode()).isEqualTo(plain.hashCode());
    }

    @Property
    void is_equal_to_whatever_holds_the_same_however_it_came_about(
            @ForAll("edits") List<Edit> some, @ForAll("edits") List<Edit> others) {
        PersistentMap<Key, String> map = edited(edited(PersistentMap.empty(), some), others);
        Map<Key, String> plain = edited(edited(Map.of(), some), others);

        assertThat(map.equals(PersistentMap.copyOf(plain))).isTrue();
        assertThat(map.equals(edited(PersistentMap.empty(), some))).isEqualTo(plain.equals(edited(Map.of(), some)));
    }

    @Property
    @SuppressWarnings("ReferenceEquality") // another instance is what counts as a change
    void tells_exactly_what_changed(@ForAll("edits") List<Edit> some, @ForAll("edits") List<Edit> others) {
        PersistentMap<Key, String> before = edited(PersistentMap.empty(), some);
        PersistentMap<Key, String> after = edited(before, others);

        Map<Key, String> replayed = new HashMap<>(before);
        AtomicInteger told = new AtomicInteger();
        after.changesSince(before, (key, was, is) -> {
            told.incrementAndGet();
            assertThat(was).isSameAs(before.get(key)).isNotSameAs(is);
            assertThat(is).isSameAs(after.get(key));
            if (is == null) {
                replayed.remove(key);
            } else {
                replayed.put(key, is);
            }
        });

        assertThat(replayed).isEqualTo(after);
        assertThat(told.get())
                .isEqualTo(IntStream.rangeClosed(0, 120)
                        .mapToObj(Key::new)
                        .filter(key -> before.get(key) != after.get(key))
                        .count());
    }

    @Property
    void leaves_the_map_before_an_edit_as_it_was(@ForAll("edits") List<Edit> some, @ForAll("edits") List<Edit> others) {
        PersistentMap<Key, String> before = edited(PersistentMap.empty(), some);

        edited(before, others);

        assertThat(before.equals(edited(Map.of(), some))).isTrue();
    }

    @Test
    void an_edit_that_changes_nothing_is_the_same_map() {
        PersistentMap<String, String> map = PersistentMap.copyOf(Map.of("a", "1", "b", "2"));

        assertThat(map.with("a", "1")).isSameAs(map);
        assertThat(map.without("c")).isSameAs(map);
        assertThat(PersistentMap.copyOf(map)).isSameAs(map);
    }

    @Test
    void a_value_of_another_instance_counts_as_changed_though_it_is_equal() {
        PersistentMap<String, List<String>> before = PersistentMap.copyOf(Map.of("a", List.of("x")));
        AtomicInteger told = new AtomicInteger();

        before.with("a", List.of("x")).changesSince(before, (key, was, is) -> told.incrementAndGet());

        assertThat(told).hasValue(1);
    }

    /// Work is counted, not timed: how many keys are compared while one edit among many is looked for.
    @Test
    void finding_one_edit_compares_as_few_keys_in_a_large_map_as_in_a_small_one() {
        assertThat(comparisons(100_000))
                .isLessThanOrEqualTo(comparisons(1_000) + 8)
                .isLessThan(16);
    }

    private static int comparisons(int size) {
        AtomicInteger compared = new AtomicInteger();
        record Counted(int number, AtomicInteger compared) {
            @Override
            public boolean equals(Object other) {
                compared.incrementAndGet();
                return other instanceof Counted that && number == that.number;
            }

            @Override
            public int hashCode() {
                return number * 0x9E3779B9;
            }
        }
        PersistentMap<Counted, String> map = PersistentMap.empty();
        for (int i = 0; i < size; i++) {
            map = map.with(new Counted(i, compared), "before");
        }
        compared.set(0);
        AtomicInteger told = new AtomicInteger();
        map.with(new Counted(size / 2, compared), "after").changesSince(map, (key, was, is) -> told.incrementAndGet());
        assertThat(told).hasValue(1);
        return compared.get();
    }

    @Test
    void nobody_edits_it() {
        PersistentMap<String, String> map = PersistentMap.copyOf(Map.of("a", "1"));

        assertThatThrownBy(() -> map.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue("2"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
