package dev.tidegate.policy.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.policy.traffic.Connection;
import dev.tidegate.policy.traffic.Direction;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// 5,000 worlds of 25 connections: no disagreement with the prose of the specification.
class EvaluationPropertyTest {

    private static final int CONNECTIONS = 25;

    @Property(tries = 5000, shrinking = ShrinkingMode.OFF)
    void agrees_with_the_prose(@ForAll long seed) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random, true);
        Policies policies = world.known();
        NaiveEvaluator naive = new NaiveEvaluator(world.policies, world.cluster);
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = world.connection();
            Verdict verdict = policies.verdict(connection);

            assertThat(verdict.outcome())
                    .as(() -> connection + "\n" + Telling.of(verdict) + "\n" + policies)
                    .isEqualTo(naive.outcome(connection));
            assertThat(verdict.ingress().outcome()).isEqualTo(naive.end(connection, Direction.INGRESS));
            assertThat(verdict.egress().outcome()).isEqualTo(naive.end(connection, Direction.EGRESS));
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void the_order_in_which_policies_come_never_matters(@ForAll long seed) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random, true);
        Policies policies = world.known();

        Collections.shuffle(world.policies, random);
        Collections.shuffle(world.cluster, random);

        assertThat(world.known()).isEqualTo(policies);
        Connection connection = world.connection();
        assertThat(world.known().verdict(connection)).isEqualTo(policies.verdict(connection));
    }

    /// A comparison of a thousand answers that are all the same would show little.
    @Property(tries = 1)
    void the_worlds_hold_enough_of_every_answer() {
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        for (long seed = 0; seed < 400; seed++) {
            RandomWorld world = new RandomWorld(new Random(seed), true);
            for (int i = 0; i < CONNECTIONS; i++) {
                seen.merge(world.known().verdict(world.connection()).outcome(), 1, Integer::sum);
            }
        }

        assertThat(seen)
                .containsOnlyKeys(Outcome.values())
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(1000));
    }
}
