package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ScriptedNameServer;
import dev.tidegate.e2e.Answer;
import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Services that are names elsewhere, as an API server has them and a name server resolves them.
@ClusterTest
class ExternalNameIT {

    private static final String HOST = "external.example";

    private static TestBed bed;
    private static TestClass ours;
    private static ScriptedNameServer names;
    private static TidegateProcess tidegate;
    private static Caller caller;
    private TestNamespace namespace;

    @BeforeAll
    static void start(TestBed given) {
        bed = given;
        ours = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
        names = ScriptedNameServer.start().negativeTtl(5);
        tidegate = bed.tidegate(
                "--update-status=false",
                "--resolver=127.0.0.1:" + names.address().getPort());
        caller = new Caller(tidegate);
    }

    @AfterAll
    static void stop() {
        tidegate.close();
        names.close();
        ours.close();
    }

    @BeforeEach
    void settle() {
        namespace = bed.namespace();
        names.zone();
    }

    @AfterEach
    void clear() {
        namespace.close();
        caller.awaitOutcome(HOST, "/", "404");
    }

    @Test
    void a_name_is_followed_through_aliases_to_a_pod_and_to_another_when_its_time_is_over() {
        Pod first = namespace.pod("elsewhere");
        Pod second = namespace.pod("elsewhere");
        names.zone("shop.example. 5 IN CNAME pods.example.", "pods.example. 5 IN A " + first.address());
        serve("shop.example");
        awaitPod(first);

        names.zone("shop.example. 5 IN CNAME pods.example.", "pods.example. 5 IN A " + second.address());
        awaitPod(second);
    }

    @Test
    void a_name_that_comes_into_being_later_is_served_then() {
        serve("later.example");
        awaitRefused("name-not-resolved");

        Pod pod = namespace.pod("elsewhere");
        names.zone("later.example. 5 IN A " + pod.address());
        awaitPod(pod);
    }

    @Test
    void another_name_in_the_same_service_is_another_backend() {
        Pod first = namespace.pod("elsewhere");
        Pod second = namespace.pod("elsewhere");
        names.zone("first.example. 5 IN A " + first.address(), "second.example. 5 IN A " + second.address());
        serve("first.example");
        awaitPod(first);

        namespace.update(external("second.example"));
        awaitPod(second);
    }

    @ParameterizedTest
    @CsvSource({
        "loopback.example,          A 127.0.0.1",
        "link-local.example,        A 169.254.1.1",
        "metadata.example,          A 169.254.169.254",
        "loopback6.example,         AAAA ::1",
        "link-local6.example,       AAAA fe80::1",
        "metadata6.example,         AAAA fd00:ec2::254",
        "mapped.example,            AAAA ::ffff:127.0.0.1"
    })
    void a_name_that_leads_to_the_gateway_itself_is_refused(String name, String record) {
        names.zone(name + ". 5 IN " + record);
        serve(name);
        awaitRefused("forbidden-address");
        Await.until(
                "it is told", () -> tidegate.admin("/api/diagnostics").body().contains(name));
    }

    @Test
    void a_forbidden_address_is_left_out_beside_one_that_is_not() {
        Pod pod = namespace.pod("elsewhere");
        double retries = Metric.of(tidegate, "tidegate_upstream_retries_total");
        names.zone("both.example. 5 IN A 127.0.0.1", "both.example. 5 IN A " + pod.address());
        serve("both.example");
        awaitPod(pod);
        for (int i = 0; i < 8; i++) {
            assertThat(caller.get(HOST, "/").outcome()).isEqualTo("elsewhere");
        }
        assertThat(Metric.of(tidegate, "tidegate_upstream_retries_total")).isEqualTo(retries);
    }

    private void serve(String name) {
        namespace.create(external(name));
        namespace.create(KubeObjects.ingress(HOST, "external", "tidegate"));
    }

    private static Service external(String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("external")
                .endMetadata()
                .withNewSpec()
                .withType("ExternalName")
                .withExternalName(name)
                .addNewPort()
                .withPort(KubeObjects.SERVICE_PORT)
                .withNewTargetPort(EchoPods.PORT)
                .endPort()
                .endSpec()
                .build();
    }

    private static void awaitPod(Pod pod) {
        Await.until(pod.name() + " answers", () -> {
            Caller.Reply reply = caller.get(HOST, "/");
            return reply.status() == 200 && reply.echo().pod().equals(pod.name());
        });
    }

    private static void awaitRefused(String reason) {
        Await.until("503 " + reason, () -> {
            Answer answer = caller.get(HOST, "/").answer();
            return answer.status() == 503
                    && answer.field("tidegate-reason").orElse("").equals(reason);
        });
    }
}
