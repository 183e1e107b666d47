package dev.tidegate.policy.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import dev.tidegate.policy.traffic.Party;
import dev.tidegate.policy.traffic.Pod;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// What is suggested, once applied, allows what was asked for, and nothing that a policy could have kept apart from it.
class SuggestionPropertyTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void turns_the_verdict_and_no_other_that_can_be_told_from_it(@ForAll long seed) {
        RandomWorld world = new RandomWorld(new Random(seed), true);
        Policies before = world.known();
        for (int i = 0; i < 5; i++) {
            Connection asked = world.connection();
            Verdict verdict = before.verdict(asked);
            Suggestion suggestion = Suggestion.of(before, verdict);
            Policies after = before;
            for (NetworkPolicy policy : suggestion.policies()) {
                assertThat(before.holds(policy.ref())).isFalse();
                after = after.with(policy);
            }

            if (verdict.getsThrough()) {
                assertThat(suggestion.policies()).isEmpty();
                assertThat(suggestion.obstacles()).isEmpty();
                continue;
            }
            assertThat(after.verdict(asked).getsThrough())
                    .as(() -> asked.text() + "\n" + suggestion + "\n" + before)
                    .isEqualTo(suggestion.obstacles().isEmpty());
            for (Connection other : world.connections()) {
                compare(asked, verdict, other, before.verdict(other), after.verdict(other));
            }
        }
    }

    private static void compare(Connection asked, Verdict denied, Connection other, Verdict before, Verdict after) {
        for (int end = 0; end < 2; end++) {
            Judgement was = before.judgements().get(end);
            Judgement is = after.judgements().get(end);
            if (was.outcome() != is.outcome()) {
                Direction direction = was.direction();
                assertThat(denied.judgements().get(end).outcome()).isEqualTo(Outcome.DENIED);
                assertThat(was.outcome()).as(other::text).isEqualTo(Outcome.DENIED);
                assertThat(other.port()).isEqualTo(asked.port());
                assertThat(other.protocol()).isEqualTo(asked.protocol());
                assertThat(isLike(other.subject(direction), asked.subject(direction)))
                        .as(other::text)
                        .isTrue();
                assertThat(isLike(other.peer(direction), asked.peer(direction))
                                || other.peerAddress(direction).equals(asked.peerAddress(direction)))
                        .as(other::text)
                        .isTrue();
            }
        }
    }

    /// Can no policy that holds beyond today tell the one from the other?
    private static boolean isLike(Party one, Party asked) {
        return one instanceof Pod pod
                && asked instanceof Pod like
                && pod.namespace().equals(like.namespace())
                && pod.labels().entrySet().containsAll(LastingLabels.of(like).entrySet());
    }
}
