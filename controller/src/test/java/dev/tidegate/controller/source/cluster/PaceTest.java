package dev.tidegate.controller.source.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace = new Pace(4, 100, new SplittableRandom(1), 0);

    @Test
    void so_many_may_be_in_flight_and_no_more() {
        for (int i = 0; i < 4; i++) {
            assertThat(pace.free()).isTrue();
            pace.begin(SECOND);
        }
        assertThat(pace.free()).isFalse();
        pace.answered();
        assertThat(pace.free()).isTrue();
    }

    @Test
    void in_a_second_so_many_begin_and_no_more() {
        int begun = 0;
        for (long now = 0; now < SECOND; now += SECOND / 1000) {
            if (pace.waitNs(now) <= 0) {
                pace.begin(now);
                pace.answered();
                begun++;
            }
        }
        assertThat(begun).isBetween(95, 110);
    }

    @Test
    void what_gets_no_answer_stops_the_rest_and_then_goes_ahead_alone() {
        pace.begin(0);
        pace.unanswered(0);
        assertThat(pace.waitNs(0))
                .isBetween(
                        Duration.ofMillis(125).toNanos(), Duration.ofMillis(250).toNanos());
        pace.begin(SECOND);
        assertThat(pace.free()).isFalse();
        pace.answered();
        assertThat(pace.free()).isTrue();
        pace.begin(SECOND);
        assertThat(pace.free()).isTrue();
    }

    @Test
    void those_that_fail_together_are_one_failure() {
        for (int i = 0; i < 4; i++) {
            pace.begin(0);
        }
        for (int i = 0; i < 4; i++) {
            pace.unanswered(0);
        }
        assertThat(pace.waitNs(0)).isLessThanOrEqualTo(Duration.ofMillis(250).toNanos());
    }

    @Test
    void pauses_double_up_to_eight_seconds() {
        long now = 0;
        long longest = 0;
        for (int i = 0; i < 12; i++) {
            pace.begin(now);
            pace.unanswered(now);
            longest = pace.waitNs(now);
            now += longest;
        }
        assertThat(longest).isBetween(4 * SECOND, 8 * SECOND);
    }

    @Test
    void a_server_that_asks_for_a_pause_gets_it() {
        pace.pause(Duration.ofSeconds(30), SECOND);
        assertThat(pace.waitNs(SECOND)).isEqualTo(30 * SECOND);
    }
}
