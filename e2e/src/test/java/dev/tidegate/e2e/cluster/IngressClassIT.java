package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which controller serves which Ingress, with four of them side by side.
@ClusterTest
class IngressClassIT {

    private static final String OURS = "tidegate.dev/ingress-controller";
    private static final String INGRESS_NGINX = "k8s.io/ingress-nginx";
    private static final String FOREIGN = "example.com/foreign";

    /// The controllers, by what sets each apart.
    enum Controller {
        USUAL,
        ADOPTING,
        BY_NAME,
        WITHOUT_CLASS;

        private List<String> flags() {
            return switch (this) {
                case USUAL -> List.of();
                case ADOPTING -> List.of("--controller-class", INGRESS_NGINX, "--ingress-class", "nginx");
                case BY_NAME ->
                    List.of(
                            "--controller-class",
                            "example.com/nobody",
                            "--ingress-class",
                            "foreign",
                            "--ingress-class-by-name");
                case WITHOUT_CLASS ->
                    List.of(
                            "--controller-class",
                            "example.com/without",
                            "--ingress-class",
                            "without",
                            "--watch-ingress-without-class");
            };
        }
    }

    private static final List<TestClass> CLASSES = new ArrayList<>();
    private static final Map<Controller, TidegateProcess> PROCESSES = new EnumMap<>(Controller.class);
    private static TestBed bed;
    private static TestNamespace namespace;

    /// `className`, `annotation`: what an Ingress says, and nothing where they are null; `servedBy`: for certain by
    /// these and no others.
    record Case(@Nullable String className, @Nullable String annotation, Set<Controller> servedBy) {

        String host() {
            return ("class-" + className + "-annotation-" + ("".equals(annotation) ? "empty" : annotation))
                    + ".example";
        }

        @Override
        public String toString() {
            return "ingressClassName " + className + ", annotation " + annotation + " -> " + servedBy;
        }
    }

    private static Stream<Case> cases() {
        return Stream.of(
                new Case("tidegate", null, EnumSet.of(Controller.USUAL)),
                new Case("ours-too", null, EnumSet.of(Controller.USUAL)),
                new Case("nginx", null, EnumSet.of(Controller.ADOPTING)),
                new Case("foreign", null, EnumSet.of(Controller.BY_NAME)),
                new Case("foreign-too", null, EnumSet.noneOf(Controller.class)),
                new Case("no-such-class", null, EnumSet.noneOf(Controller.class)),
                new Case(null, "tidegate", EnumSet.of(Controller.USUAL)),
                new Case(null, "nginx", EnumSet.of(Controller.ADOPTING)),
                new Case(null, "foreign", EnumSet.of(Controller.BY_NAME)),
                new Case(null, "ours-too", EnumSet.noneOf(Controller.class)),
                new Case(null, "gce", EnumSet.noneOf(Controller.class)),
                new Case(null, "", EnumSet.of(Controller.WITHOUT_CLASS)),
                new Case(null, null, EnumSet.of(Controller.WITHOUT_CLASS)),
                new Case("tidegate", "tidegate", EnumSet.of(Controller.USUAL)));
    }

    @BeforeAll
    static void start(TestBed given) {
        bed = given;
        CLASSES.add(TestClass.create(bed, "tidegate", OURS));
        CLASSES.add(TestClass.create(bed, "ours-too", OURS));
        CLASSES.add(TestClass.create(bed, "nginx", INGRESS_NGINX));
        CLASSES.add(TestClass.create(bed, "foreign", FOREIGN));
        CLASSES.add(TestClass.create(bed, "foreign-too", FOREIGN));
        namespace = bed.namespace();
        namespace.service("echo", 1);
        cases().forEach(it -> namespace.create(ingress(it.host(), it.className(), it.annotation())));
        for (Controller controller : Controller.values()) {
            List<String> flags = new ArrayList<>(controller.flags());
            flags.add("--update-status=false");
            PROCESSES.put(controller, bed.tidegate(flags.toArray(String[]::new)));
        }
    }

    @AfterAll
    static void stop() {
        PROCESSES.values().forEach(TidegateProcess::close);
        namespace.close();
        CLASSES.forEach(TestClass::close);
    }

    /// All of them stood there before the controllers became ready, so what is not served is not late.
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void an_ingress_is_served_by_those_whose_class_it_names(Case it) {
        assertThat(serving(it.host())).isEqualTo(it.servedBy());
    }

    @Test
    void field_and_annotation_must_agree_at_first_and_later_the_field_counts() {
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> namespace.create(ingress("both.example", "tidegate", "nginx")));

        namespace.create(ingress("both.example", "tidegate", null));
        awaitServedBy("both.example", Controller.USUAL);
        edit(
                "both.example",
                it -> it.editMetadata()
                        .addToAnnotations("kubernetes.io/ingress.class", "nginx")
                        .endMetadata());
        // Once a younger one is served by it, the adopting one has seen that edit.
        namespace.create(ingress("after-both.example", "nginx", null));
        awaitServedBy("after-both.example", Controller.ADOPTING);

        assertThat(serving("both.example")).containsExactly(Controller.USUAL);
        TidegateProcess usual = process(Controller.USUAL);
        Await.until("the disagreement is told", () -> usual.stderr().contains("ClassConflict"));
    }

    @Test
    void an_ingress_moves_to_another_controller_and_back() {
        namespace.create(ingress("moving.example", "tidegate", null));
        awaitServedBy("moving.example", Controller.USUAL);

        edit("moving.example", it -> it.editSpec().withIngressClassName("nginx").endSpec());
        awaitServedBy("moving.example", Controller.ADOPTING);

        edit(
                "moving.example",
                it -> it.editSpec().withIngressClassName("tidegate").endSpec());
        awaitServedBy("moving.example", Controller.USUAL);

        edit(
                "moving.example",
                it -> it.editSpec()
                        .withIngressClassName(null)
                        .endSpec()
                        .editMetadata()
                        .addToAnnotations("kubernetes.io/ingress.class", "foreign")
                        .endMetadata());
        awaitServedBy("moving.example", Controller.BY_NAME);
    }

    @Test
    void a_class_decides_from_when_it_is_there_until_it_is_gone() {
        namespace.create(ingress("late-class.example", "late", null));
        assertThat(serving("late-class.example")).isEmpty();

        try (TestClass late = TestClass.create(bed, "late", OURS)) {
            assertThat(late.created()).isNotNull();
            awaitServedBy("late-class.example", Controller.USUAL);
        }
        awaitServedBy("late-class.example");

        try (TestClass late = TestClass.create(bed, "late", INGRESS_NGINX)) {
            assertThat(late.created()).isNotNull();
            awaitServedBy("late-class.example", Controller.ADOPTING);
        }
        awaitServedBy("late-class.example");
    }

    private static Ingress ingress(String host, @Nullable String className, @Nullable String annotation) {
        Ingress ingress = KubeObjects.ingress(host, "echo", className);
        if (annotation != null) {
            ingress.getMetadata().getAnnotations().put("kubernetes.io/ingress.class", annotation);
        }
        return ingress;
    }

    private static void edit(String ingress, UnaryOperator<IngressBuilder> how) {
        namespace.editIngress(ingress, it -> how.apply(new IngressBuilder(it)).build());
    }

    private static TidegateProcess process(Controller controller) {
        return Objects.requireNonNull(PROCESSES.get(controller));
    }

    private static Set<Controller> serving(String host) {
        Set<Controller> serving = EnumSet.noneOf(Controller.class);
        PROCESSES.forEach((controller, process) -> {
            if (new Caller(process).get(host, "/").status() == 200) {
                serving.add(controller);
            }
        });
        return serving;
    }

    private static void awaitServedBy(String host, Controller... expected) {
        Set<Controller> all = EnumSet.noneOf(Controller.class);
        all.addAll(List.of(expected));
        Await.until(host + " is served by " + all, () -> serving(host).equals(all));
    }
}
