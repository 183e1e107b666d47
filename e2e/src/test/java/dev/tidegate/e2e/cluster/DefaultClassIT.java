package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ingresses that name no class, and the API server's admission, which names one for them if there is a default.
@ClusterTest
class DefaultClassIT {

    private static final String OURS = "tidegate.dev/ingress-controller";
    private static final String FOREIGN = "example.com/foreign";

    private static TestBed bed;
    private static TidegateProcess tidegate;
    private static Caller caller;
    private TestNamespace namespace;

    @BeforeAll
    static void start(TestBed given) {
        bed = given;
        tidegate = bed.tidegate("--update-status=false");
        caller = new Caller(tidegate);
    }

    @AfterAll
    static void stop() {
        tidegate.close();
    }

    @BeforeEach
    void settle() {
        namespace = bed.namespace();
        namespace.service("echo", 1);
    }

    @AfterEach
    void clear() {
        namespace.close();
    }

    @Test
    void the_default_class_is_written_into_an_ingress_that_names_none() {
        try (TestClass ours = TestClass.createDefault(bed, "ours", OURS)) {
            awaitAdmissionNames("ours");

            assertThat(create("classless.example").getSpec().getIngressClassName())
                    .isEqualTo("ours");
            caller.awaitOutcome("classless.example", "/", "echo");
            assertThat(ours.created()).isNotNull();
        }
    }

    @Test
    void the_newest_of_two_default_classes_wins() {
        try (TestClass older = TestClass.createDefault(bed, "older", OURS);
                TestClass newer = TestClass.createDefaultAfter(older, bed, "newer", FOREIGN)) {
            awaitAdmissionNames("newer");
            create("goes-to-the-newer.example");
            newer.delete();
            awaitAdmissionNames("older");
            create("goes-to-the-older.example");

            caller.awaitOutcome("goes-to-the-older.example", "/", "echo");
            assertThat(caller.get("goes-to-the-newer.example", "/").status()).isEqualTo(404);
        }
    }

    /// The server writes the default into new Ingresses only; the old ones we take as if it had.
    @Test
    void an_ingress_older_than_any_default_class_is_served_while_the_newest_default_is_ours() {
        create("old.example");

        try (TestClass ours = TestClass.createDefault(bed, "ours", OURS)) {
            caller.awaitOutcome("old.example", "/", "echo");

            try (TestClass foreign = TestClass.createDefaultAfter(ours, bed, "foreign", FOREIGN)) {
                assertThat(foreign.created()).isAfter(ours.created());
                caller.awaitOutcome("old.example", "/", "404");
            }
            caller.awaitOutcome("old.example", "/", "echo");
        }
        caller.awaitOutcome("old.example", "/", "404");
    }

    private Ingress create(String host) {
        return namespace.create(KubeObjects.ingress(host, "echo", null));
    }

    /// Admission hears of classes by a watch of its own, so it may be a moment late.
    private void awaitAdmissionNames(String className) {
        Await.until(
                "admission names " + className,
                () -> className.equals(bed.cluster()
                        .admin()
                        .resource(KubeObjects.ingress("dry-run.example", "echo", null))
                        .inNamespace(namespace.name())
                        .dryRun()
                        .create()
                        .getSpec()
                        .getIngressClassName()));
    }
}
