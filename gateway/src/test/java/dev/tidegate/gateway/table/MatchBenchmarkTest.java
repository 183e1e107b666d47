package dev.tidegate.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// That the benchmark measures what it says, that a match makes no garbage, and, when it is asked for, the benchmark.
class MatchBenchmarkTest {

    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource
    void each_request_meets_the_route_that_it_was_made_for(ManyRoutes.Shape shape) {
        for (int size : new int[] {10, 1000}) {
            ManyRoutes many = ManyRoutes.of(shape, size);
            for (int number = 0; number < size; number++) {
                assertThat(MatchBenchmark.route(many.table(), many.asked(number))
                                .id())
                        .isEqualTo(ManyRoutes.id(number));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hot_requests_are_of_the_same_kinds_in_small_tables_and_large(ManyRoutes.Shape shape) {
        ManyRoutes few = ManyRoutes.of(shape, 10);
        ManyRoutes many = ManyRoutes.of(shape, 1000);
        for (int i = 0; i < 8; i++) {
            ManyRoutes.Asked ofFew = few.asked(few.oneOfEight(i));
            ManyRoutes.Asked ofMany = many.asked(many.oneOfEight(i));
            assertThat(kind(ofFew)).isEqualTo(kind(ofMany));
        }
        assertThat(IntStream.range(0, 8).map(many::oneOfEight).distinct()).hasSize(8);
    }

    private static String kind(ManyRoutes.Asked asked) {
        return (asked.authority() + asked.path()).replaceAll("\\d{6}", "N");
    }

    @ParameterizedTest
    @EnumSource
    void a_match_allocates_nothing(ManyRoutes.Shape shape) {
        ManyRoutes many = ManyRoutes.of(shape, 1000);
        ManyRoutes.Asked[] asked =
                IntStream.range(0, 1000).mapToObj(many::asked).toArray(ManyRoutes.Asked[]::new);

        // The first times classes are loaded and code is compiled.
        assertThat(LongStream.range(0, 20).map(_ -> allocated(many, asked)).min())
                .hasValue(0);
    }

    private static long allocated(ManyRoutes many, ManyRoutes.Asked[] asked) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (ManyRoutes.Asked each : asked) {
            MatchBenchmark.route(many.table(), each);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /// One fork of each case in turn, and again, so that a bad moment meets all.
    @Test
    @EnabledIfSystemProperty(named = "tidegate.bench", matches = "true", disabledReason = "run by e2e/bench/match")
    void measures() throws RunnerException {
        for (int round = 0; round < ROUNDS; round++) {
            new Runner(new OptionsBuilder()
                            .include(MatchBenchmark.class.getName())
                            .output("target/match-" + round + ".log")
                            .resultFormat(ResultFormatType.JSON)
                            .result("target/match-" + round + ".json")
                            .shouldFailOnError(true)
                            .build())
                    .run();
        }
    }
}
