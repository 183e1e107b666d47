package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A backend is restarted again and again, pod by pod, while requests come in.
@ClusterTest
class RollingRestartIT {

    private static final String HOST = "rolling.example";
    private static final int RESTARTS = 20;
    private static final int REPLICAS = 2;
    private static final int CLIENTS = 4;
    /// How many requests must have come through before the next pod is replaced.
    private static final int BETWEEN = 12;

    private final TestBed bed;

    RollingRestartIT(TestBed bed) {
        this.bed = bed;
    }

    /// A pod is asked to end at the same moment as its endpoint begins to say so, as kubelet does it, and waits for
    /// nobody but the requests that it has: a gateway learns of it too late by nature, and must bear that.
    @Test
    void twenty_rolling_restarts_lose_no_request() throws InterruptedException {
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
            Load load = new Load(caller);
            load.start();
            try {
                for (int i = 0; i < RESTARTS * REPLICAS; i++) {
                    replaceOldest(namespace, service, pods);
                    load.awaitMore();
                }
            } finally {
                load.stop();
            }
            assertThat(load.lost).isEmpty();
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

    /// Requests that each take some milliseconds, so that a pod always has some when it ends.
    private static final class Load {

        private final Caller caller;
        private final AtomicBoolean stopping = new AtomicBoolean();
        private final AtomicInteger served = new AtomicInteger();
        private final Queue<String> lost = new ConcurrentLinkedQueue<>();
        private final List<Thread> clients =
                IntStream.range(0, CLIENTS).mapToObj(_ -> client()).toList();

        Load(Caller caller) {
            this.caller = caller;
        }

        private Thread client() {
            return Thread.ofVirtual().unstarted(() -> {
                while (!stopping.get()) {
                    request();
                }
            });
        }

        private void request() {
            try {
                Caller.Reply reply = caller.get(HOST, "/?hold=20");
                if (reply.outcome().equals("echo")) {
                    served.incrementAndGet();
                } else {
                    lost.add(String.valueOf(reply));
                }
            } catch (RuntimeException failed) {
                lost.add(String.valueOf(failed));
            }
        }

        void start() {
            clients.forEach(Thread::start);
        }

        void awaitMore() {
            int enough = served.get() + BETWEEN;
            Await.until("requests are served", () -> served.get() >= enough || !lost.isEmpty());
        }

        void stop() throws InterruptedException {
            stopping.set(true);
            for (Thread client : clients) {
                client.join();
            }
        }
    }
}
