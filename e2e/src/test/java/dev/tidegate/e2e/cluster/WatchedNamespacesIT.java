package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Some namespaces are watched, the others are not.
@ClusterTest
class WatchedNamespacesIT {

    private static final String OURS = "tidegate.dev/ingress-controller";

    private final TestBed bed;

    WatchedNamespacesIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void one_namespace_is_watched_with_rights_in_that_one_only() {
        try (TestNamespace watched = bed.namespace();
                TestNamespace other = bed.namespace()) {
            bed.account("narrow");
            watched.bind("tidegate", "narrow");
            serve(other, annotated("other.example"));
            serve(watched, annotated("watched.example"));

            try (TidegateProcess tidegate = bed.tidegateAs("narrow", "--watch-namespace", watched.name())) {
                Caller caller = new Caller(tidegate);
                caller.awaitOutcome("watched.example", "/", "echo");
                assertThat(caller.get("other.example", "/").status()).isEqualTo(404);
                Await.until("it is told", () -> tidegate.stderr().contains("IngressClass"));

                watched.create(annotated("later.example"));
                caller.awaitOutcome("later.example", "/", "echo");
            }
        }
    }

    @Test
    void namespaces_are_watched_as_long_as_their_labels_match() {
        try (TestClass ours = TestClass.create(bed, "tidegate", OURS);
                TestNamespace selected = bed.namespace(Map.of("team", "shop"));
                TestNamespace other = bed.namespace(Map.of("team", "desk"))) {
            assertThat(ours.created()).isNotNull();
            serve(selected, KubeObjects.ingress("selected.example", "echo", "tidegate"));
            serve(other, KubeObjects.ingress("other.example", "echo", "tidegate"));

            try (TidegateAccount.Binding _ = bed.bindEverywhere("tidegate-namespaces");
                    TidegateProcess tidegate = bed.tidegate("--watch-namespace-selector", "team=shop")) {
                Caller caller = new Caller(tidegate);
                caller.awaitOutcome("selected.example", "/", "echo");
                assertThat(caller.get("other.example", "/").status()).isEqualTo(404);

                other.label("team", "shop");
                selected.label("team", "none");
                caller.awaitOutcome("other.example", "/", "echo");
                caller.awaitOutcome("selected.example", "/", "404");
            }
        }
    }

    private static void serve(TestNamespace namespace, Ingress ingress) {
        namespace.service("echo", 1);
        namespace.create(ingress);
    }

    /// By the old annotation, which needs no IngressClass to be read.
    private static Ingress annotated(String host) {
        Ingress ingress = KubeObjects.ingress(host, "echo", null);
        ingress.getMetadata().getAnnotations().put("kubernetes.io/ingress.class", "tidegate");
        return ingress;
    }
}
