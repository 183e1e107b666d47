package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.AuditLog.Request;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The API server is there, and does not want: it throttles, knows the token no more, or has forgotten what happened.
/// Requests are served all the time, and what changed is served once it lets us in again.
@ClusterTest
class SetbackIT {

    private static final String HOST = "setback.example";

    private final TestBed bed;
    private TestClass ours;
    private TestNamespace namespace;

    SetbackIT(TestBed bed) {
        this.bed = bed;
    }

    /// Elsewhere nobody lets us restart it, or read its audit log.
    @BeforeEach
    void settle() {
        assumeTrue(bed.cluster().server().isPresent(), "the cluster of KUBECONFIG is not ours to restart");
        bed.forgetLeader();
        ours = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
        namespace = bed.namespace();
        namespace.service("echo", 1);
        serve(HOST);
    }

    @AfterEach
    void clear() {
        if (ours != null) {
            namespace.close();
            ours.close();
        }
    }

    /// It is cut off for a moment, so that it has something to ask for: watches that stand are not throttled.
    @Test
    void throttling_is_borne_until_it_ends() throws IOException {
        try (Passage passage = Passage.to(server().port());
                TidegateProcess tidegate =
                        bed.tidegateBy(bed.kubeconfigThrough(passage.port()), "--publish-status-address=192.0.2.1")) {
            Caller caller = new Caller(tidegate);
            caller.awaitOutcome(HOST, "/", "echo");
            SteadyCalls calls = SteadyCalls.begin(caller, HOST, "/?hold=20", "echo");
            try (calls) {
                passage.cut();
                try (Throttle _ = Throttle.begin(namespace.admin(), server().port(), bed.token())) {
                    serve("late." + HOST);
                    long mark = server().audit().mark();
                    passage.mend();
                    Await.until("it is throttled", () -> answered(mark, 429).size() >= 10);
                    assertThat(answered(mark, 200)).isEmpty();
                    assertThat(caller.get("late." + HOST, "/").status()).isEqualTo(404);
                    assertThat(tidegate.readiness()).isEqualTo(200);
                }
                caller.awaitOutcome("late." + HOST, "/", "echo");
                awaitWatches(tidegate);
                namespace.awaitAddress("late." + HOST);
            }
            assertThat(calls.lost()).isEmpty();
        }
    }

    /// The first token is revoked before there is another, which is worse than what kubelet does.
    @Test
    void a_token_that_is_rotated_on_disk_is_used_from_then_on(@TempDir Path folder) {
        Path file = folder.resolve("token");
        Secret first = bound("first");
        Secret second = bound("second");
        try {
            Folders.write(file, bed.tokenBoundTo(first));
            try (TidegateProcess tidegate =
                    bed.tidegateBy(bed.kubeconfigByTokenIn(file), "--publish-status-address=192.0.2.1")) {
                Caller caller = new Caller(tidegate);
                caller.awaitOutcome(HOST, "/", "echo");
                namespace.admin().resource(first).delete();
                server().kill();
                server().startAgain(); // which remembers no token
                serve("late." + HOST);
                Await.until("it is refused", () -> tidegate.stderr().contains("401"));
                assertThat(caller.get("late." + HOST, "/").status()).isEqualTo(404);
                assertThat(caller.get(HOST, "/").outcome()).isEqualTo("echo");

                replace(file, bed.tokenBoundTo(second));
                caller.awaitOutcome("late." + HOST, "/", "echo");
                awaitWatches(tidegate);
                namespace.awaitAddress("late." + HOST);
            }
        } finally {
            namespace.admin().resourceList(first, second).delete();
        }
    }

    @Test
    void a_server_that_remembers_is_gone_on_with_and_one_that_has_forgotten_is_listed_anew() {
        try (Passage passage = Passage.to(server().port());
                TidegateProcess tidegate =
                        bed.tidegateBy(bed.kubeconfigThrough(passage.port()), "--update-status=false")) {
            Caller caller = new Caller(tidegate);
            caller.awaitOutcome(HOST, "/", "echo");

            long mark = server().audit().mark();
            passage.cut();
            replaceIngress(HOST, "second." + HOST);
            passage.mend();
            caller.awaitOutcome("second." + HOST, "/", "echo");
            caller.awaitOutcome(HOST, "/", "404");
            awaitWatches(tidegate);
            assertThat(lists(mark)).isEmpty();

            passage.cut();
            replaceIngress("second." + HOST, "third." + HOST);
            server().forgetHistory();
            server().kill();
            server().startAgain();
            long again = server().audit().mark();
            passage.mend();
            caller.awaitOutcome("third." + HOST, "/", "echo");
            caller.awaitOutcome("second." + HOST, "/", "404");
            awaitWatches(tidegate);
            assertThat(lists(again)).contains("ingresses", "services", "endpointslices", "ingressclasses");
        }
    }

    private void serve(String host) {
        namespace.create(KubeObjects.ingress(host, "echo", "tidegate"));
    }

    private void replaceIngress(String old, String host) {
        namespace.ingresses().withName(old).delete();
        serve(host);
    }

    private Secret bound(String name) {
        Secret secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(TidegateAccount.NAMESPACE)
                .withName(name)
                .endMetadata()
                .build();
        return namespace.admin().resource(secret).create();
    }

    /// Whole, or not at all, as kubelet does it.
    private static void replace(Path file, String text) {
        try {
            Path next = Folders.write(file.resolveSibling("next"), text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Request> answered(long mark, int code) {
        return server().audit().since(mark, TidegateAccount.NAME).stream()
                .filter(request -> request.code() == code)
                .toList();
    }

    private List<String> lists(long mark) {
        return answered(mark, 200).stream()
                .filter(request -> request.verb().equals("list"))
                .map(Request::resource)
                .toList();
    }

    private static void awaitWatches(TidegateProcess tidegate) {
        Await.until(
                "watches stand again",
                () -> Metric.of(tidegate, "tidegate_cluster_watches")
                        == Metric.of(tidegate, "tidegate_cluster_watches_wanted"));
    }

    private KubeApiServer server() {
        return bed.cluster().server().orElseThrow();
    }
}
