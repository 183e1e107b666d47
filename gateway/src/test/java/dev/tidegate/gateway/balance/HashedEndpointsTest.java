package dev.tidegate.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Endpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HashedEndpointsTest {

    private static List<Endpoint> endpoints(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Endpoint("10.0." + i / 250 + "." + (i % 250 + 1), 8080))
                .toList();
    }

    private static Endpoint at(List<Endpoint> endpoints, long key) {
        return endpoints.get(HashedEndpoints.of(endpoints).best(key, List.of()));
    }

    @Property
    void where_an_endpoint_leaves_only_its_own_keys_move(
            @ForAll @IntRange(min = 2, max = 60) int count, @ForAll @IntRange(max = 59) int leaving, @ForAll long key) {
        List<Endpoint> before = endpoints(count);
        List<Endpoint> after = new ArrayList<>(before);
        Endpoint gone = after.remove(leaving % count);

        assertThat(at(before, key))
                .satisfiesAnyOf(
                        was -> assertThat(was).isEqualTo(gone),
                        was -> assertThat(was).isEqualTo(at(after, key)));
    }

    @Property
    void the_order_of_the_endpoints_does_not_matter(@ForAll long key, @ForAll long shuffle) {
        List<Endpoint> shuffled = new ArrayList<>(endpoints(20));
        Collections.shuffle(shuffled, new Random(shuffle));

        assertThat(at(shuffled, key)).isEqualTo(at(endpoints(20), key));
    }

    @Property
    void the_next_best_is_where_the_key_would_go_without_the_best(
            @ForAll @IntRange(min = 2, max = 30) int count, @ForAll long key) {
        List<Endpoint> all = endpoints(count);
        Endpoint best = at(all, key);
        List<Endpoint> others = new ArrayList<>(all);
        others.remove(best);

        assertThat(all.get(HashedEndpoints.of(all).best(key, List.of(best)))).isEqualTo(at(others, key));
    }

    /// Twenty thousand keys over ten endpoints: 2000 each, and seven standard deviations are 300.
    @Test
    void each_endpoint_has_its_fair_share() {
        HashedEndpoints hashed = HashedEndpoints.of(endpoints(10));
        int[] shares = new int[10];
        for (int i = 0; i < 20_000; i++) {
            shares[hashed.best(StableHash.of("/page/" + i), List.of())]++;
        }
        assertThat(IntStream.of(shares)).allMatch(share -> share > 1_700 && share < 2_300);
    }

    @Test
    void a_group_is_as_many_endpoints_as_it_says_and_always_the_same() {
        HashedEndpoints hashed = HashedEndpoints.of(endpoints(12));
        long key = StableHash.of("ann");
        Set<Integer> seen = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            seen.add(hashed.inGroup(key, 3, List.of(), random));
        }
        assertThat(seen).hasSize(3).contains(hashed.best(key, List.of()));
    }

    @Test
    void a_group_larger_than_the_backend_is_the_backend() {
        HashedEndpoints hashed = HashedEndpoints.of(endpoints(2));
        Set<Integer> seen = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            seen.add(hashed.inGroup(7, 1_000_000, List.of(), random));
        }
        assertThat(seen).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void where_a_group_has_failed_the_next_best_serves() {
        List<Endpoint> all = endpoints(5);
        HashedEndpoints hashed = HashedEndpoints.of(all);
        List<Endpoint> tried = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int place = hashed.inGroup(7, 2, tried, new Random(i));
            assertThat(tried).doesNotContain(all.get(place));
            tried.add(all.get(place));
        }
        assertThat(hashed.inGroup(7, 2, tried, new Random(0))).isEqualTo(-1);
    }

    @Test
    void where_there_is_nobody_nobody_is_found() {
        HashedEndpoints nobody = HashedEndpoints.of(List.of());
        assertThat(nobody.best(7, List.of())).isEqualTo(-1);
        assertThat(nobody.inGroup(7, 3, List.of(), new Random(0))).isEqualTo(-1);
        assertThat(nobody.named(7)).isEqualTo(-1);
    }

    @Test
    void an_endpoint_is_found_by_its_hash() {
        List<Endpoint> all = endpoints(5);
        assertThat(HashedEndpoints.of(all).named(HashedEndpoints.hash(all.get(3))))
                .isEqualTo(3);
        assertThat(HashedEndpoints.of(all).named(1)).isEqualTo(-1);
    }
}
