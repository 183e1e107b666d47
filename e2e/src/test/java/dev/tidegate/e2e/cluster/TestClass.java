package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.Await;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// An IngressClass of one test's own; closing deletes it.
final class TestClass implements AutoCloseable {

    private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

    private final KubernetesClient admin;
    private final IngressClass created;

    private TestClass(KubernetesClient admin, IngressClass created) {
        this.admin = admin;
        this.created = created;
    }

    static TestClass create(TestBed bed, String name, String controller) {
        KubernetesClient admin = bed.cluster().admin();
        return new TestClass(admin, admin.resource(object(name, controller)).create());
    }

    /// Which an Ingress gets that names no class when it is created.
    static TestClass createDefault(TestBed bed, String name, String controller) {
        KubernetesClient admin = bed.cluster().admin();
        IngressClass object = new IngressClassBuilder(object(name, controller))
                .editMetadata()
                .addToAnnotations(DEFAULT, "true")
                .endMetadata()
                .build();
        return new TestClass(admin, admin.resource(object).create());
    }

    /// The same, and younger than that one, as the server tells time.
    static TestClass createDefaultAfter(TestClass older, TestBed bed, String name, String controller) {
        AtomicReference<TestClass> younger = new AtomicReference<>(createDefault(bed, name, controller));
        Await.until(name + " is younger", () -> {
            if (younger.get().created().isAfter(older.created())) {
                return true;
            }
            younger.get().close();
            younger.set(createDefault(bed, name, controller));
            return false;
        });
        return younger.get();
    }

    private static IngressClass object(String name, String controller) {
        return new IngressClassBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withController(controller)
                .endSpec()
                .build();
    }

    /// To the second, as the server tells time.
    Instant created() {
        return Instant.parse(created.getMetadata().getCreationTimestamp());
    }

    void delete() {
        admin.resource(created).delete();
    }

    @Override
    public void close() {
        delete();
    }
}
