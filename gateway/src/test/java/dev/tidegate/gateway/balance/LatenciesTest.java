package dev.tidegate.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final Endpoint A = new Endpoint("10.0.0.1", 80);
    private static final Endpoint B = new Endpoint("10.0.0.2", 80);
    private static final Endpoint C = new Endpoint("10.0.0.3", 80);

    private static final long SLOW = Duration.ofMillis(100).toNanos();
    private static final long QUICK = Duration.ofMillis(5).toNanos();
    private static final long NOW = 1;

    /// How many of a hundred requests go to this place.
    private static long share(Latencies latencies, int place, long nowNs) {
        return new Random(7)
                .longs(100)
                .mapToInt(seed -> latencies.quicker(List.of(), new Random(seed), nowNs))
                .filter(chosen -> chosen == place)
                .count();
    }

    @Test
    void of_two_the_quicker_is_chosen() {
        Latencies two = Latencies.of(List.of(A, B));
        two.took(A, SLOW, NOW);
        two.took(B, QUICK, NOW);
        assertThat(share(two, 1, NOW)).isEqualTo(100);
    }

    @Test
    void of_three_the_slowest_is_never_chosen_and_the_middle_one_at_times() {
        Latencies three = Latencies.of(List.of(A, B, C));
        three.took(A, SLOW, NOW);
        three.took(B, QUICK, NOW);
        three.took(C, QUICK * 2, NOW);
        assertThat(share(three, 0, NOW)).isZero();
        assertThat(share(three, 2, NOW)).isBetween(10L, 60L);
    }

    @Test
    void what_was_slow_is_asked_again_after_a_while() {
        Latencies two = Latencies.of(List.of(A, B));
        two.took(A, SLOW, NOW);
        long later = NOW + Duration.ofSeconds(60).toNanos();
        two.took(B, QUICK, later);
        assertThat(share(two, 0, later)).isEqualTo(100);
    }

    @Test
    void one_that_fails_at_once_is_not_the_quickest() {
        Latencies two = Latencies.of(List.of(A, B));
        two.took(A, Latencies.FAILURE_NS, NOW);
        two.took(B, SLOW, NOW);
        assertThat(share(two, 1, NOW)).isEqualTo(100);
    }

    @Test
    void a_newcomer_begins_with_the_average_and_those_who_stay_keep_what_is_known_of_them() {
        Latencies two = Latencies.of(List.of(A, B));
        two.took(A, SLOW, NOW);
        two.took(B, QUICK, NOW);
        Latencies three = two.after(List.of(A, B, C), NOW);
        assertThat(share(three, 0, NOW)).isZero();
        assertThat(share(three, 1, NOW)).isGreaterThan(share(three, 2, NOW));
        assertThat(share(three, 2, NOW)).isPositive();
    }

    @Test
    void what_was_tried_is_passed_over_and_what_has_left_is_not_missed() {
        Latencies two = Latencies.of(List.of(A, B));
        two.took(C, SLOW, NOW);
        assertThat(two.quicker(List.of(A), new Random(0), NOW)).isEqualTo(1);
        assertThat(two.quicker(List.of(A, B), new Random(0), NOW)).isEqualTo(-1);
        assertThat(Latencies.of(List.of()).quicker(List.of(), new Random(0), NOW))
                .isEqualTo(-1);
    }
}
