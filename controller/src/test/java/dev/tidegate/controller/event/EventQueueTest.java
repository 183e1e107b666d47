package dev.tidegate.controller.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.gateway.table.ResourceRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private final EventQueue queue = new EventQueue(
            new EventPace(10, 3, Duration.ofHours(1), 100, Duration.ofSeconds(1), Duration.ofMinutes(1)));
    private Diagnostics known = Diagnostics.NONE;

    @Test
    void what_appears_is_told_once_the_oldest_first() {
        now(about("a", "x"));
        now(about("a", "x"), about("b", "y"));
        now(about("b", "y"), about("a", "x"));
        assertThat(told()).containsExactly("a x", "b y");
    }

    @Test
    void what_is_over_is_told_too() {
        now(about("a", "x"));
        assertThat(told()).containsExactly("a x");
        now();
        assertThat(told()).containsExactly("a InvalidField: x");
    }

    @Test
    void what_is_over_before_it_was_told_is_not_told_at_all() {
        now(about("a", "x"));
        now();
        assertThat(told()).isEmpty();
    }

    @Test
    void what_comes_back_before_its_end_was_told_is_told_no_further() {
        now(about("a", "x"));
        assertThat(told()).hasSize(1);
        now();
        now(about("a", "x"));
        assertThat(told()).isEmpty();
    }

    @Test
    void one_object_has_its_share_and_leaves_the_others_theirs() {
        now(IntStream.range(0, 11)
                .mapToObj(i -> i < 10 ? about("noisy", "n" + i) : about("quiet", "q"))
                .toArray(Diagnostic[]::new));
        assertThat(told()).containsExactly("noisy n0", "noisy n1", "noisy n2", "quiet q");
        assertThat(queue.dropped()).isEqualTo(7);
    }

    @Test
    void ten_thousand_at_once_are_bounded_and_the_rest_is_counted() {
        now(IntStream.range(0, 10_000).mapToObj(i -> about("o" + i, "x")).toArray(Diagnostic[]::new));
        assertThat(told()).hasSize(100);
        assertThat(queue.dropped()).isEqualTo(9_900);
    }

    @Test
    void what_could_not_be_written_is_the_next_again_and_costs_its_object_nothing() {
        now(about("a", "x"), about("a", "y"), about("a", "z"));
        for (int i = 0; i < 10; i++) {
            queue.putBack(queue.poll().orElseThrow());
        }
        assertThat(told()).containsExactly("a x", "a y", "a z");
    }

    private void now(Diagnostic... all) {
        Diagnostics next = Diagnostics.NONE.after(List.of(), List.of(all));
        queue.add(next.since(known));
        known = next;
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (Optional<ObjectEvent> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            told.add(next.get().about().name() + " " + next.get().note());
        }
        return told;
    }

    private static Diagnostic about(String name, String message) {
        return Diagnostic.error(
                ResourceRef.of("Ingress", "default", name), "", DiagnosticReason.INVALID_FIELD, message);
    }
}
