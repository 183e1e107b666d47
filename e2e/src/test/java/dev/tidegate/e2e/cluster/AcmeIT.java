package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Answer;
import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import dev.tidegate.e2e.TlsTrust;
import dev.tidegate.e2e.cluster.AcmeClient.Issued;
import dev.tidegate.e2e.cluster.EchoPods.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Certificates by ACME, as cert-manager has them issued: with the objects that it makes for each challenge, while the
/// host's own Ingress sends clear text away.
@ClusterTest
class AcmeIT {

    private static final String HOST = "acme.example";
    private static final int SOLVER_PORT = 8089;
    private static final String CHALLENGES = "/.well-known/acme-challenge/";

    /// Either way in which cert-manager names the class, and either type of path that its versions choose.
    private static final String BY_FIELD = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: cm-acme-http-solver
          annotations: {nginx.ingress.kubernetes.io/whitelist-source-range: "0.0.0.0/0,::/0"}
        spec:
          ingressClassName: tidegate
          rules: [{host: HOST, http: {paths: [{path: PATH, pathType: Exact,
            backend: {service: {name: cm-acme-http-solver, port: {number: 8089}}}}]}}]
        """;

    private static final String BY_ANNOTATION = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: cm-acme-http-solver
          annotations:
            kubernetes.io/ingress.class: tidegate
            nginx.ingress.kubernetes.io/whitelist-source-range: "0.0.0.0/0,::/0"
        spec:
          rules: [{host: HOST, http: {paths: [{path: PATH, pathType: ImplementationSpecific,
            backend: {service: {name: cm-acme-http-solver, port: {number: 8089}}}}]}}]
        """;

    private final TestBed bed;

    AcmeIT(TestBed bed) {
        this.bed = bed;
    }

    @Test
    void certificates_are_issued_and_renewed_and_served_at_once_though_the_host_redirects() throws Exception {
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace();
                TidegateProcess tidegate = bed.tidegate("--update-status=false");
                AcmeServer server = AcmeServer.start(HOST, tidegate.ports().http())) {
            namespace.bind("tidegate-secrets", TidegateAccount.NAME);
            namespace.service("echo", 1);
            namespace.ingress("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop}
                spec:
                  ingressClassName: tidegate
                  tls: [{hosts: [acme.example], secretName: acme-tls}]
                  rules: [{host: acme.example, http: {paths: [{path: /, pathType: Prefix,
                    backend: {service: {name: echo, port: {number: 8080}}}}]}}]
                """);
            Caller caller = new Caller(tidegate);
            Await.untilServed("the host redirects", () -> caller.get(HOST, "/").status() == 308);

            AcmeClient client = AcmeClient.of(server);
            for (String solver : List.of(BY_FIELD, BY_ANNOTATION)) {
                Issued issued = client.order(HOST, (token, answer) -> solve(solver, token, answer, namespace, caller));
                namespace.update(KubeObjects.tlsSecret("acme-tls", issued.certificates(), issued.key()));
                Await.untilServed(
                        "the issued certificate is shown", () -> shown(tidegate).equals(issued.serial()));
                assertThat(trusting(server, tidegate)).startsWith("HTTP/2 200");
            }
        }
    }

    private static BigInteger shown(TidegateProcess tidegate) throws IOException {
        return TlsTrust.inAnyone().serial(tidegate.ports().https(), HOST);
    }

    /// What curl says to the host's root path, trusting only what that server issues.
    private static String trusting(AcmeServer server, TidegateProcess tidegate) {
        return Program.run(
                Map.of(),
                "curl",
                "--silent",
                "--show-error",
                "--include",
                "--cacert",
                server.root().toString(),
                "--connect-to",
                "::127.0.0.1:" + tidegate.ports().https(),
                "https://" + HOST + "/");
    }

    /// Its Service, endpoints and Ingress; and cert-manager's own check of the answer, before it tells the server.
    private static AcmeClient.Solver solve(
            String template, String token, String answer, TestNamespace namespace, Caller caller) {
        String name = "cm-acme-http-solver";
        Pod pod = namespace.pod(name, SOLVER_PORT, answer);
        Service service = namespace.create(new ServiceBuilder(KubeObjects.service(name, "http"))
                .editSpec()
                .editFirstPort()
                .withPort(SOLVER_PORT)
                .withNewTargetPort(SOLVER_PORT)
                .endPort()
                .endSpec()
                .build());
        EndpointSlice slice = namespace.create(KubeObjects.slice(service, List.of(pod)));
        Ingress ingress = namespace.ingress(template.replace("HOST", HOST).replace("PATH", CHALLENGES + token));
        Await.untilServed("the challenge's answer is served", () -> {
            Answer got = caller.get(HOST, CHALLENGES + token).answer();
            return got.status() == 200 && got.body().equals(answer);
        });
        assertThat(caller.get(HOST, CHALLENGES + "another").status()).isEqualTo(308);
        KubernetesClient admin = namespace.admin();
        return () -> {
            admin.resource(ingress).delete();
            admin.resource(slice).delete();
            admin.resource(service).delete();
            Await.untilServed(
                    "the challenge is over",
                    () -> caller.get(HOST, CHALLENGES + token).status() == 308);
        };
    }
}
