package dev.tidegate.controller.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnsTest {

    private final AtomicInteger taken = new AtomicInteger();
    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();

    @Test
    void the_first_turn_is_taken_at_once_and_the_next_when_called_for() throws Exception {
        try (Turns turns = turns(() -> Turns.UNTIL_WOKEN)) {
            assertThat(next()).isEqualTo(1);

            turns.wake();

            assertThat(next()).isEqualTo(2);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void without_a_call_the_clock_calls() throws Exception {
        try (Turns _ = turns(() -> Duration.ofMillis(1))) {
            assertThat(next()).isEqualTo(1);
            assertThat(next()).isEqualTo(2);
        }
    }

    @Test
    void calls_during_a_turn_make_one_more() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        try (Turns turns = turns(() -> {
            called.await();
            return Turns.UNTIL_WOKEN;
        })) {
            assertThat(next()).isEqualTo(1);
            turns.wake();
            turns.wake();
            turns.wake();
            called.countDown();
            assertThat(next()).isEqualTo(2);

            turns.wake();

            assertThat(next()).as("the one after that was called for by itself").isEqualTo(3);
        }
    }

    @Test
    void a_fault_costs_one_turn() throws Exception {
        try (Turns _ = turns(() -> {
            if (taken.get() == 1) {
                throw new IllegalStateException("made for this test");
            }
            return Turns.UNTIL_WOKEN;
        })) {
            assertThat(next()).isEqualTo(1);
            assertThat(next()).isEqualTo(2);
        }
    }

    @Test
    void the_end_breaks_off_a_turn_and_waits_for_it() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Turns turns = turns(() -> {
            try {
                never.await();
                return Turns.UNTIL_WOKEN;
            } finally {
                ended.incrementAndGet();
            }
        });
        assertThat(next()).isEqualTo(1);

        turns.close();
        turns.close();

        assertThat(ended).hasValue(1);
        assertThat(heard).isEmpty();
    }

    private Turns turns(Turns.Turn turn) {
        Turns turns = new Turns("turns-under-test", "testing", Duration.ofMillis(1), () -> {
            heard.add(taken.incrementAndGet());
            return turn.take();
        });
        turns.start();
        return turns;
    }

    private int next() throws InterruptedException {
        Integer turn = heard.poll(10, TimeUnit.SECONDS);
        assertThat(turn).isNotNull();
        return turn == null ? 0 : turn;
    }
}
