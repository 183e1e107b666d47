package dev.tidegate.dns.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What answers make of what was known.
class NameStateTest {

    private static final NameTimes TIMES = NameTimes.DEFAULT;
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Answer FAILED = new Answer.Failed("nobody answers");
    private static final Answer GONE = new Answer.Missing(Absence.NO_SUCH_NAME, Duration.ofSeconds(30));

    private static Answer found(long ttl, String... addresses) {
        return new Answer.Found(List.of(addresses), Duration.ofSeconds(ttl));
    }

    private static Answer half(AddressFamily failed, String... addresses) {
        return new Answer.Half(List.of(addresses), Duration.ofSeconds(30), failed, failed.record() + ": SERVFAIL");
    }

    /// Told at the start, and let go a day after that.
    private static Resolution stale(String why, String... addresses) {
        return new Resolution.Found(
                List.of(addresses), Optional.of(new Resolution.Stale(why, START, START.plus(Duration.ofDays(1)))));
    }

    private static Resolution fresh(String... addresses) {
        return new Resolution.Found(List.of(addresses), Optional.empty());
    }

    private static NameState after(Answer... answers) {
        NameState state = NameState.UNKNOWN;
        for (Answer answer : answers) {
            state = state.after(answer, START, TIMES);
        }
        return state;
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "30, 30", "3600, 3600", "86400, 3600", "2147483647, 3600", "4294967295, 3600"})
    void addresses_are_asked_for_again_when_their_time_is_over_within_bounds(long ttl, int seconds) {
        assertThat(after(found(ttl, "10.0.0.1")).next()).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "30, 30", "86400, 60"})
    void what_is_denied_is_asked_for_again_sooner(int ttl, int seconds) {
        assertThat(after(new Answer.Missing(Absence.NO_ADDRESS, Duration.ofSeconds(ttl)))
                        .next())
                .hasSeconds(seconds);
    }

    @Test
    void the_order_of_addresses_makes_no_change() {
        assertThat(after(found(30, "10.0.0.2", "10.0.0.1")).resolution())
                .isEqualTo(after(found(60, "10.0.0.1", "10.0.0.2", "10.0.0.1")).resolution());
    }

    @Test
    void a_failure_keeps_the_last_addresses_and_says_so() {
        NameState state = after(found(30, "10.0.0.1")).after(FAILED, START.plusSeconds(30), TIMES);
        assertThat(state.resolution()).isEqualTo(stale("nobody answers", "10.0.0.1"));
        NameState later = state.after(new Answer.Failed("refused"), START.plusSeconds(60), TIMES);
        assertThat(later.resolution()).isSameAs(state.resolution());
    }

    @Test
    void addresses_do_not_outlive_failures_for_ever() {
        NameState known = after(found(30, "10.0.0.1"));
        NameState nearly = known.after(FAILED, START.plus(Duration.ofHours(23)), TIMES);
        assertThat(nearly.resolution()).isInstanceOf(Resolution.Found.class);
        NameState late = nearly.after(FAILED, START.plus(Duration.ofHours(25)), TIMES);
        assertThat(late.resolution()).isEqualTo(new Resolution.Failing("nobody answers"));
        assertThat(late.after(found(30, "10.0.0.1"), START, TIMES).resolution()).isEqualTo(known.resolution());
    }

    @Test
    void the_addresses_of_the_family_that_fails_stay_and_the_other_family_is_followed() {
        Instant later = START.plusSeconds(30);
        NameState both = after(found(30, "10.0.0.1", "fd00::1"));
        assertThat(both.after(half(AddressFamily.IPV6, "10.0.0.2"), later, TIMES)
                        .resolution())
                .isEqualTo(stale("AAAA: SERVFAIL", "10.0.0.2", "fd00::1"));
        assertThat(both.after(half(AddressFamily.IPV4, "fd00::2"), later, TIMES).resolution())
                .isEqualTo(stale("A: SERVFAIL", "10.0.0.1", "fd00::2"));
        assertThat(both.after(half(AddressFamily.IPV4), later, TIMES).resolution())
                .as("there is no AAAA any more")
                .isEqualTo(stale("A: SERVFAIL", "10.0.0.1"));
    }

    @Test
    void a_family_that_never_had_addresses_may_fail_for_ever() {
        NameState four = after(half(AddressFamily.IPV6, "10.0.0.1"));
        assertThat(four.resolution()).isEqualTo(fresh("10.0.0.1"));
        assertThat(four.next()).hasSeconds(30);
        assertThat(after(half(AddressFamily.IPV4)).resolution()).isEqualTo(new Resolution.Failing("A: SERVFAIL"));
    }

    @Test
    void a_family_that_fails_is_let_go_by_itself() {
        NameState state = after(found(30, "10.0.0.1", "fd00::1"));
        for (int hours : new int[] {1, 23}) {
            state = state.after(half(AddressFamily.IPV6, "10.0.0.1"), START.plus(Duration.ofHours(hours)), TIMES);
            assertThat(state.resolution()).isEqualTo(stale("AAAA: SERVFAIL", "10.0.0.1", "fd00::1"));
        }
        state = state.after(FAILED, START.plus(Duration.ofHours(25)), TIMES);
        assertThat(state.resolution())
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        four -> assertThat(four.addresses()).containsExactly("10.0.0.1"));
        state = state.after(FAILED, START.plus(Duration.ofDays(2)), TIMES);
        assertThat(state.resolution()).isInstanceOf(Resolution.Failing.class);
    }

    @Test
    void what_an_earlier_process_knew_lasts_no_longer_than_what_this_one_knows() {
        NameState state = NameState.remembering(List.of("10.0.0.1"), START);
        assertThat(state.resolution()).isEqualTo(Resolution.PENDING);
        assertThat(state.after(FAILED, START.plus(Duration.ofHours(23)), TIMES).resolution())
                .isEqualTo(stale("nobody answers", "10.0.0.1"));
        assertThat(state.after(FAILED, START.plus(Duration.ofHours(24)), TIMES).resolution())
                .isEqualTo(new Resolution.Failing("nobody answers"));
        assertThat(state.after(GONE, START, TIMES).after(FAILED, START, TIMES).resolution())
                .as("what was denied does not come back")
                .isEqualTo(new Resolution.Failing("nobody answers"));
    }

    @Test
    void that_there_is_nothing_is_an_answer_and_withdraws_the_addresses() {
        assertThat(after(found(30, "10.0.0.1"), GONE).resolution())
                .isEqualTo(new Resolution.Missing(Absence.NO_SUCH_NAME));
        assertThat(after(found(30, "10.0.0.1"), GONE, FAILED).resolution())
                .isEqualTo(new Resolution.Failing("nobody answers"));
    }

    @Test
    void failures_are_followed_by_longer_and_longer_pauses() {
        NameState state = NameState.UNKNOWN;
        for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            state = state.after(FAILED, START, TIMES);
            assertThat(state.next()).hasSeconds(seconds);
        }
        assertThat(state.after(found(30, "10.0.0.1"), START, TIMES).failures()).isZero();
    }
}
