package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.cluster.AuditLog.Request;
import dev.tidegate.e2e.cluster.AuditLog.Right;
import dev.tidegate.tls.TestAuthority;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two lives of Tidegate with the rights that it documents, by the API server's own record of what it was asked:
/// nothing that it asks is refused, and nothing that it may is left unused.
@ClusterTest
class RightsIT {

    private static final String HOST = "rights.example";
    /// Roles that are bound for the flags of the second life only.
    private static final Set<String> FOR_FLAGS = Set.of("tidegate-namespaces", "tidegate-nodes");

    private final TestBed bed;

    RightsIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void the_api_server_writes_an_audit_log() {
        assumeTrue(bed.cluster().server().isPresent(), "the cluster of KUBECONFIG writes no audit log for us");
        bed.forgetLeader();
    }

    @Test
    void each_documented_right_is_used_and_no_other_is_asked_for() {
        Set<Right> used = new HashSet<>();
        used.addAll(rightsUsed(liveWithFlagsOfACloud()));
        assertThat(used).containsAll(documented(role -> !FOR_FLAGS.contains(role)));

        used.addAll(rightsUsed(liveOnBareNodes()));
        assertThat(used).containsExactlyInAnyOrderElementsOf(documented(_ -> true));
    }

    private static Set<Right> rightsUsed(List<Request> requests) {
        assertThat(requests).filteredOn(request -> request.code() == 403).isEmpty();
        assertThat(requests)
                .filteredOn(request -> request.resource().equals("secrets"))
                .isNotEmpty()
                .noneMatch(request -> request.name().isEmpty());
        return new HashSet<>(requests.stream().map(Request::right).toList());
    }

    /// Policies of all sorts, a Service in front of it, a ConfigMap, an Ingress with a Secret that is rotated, and a
    /// problem that comes twice; the address is withdrawn at the end.
    private List<Request> liveWithFlagsOfACloud() {
        long mark = audit().mark();
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                PolicyKinds _ = PolicyKinds.install(bed);
                ReplicaPod _ = ReplicaPod.create(bed, "tidegate-rights", "192.0.2.9");
                TestNamespace namespace = bed.namespace();
                TestNamespace front = bed.namespace()) {
            Service service = front.create(KubeObjects.service("front", ""));
            serveWithTls(namespace);
            namespace.create(KubeObjects.letEverybodyIn());
            try (TidegateProcess tidegate = bed.tidegateIn(
                    "tidegate-rights",
                    "--publish-service=" + front.name() + "/front",
                    "--configmap=tidegate/tidegate",
                    "--update-status-on-shutdown")) {
                namespace.awaitAddress(HOST);
                assertThat(namespace.addresses(HOST))
                        .first()
                        .returns(service.getSpec().getClusterIP(), it -> it.getIp());
                rotate(namespace, tidegate);
                breakAndMendTwice(namespace);
                audit().await(mark, TidegateAccount.NAME, PolicyKinds.WATCHED);
                end(tidegate);
                assertThat(namespace.addresses(HOST)).isEmpty();
            }
            return audit().since(mark, TidegateAccount.NAME);
        }
    }

    /// Namespaces by label, and the addresses of nodes as status.
    private List<Request> liveOnBareNodes() {
        long mark = audit().mark();
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TidegateAccount.Binding _ = bed.bindEverywhere("tidegate-namespaces");
                TidegateAccount.Binding _ = bed.bindEverywhere("tidegate-nodes");
                ReplicaPod _ = ReplicaPod.create(bed, "tidegate-rights", "192.0.2.9");
                TestNamespace namespace = bed.namespace(Map.of("team", "rights"))) {
            serveWithTls(namespace);
            try (TidegateProcess tidegate =
                    bed.tidegateIn("tidegate-rights", "--watch-namespace-selector=team=rights")) {
                namespace.awaitAddress(HOST);
                assertThat(namespace.addresses(HOST)).first().returns("192.0.2.9", it -> it.getIp());
                end(tidegate);
            }
            return audit().since(mark, TidegateAccount.NAME);
        }
    }

    private static void serveWithTls(TestNamespace namespace) {
        namespace.service("echo", 1);
        namespace.tlsSecret("tls", TestAuthority.create("rights").leaf("first.example", HOST));
        namespace.create(KubeObjects.tlsIngress(HOST, "echo", "tidegate", "tls"));
    }

    private static void rotate(TestNamespace namespace, TidegateProcess tidegate) {
        Caller caller = new Caller(tidegate);
        awaitCertificate(caller, "first.example");
        namespace.update(
                KubeObjects.tlsSecret("tls", TestAuthority.create("rights").leaf("second.example", HOST)));
        awaitCertificate(caller, "second.example");
    }

    private static void awaitCertificate(Caller caller, String name) {
        Await.until(
                "the certificate of " + name,
                () -> caller.send("GET", "https", HOST, "/").certificate().equals(name));
    }

    private static void breakAndMendTwice(TestNamespace namespace) {
        Ingress broken = KubeObjects.ingress("broken." + HOST, "missing", "tidegate");
        namespace.create(broken);
        namespace.awaitEvent("broken." + HOST, "ServiceNotFound", 1);
        Service missing = namespace.create(KubeObjects.service("missing", ""));
        namespace.awaitEvent("broken." + HOST, "Resolved", 1);
        namespace.admin().resource(missing).delete();
        namespace.awaitEvent("broken." + HOST, "ServiceNotFound", 2);
    }

    private static void end(TidegateProcess tidegate) {
        tidegate.terminate();
        assertThat(tidegate.awaitExit()).isZero();
    }

    /// Every rule of the file taken apart, of the roles that are asked for.
    private Set<Right> documented(Predicate<String> roleNamed) {
        return GrantedRights.by(TidegateAccount.rights(bed.cluster().admin()).stream()
                .filter(object -> roleNamed.test(object.getMetadata().getName()))
                .toList());
    }

    private AuditLog audit() {
        return bed.cluster().server().orElseThrow().audit();
    }
}
