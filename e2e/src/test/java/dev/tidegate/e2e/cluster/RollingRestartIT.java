package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A backend is restarted again and again, pod by pod, while requests come in.
@ClusterTest
class RollingRestartIT {

    private static final String HOST = "rolling.example";
    private static final int RESTARTS = 20;
    private static final int REPLICAS = 2;
    /// How many requests must have come through before the next pod is replaced.
    private static final int BETWEEN = 12;

    private final TestBed bed;

    RollingRestartIT(TestBed bed) {
        this.bed = bed;
    }

    /// A pod is asked to end at the same moment as its endpoint begins to say so, as kubelet does it, and waits for
    /// nobody but the requests that it has: a gateway learns of it too late by nature, and must bear that.
    @Test
    void twenty_rolling_restarts_lose_no_request() {
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace();
                TidegateProcess tidegate = bed.tidegate("--update-status=false")) {
            Service service = namespace.create(KubeObjects.service("echo", ""));
            List<Pod> pods = new ArrayList<>(
                    Stream.generate(() -> namespace.pod("echo")).limit(REPLICAS).toList());
            namespace.create(KubeObjects.slice(service, pods));
            namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
            Caller caller = new Caller(tidegate);
            caller.awaitOutcome(HOST, "/", "echo");
            SteadyCalls calls = SteadyCalls.begin(caller, HOST, "/?hold=20", "echo");
            try (calls) {
                for (int i = 0; i < RESTARTS * REPLICAS; i++) {
                    replaceOldest(namespace, service, pods);
                    calls.awaitMore(BETWEEN);
                }
            }
            assertThat(calls.lost()).isEmpty();
        }
    }

    private static void replaceOldest(TestNamespace namespace, Service service, List<Pod> pods) {
        Pod ending = pods.removeFirst();
        pods.add(namespace.pod("echo"));
        namespace.update(KubeObjects.sliceOf(
                service,
                Stream.concat(
                                Stream.of(KubeObjects.terminating(ending)),
                                pods.stream().map(KubeObjects::ready))
                        .toList()));
        namespace.drain(ending, Duration.ofSeconds(10));
        namespace.update(KubeObjects.slice(service, pods));
    }
}
