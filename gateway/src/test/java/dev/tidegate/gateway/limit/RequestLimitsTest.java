package dev.tidegate.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.Limits;
import dev.tidegate.gateway.table.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLimitsTest {

    private static final IpAddress CLIENT = IpAddress.parse("192.0.2.1").orElseThrow();
    private static final IpAddress OTHER = IpAddress.parse("192.0.2.2").orElseThrow();

    private final AtomicLong nowNs =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());
    private final RequestLimits limits = new RequestLimits(nowNs::get);

    private static Limits limits(int perSecond, int perMinute, int multiplier, int connections) {
        return new Limits("default/web", perSecond, perMinute, multiplier, connections, List.of(), 503, 503);
    }

    private int passing(Limits of, int requests) {
        return (int) IntStream.range(0, requests)
                .filter(_ -> limits.admit(of, CLIENT) == null)
                .count();
    }

    private void pass(Duration time) {
        nowNs.addAndGet(time.toNanos());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 5, 6",
        "1, 0, 0, 1",
        "10, 0, 5, 51",
        "10, 0, 1, 11",
        "0, 30, 2, 61",
        "100, 2, 1, 3",
        "1, 60, 1, 2"
    })
    void from_rest_a_burst_passes_and_one_more(int perSecond, int perMinute, int multiplier, int passing) {
        assertThat(passing(limits(perSecond, perMinute, multiplier, 0), 1000)).isEqualTo(passing);
    }

    @Test
    void room_comes_back_evenly() {
        Limits two = limits(2, 0, 1, 0);
        assertThat(passing(two, 10)).isEqualTo(3);
        pass(Duration.ofMillis(499));
        assertThat(passing(two, 10)).isZero();
        pass(Duration.ofMillis(1));
        assertThat(passing(two, 10)).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(passing(two, 10)).isEqualTo(2);
        pass(Duration.ofDays(1));
        assertThat(passing(two, 10)).as("a long rest is worth no more than one").isEqualTo(3);
    }

    /// However requests come, in any window no more pass than the burst, one, and the rate's share of it.
    @Property(tries = 300)
    void no_window_sees_more(
            @ForAll @IntRange(min = 1, max = 50) int rate,
            @ForAll @IntRange(max = 5) int multiplier,
            @ForAll List<@IntRange(max = 400) Integer> pausesMs) {
        Limits of = limits(rate, 0, multiplier, 0);
        int passed = 0;
        long elapsedMs = 0;
        for (int pause : pausesMs) {
            pass(Duration.ofMillis(pause));
            elapsedMs += pause;
            passed += passing(of, 7);
            assertThat(passed).isLessThanOrEqualTo((int) (rate * multiplier + 1 + rate * elapsedMs / 1000.0 + 1e-6));
        }
    }

    @Test
    void clients_and_zones_have_their_own() {
        Limits one = limits(1, 0, 0, 1);
        assertThat(limits.admit(one, CLIENT)).isNull();
        assertThat(limits.admit(one, OTHER)).isNull();
        Limits elsewhere = new Limits("default/other", 1, 0, 0, 1, List.of(), 503, 503);
        assertThat(limits.admit(elsewhere, CLIENT)).isNull();
        assertThat(limits.admit(one, CLIENT)).isEqualTo(Reason.CONNECTIONS_LIMITED);
    }

    @Test
    void a_place_is_free_again_when_the_request_is_over() {
        Limits two = limits(0, 0, 5, 2);
        assertThat(passing(two, 5)).isEqualTo(2);
        limits.release(two, CLIENT);
        assertThat(passing(two, 5)).isEqualTo(1);
    }

    @Test
    void what_the_rate_refuses_takes_no_place() {
        Limits both = limits(1, 0, 0, 2);
        assertThat(limits.admit(both, CLIENT)).isNull();
        assertThat(limits.admit(both, CLIENT)).isEqualTo(Reason.RATE_LIMITED);
        limits.release(both, CLIENT);
        pass(Duration.ofSeconds(10));
        assertThat(limits.admit(both, CLIENT)).isNull();
        pass(Duration.ofSeconds(10));
        assertThat(limits.admit(both, CLIENT)).isNull();
        pass(Duration.ofSeconds(10));
        assertThat(limits.admit(both, CLIENT)).isEqualTo(Reason.CONNECTIONS_LIMITED);
    }

    @Test
    void what_one_rate_refuses_is_not_held_against_the_other() {
        Limits both = limits(10, 1, 0, 0);
        assertThat(passing(both, 100)).isEqualTo(1);
        pass(Duration.ofMinutes(1));
        assertThat(passing(both, 1)).isEqualTo(1);
    }

    @Test
    void who_is_exempt_has_no_limit() {
        Limits but = new Limits(
                "default/web", 1, 1, 0, 1, List.of(Cidr.parse("192.0.2.0/30").orElseThrow()), 503, 503);
        assertThat(passing(but, 100)).isEqualTo(100);
    }

    @Test
    void threads_together_get_no_more() throws Exception {
        Limits of = limits(100, 0, 1, 50);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> caller = () -> passing(of, 1000);
            int passed = 0;
            for (Future<Integer> each : threads.invokeAll(List.of(caller, caller, caller, caller))) {
                passed += each.get();
            }
            assertThat(passed).isEqualTo(50);
        }
    }
}
