package dev.tidegate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.listen.ListenerTls;
import dev.tidegate.gateway.observe.AccessFormat;
import dev.tidegate.gateway.observe.AccessRecord;
import dev.tidegate.gateway.observe.TextAccessFormat;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Requests that a gateway serves to itself.
class WarmUpTest {

    /// What was logged of them, and the log itself goes nowhere.
    private static final class Seen implements AccessFormat {
        private final AccessFormat written = new TextAccessFormat();
        private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

        @Override
        public void append(AccessRecord record, StringBuilder out) {
            requests.computeIfAbsent(record.protocol() + " " + record.status(), _ -> new AtomicInteger())
                    .incrementAndGet();
            written.append(record, out);
        }

        int count(String what) {
            return requests.getOrDefault(what, new AtomicInteger()).get();
        }
    }

    private static WarmUp.Result run(AccessFormat format, Duration time, int requests) throws Exception {
        return WarmUp.run(
                TestGateway.options(ExchangeOptions.DEFAULT, ListenerTls.nativeAvailable(), 2),
                Optional.of(format),
                new WarmUp.Bound(time, requests));
    }

    @Test
    void requests_come_over_both_protocols_and_all_are_answered() throws Exception {
        Seen seen = new Seen();
        WarmUp.Result result = run(seen, Duration.ofSeconds(30), 400);
        assertThat(result.requests()).isEqualTo(400);
        assertThat(seen.count("HTTP/1.1 200")).isPositive();
        assertThat(seen.count("HTTP/2.0 200")).isPositive();
        assertThat(seen.count("HTTP/1.1 200") + seen.count("HTTP/2.0 200")).isEqualTo(400);
    }

    @Test
    void it_ends_when_its_time_is_over() throws Exception {
        WarmUp.Result result = run(new TextAccessFormat(), Duration.ofMillis(200), Integer.MAX_VALUE);
        assertThat(result.requests()).isPositive();
        assertThat(result.took()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(20));
    }

    @Test
    void no_time_is_no_request() throws Exception {
        assertThat(run(new TextAccessFormat(), Duration.ZERO, 100).requests()).isZero();
    }

    @Test
    void one_that_is_interrupted_ends_at_once() throws Exception {
        Seen seen = new Seen();
        FutureTask<WarmUp.Result> running =
                new FutureTask<>(() -> run(seen, Duration.ofMinutes(10), Integer.MAX_VALUE));
        Thread thread = Thread.ofPlatform().start(running);
        await().atMost(Waiting.BOUND).until(() -> seen.count("HTTP/1.1 200") > 0 && seen.count("HTTP/2.0 200") > 0);

        thread.interrupt();

        assertThatThrownBy(() -> running.get(Waiting.BOUND.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(InterruptedException.class);
    }
}
