package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// From the `Host` and the path, as a client sends them, to the route: what an exchange does with each request.
///
/// Requests come in batches of new strings, as a decoder makes them: their hashes are not known yet, and they are in
/// the cache, where the table may not be. Making them is neither timed nor counted. A sample is the mean of a batch,
/// and of many samples the median counts, so that a turn of somebody else's on the core does not.
///
/// `e2e/bench/match` runs it.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1, // of several rounds
        jvmArgs = {
            "-XX:+UseParallelGC", // as the launcher has it
            "-XX:+UseCompactObjectHeaders",
            "-Xms768m",
            "-Xmx768m",
            "--sun-misc-unsafe-memory-access=allow" // for JMH
        })
public class MatchBenchmark {

    static final int BATCH = 64;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Which routes are asked for.
    public enum Requests {
        /// Eight, over and over: what they need stays in the CPU's nearest cache.
        HOT,
        /// All alike and at random: what they need lies anywhere in memory.
        SPREAD
    }

    @State(Scope.Benchmark)
    public static class Asking {

        @Param
        public ManyRoutes.Shape shape = ManyRoutes.Shape.HOSTS;

        @Param({"10", "1000", "100000"})
        public int routes;

        @Param
        public Requests requests = Requests.HOT;

        private final SplittableRandom random = new SplittableRandom(4);
        private final ManyRoutes.Asked[] batch = new ManyRoutes.Asked[BATCH];
        private long allocatedBefore;
        private ManyRoutes many = ManyRoutes.of(ManyRoutes.Shape.HOSTS, 0);

        @Setup
        public void makeTable() {
            many = ManyRoutes.of(shape, routes);
            System.gc(); // a table that has been there for a while lies where old objects do
        }

        @Setup(Level.Invocation)
        public void makeRequests() {
            for (int i = 0; i < BATCH; i++) {
                batch[i] = many.asked(next());
            }
            allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        }

        private int next() {
            return switch (requests) {
                case HOT -> many.oneOfEight(random.nextInt(8));
                case SPREAD -> random.nextInt(routes);
            };
        }
    }

    /// Counted by the thread itself, and not by the gc profiler, which would take in the making of the requests.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Allocation {

        public long bytes;
        public long matches;

        @TearDown(Level.Invocation)
        public void count(Asking asking) {
            bytes += THREADS.getCurrentThreadAllocatedBytes() - asking.allocatedBefore;
            matches += BATCH;
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void match(Asking asking, Allocation allocation, Blackhole blackhole) {
        for (ManyRoutes.Asked asked : asking.batch) {
            blackhole.consume(route(asking.many.table(), asked));
        }
    }

    static Route route(RoutingTable table, ManyRoutes.Asked asked) {
        String host = RequestHost.normalize(asked.authority());
        String path = requireNonNull(RequestPath.normalize(asked.path()));
        return ((RouteMatch.Found) table.match(host, path)).route();
    }
}
