package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The API server goes away while requests come in, and comes back: they are served all the time, and what changed is
/// served after it.
@ClusterTest
class ApiTroubleIT {

    private static final String HOST = "trouble.example";
    private static final Duration AWAY = Duration.ofSeconds(65);
    private static final int RESTARTS = 5;
    /// Threads that come and go by themselves: of the JIT, of the collector, of pools that shrink after a while.
    private static final int RESTLESS_THREADS = 12;

    private final TestBed bed;

    ApiTroubleIT(TestBed bed) {
        this.bed = bed;
    }

    /// Elsewhere nobody lets us kill it.
    @BeforeEach
    void the_api_server_is_ours() {
        assumeTrue(bed.cluster().server().isPresent(), "the cluster of KUBECONFIG is not ours to kill");
    }

    @Test
    @Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_server_that_is_gone_for_more_than_a_minute_costs_no_request_and_is_caught_up_with() {
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace();
                TidegateProcess tidegate = bed.tidegate("--publish-status-address=192.0.2.1")) {
            Service service = namespace.create(KubeObjects.service("echo", ""));
            Pod first = namespace.pod("echo");
            namespace.create(KubeObjects.slice(service, List.of(first)));
            namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
            Caller caller = new Caller(tidegate);
            caller.awaitOutcome(HOST, "/", "echo");
            SteadyCalls calls = SteadyCalls.begin(caller, HOST, "/?hold=20", "echo");
            try (calls) {
                server().kill();
                awaitSilence(tidegate, AWAY);
                assertThat(tidegate.readiness()).isEqualTo(200);
                calls.awaitMore(50);
                server().startAgain();
                namespace.service("late", 1);
                namespace.create(KubeObjects.ingress("late." + HOST, "late", "tidegate"));
                Pod second = namespace.pod("echo");
                namespace.update(KubeObjects.slice(service, List.of(second)));
                caller.awaitOutcome("late." + HOST, "/", "late");
                Await.until(
                        "the new pod answers",
                        () -> caller.get(HOST, "/").echo().pod().equals(second.name()));
                calls.awaitMore(50);
            }
            assertThat(calls.lost()).isEmpty();
            Await.until(
                    "watches stand again",
                    () -> Metric.of(tidegate, "tidegate_cluster_watches")
                            == Metric.of(tidegate, "tidegate_cluster_watches_wanted"));
        }
    }

    /// Its memory of what happened before is gone each time, so every watch is told that it is too old (410 Gone).
    @Test
    @Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_server_that_is_restarted_again_and_again_leaves_no_thread_behind() {
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace();
                TidegateProcess tidegate = bed.tidegate("--update-status=false")) {
            namespace.service("echo", 1);
            namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
            Caller caller = new Caller(tidegate);
            caller.awaitOutcome(HOST, "/", "echo");
            restart(caller, namespace, 0);
            double threads = Metric.of(tidegate, "jvm_threads_current");
            for (int i = 1; i <= RESTARTS; i++) {
                restart(caller, namespace, i);
            }
            assertThat(Metric.of(tidegate, "jvm_threads_current")).isLessThan(threads + RESTLESS_THREADS);
            assertThat(Metric.of(tidegate, "tidegate_cluster_watch_restarts_total"))
                    .isGreaterThan(RESTARTS);
        }
    }

    @Test
    @Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_gateway_restarted_without_an_api_server_serves_what_was_good_last(@TempDir Path folder) {
        String lastGood = "--last-good=" + folder.resolve("last-good");
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace()) {
            namespace.service("echo", 2);
            namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
            try (TidegateProcess before = bed.tidegate("--update-status=false", lastGood)) {
                new Caller(before).awaitOutcome(HOST, "/", "echo");
                before.terminate();
                assertThat(before.awaitExit()).isZero();
            }
            TestBed.Kubeconfig account = bed.kubeconfig();
            server().kill();
            try (TidegateProcess after = bed.tidegateBy(account, "--update-status=false", lastGood)) {
                Caller caller = new Caller(after);
                assertThat(caller.get(HOST, "/").outcome()).isEqualTo("echo");
                assertThat(Metric.of(after, "tidegate_last_good_served")).isEqualTo(1);
                SteadyCalls calls = SteadyCalls.begin(caller, HOST, "/?hold=20", "echo");
                try (calls) {
                    server().startAgain();
                    namespace.service("late", 1);
                    namespace.create(KubeObjects.ingress("late." + HOST, "late", "tidegate"));
                    caller.awaitOutcome("late." + HOST, "/", "late");
                    calls.awaitMore(20);
                }
                assertThat(calls.lost()).isEmpty();
                assertThat(Metric.of(after, "tidegate_last_good_served")).isZero();
            }
        }
    }

    private void restart(Caller caller, TestNamespace namespace, int count) {
        server().kill();
        server().startAgain();
        String host = "after-" + count + "." + HOST;
        namespace.create(KubeObjects.ingress(host, "echo", "tidegate"));
        caller.awaitOutcome(host, "/", "echo");
    }

    private KubeApiServer server() {
        return bed.cluster().server().orElseThrow();
    }

    /// Waits until nothing was heard of the API server for so long.
    private static void awaitSilence(TidegateProcess tidegate, Duration atLeast) {
        Awaitility.await("silence")
                .atMost(atLeast.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Instant.now().getEpochSecond()
                                - Metric.of(tidegate, "tidegate_cluster_last_contact_timestamp_seconds")
                        > atLeast.toSeconds());
    }
}
