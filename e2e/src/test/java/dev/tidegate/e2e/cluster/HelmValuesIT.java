package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.tls.TestAuthority;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values as users of ingress-nginx have them, installed and, for those that need nothing else of a cluster, serving.
@InstallTest
class HelmValuesIT {

    private static final String HOST = "valued.example";

    private final TestBed bed;

    HelmValuesIT(TestBed bed) {
        this.bed = bed;
    }

    /// `level`: of Pod Security, as the file needs it. `status`: what its Ingresses say, `-` for the load balancer.
    @ParameterizedTest
    @CsvSource({
        "aws-nlb, tidegate, restricted, -",
        "takes-over-ingress-nginx, nginx, restricted, -",
        "bare-metal, nginx, privileged, 10.0.0.7"
    })
    void values_of_ingress_nginx_are_installed_and_serve(
            String values, String ingressClass, String level, String status) {
        try (TestNamespace namespace = bed.namespace();
                TestNamespace certificates = defaultCertificates();
                Helm helm = Helm.of(bed, namespace.name());
                InstalledRelease release = InstalledRelease.install(
                        bed, helm, "--values", file(values), "--set", defaultCertificate(certificates))) {
            release.enforce(level);
            boolean balanced = status.equals("-");
            if (balanced) {
                release.balanceLoad();
            }
            namespace.service("echo", 1);
            namespace.create(KubeObjects.ingress(HOST, "echo", ingressClass));
            try (RunningPod pod = release.startPod()) {
                pod.awaitReady();
                namespace.awaitAddress(HOST);
                assertThat(namespace.addresses(HOST))
                        .first()
                        .returns(balanced ? release.address() : status, it -> it.getIp());
                if (balanced) {
                    release.route(List.of(pod));
                }
                String at = balanced ? release.address() + ":" : pod.address() + ":";
                assertThat(curl(at, "http://" + HOST + "/")).startsWith("HTTP/1.1 200");
                assertThat(curl(at, "--insecure", "--verbose", "https://" + HOST + "/"))
                        .contains("HTTP/2 200", "subject: CN=*.example");
            }
        }
    }

    /// Two of the files name one of their own, which would have to be in a namespace that tests share.
    private static String defaultCertificate(TestNamespace certificates) {
        return "controller.extraArgs.default-ssl-certificate=" + certificates.name() + "/wildcard-tls";
    }

    private TestNamespace defaultCertificates() {
        TestNamespace namespace = bed.namespace();
        namespace.create(KubeObjects.tlsSecret(
                "wildcard-tls", TestAuthority.create("values").leaf("*.example")));
        return namespace;
    }

    private static String curl(String at, String... more) {
        String[] command = {"curl", "--silent", "--show-error", "--include", "--connect-to", "::" + at};
        return Program.run(
                Map.of(), Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    /// Prometheus Operator's and cert-manager's are known by name alone here; what they are made of is theirs.
    @Test
    void objects_of_other_operators_are_installed_where_their_kinds_are_known() {
        List<CustomResourceDefinition> kinds = List.of(
                kind("monitoring.coreos.com", "ServiceMonitor"),
                kind("monitoring.coreos.com", "PrometheusRule"),
                kind("cert-manager.io", "Issuer"),
                kind("cert-manager.io", "Certificate"));
        KubernetesClient admin = bed.cluster().admin();
        try (TestNamespace namespace = bed.namespace();
                Helm helm = Helm.of(bed, namespace.name())) {
            kinds.forEach(kind -> {
                admin.resource(kind).create();
                helm.shell("kubectl wait --for=condition=Established --timeout=20s crd/"
                        + kind.getMetadata().getName());
            });
            try (InstalledRelease release =
                    InstalledRelease.install(bed, helm, "--values", file("observed-and-guarded"))) {
                release.enforce("restricted");
                release.tryPod(release.template());
                assertThat(helm.shell("kubectl get servicemonitors,prometheusrules,issuers,certificates,"
                                + "validatingwebhookconfigurations,hpa,pdb,networkpolicies -n tidegate -o name"))
                        .contains(
                                "servicemonitor.monitoring.coreos.com/tidegate",
                                "prometheusrule.monitoring.coreos.com/tidegate",
                                "certificate.cert-manager.io/tidegate-admission",
                                "validatingwebhookconfiguration.admissionregistration.k8s.io/tidegate-admission",
                                "horizontalpodautoscaler.autoscaling/tidegate",
                                "networkpolicy.networking.k8s.io/tidegate");
            }
        } finally {
            kinds.forEach(kind -> admin.resource(kind).delete());
        }
    }

    private static CustomResourceDefinition kind(String group, String kind) {
        String plural = kind.toLowerCase(Locale.ROOT) + "s";
        return new CustomResourceDefinitionBuilder()
                .withNewMetadata()
                .withName(plural + "." + group)
                .endMetadata()
                .withNewSpec()
                .withGroup(group)
                .withScope("Namespaced")
                .withNewNames()
                .withKind(kind)
                .withPlural(plural)
                .withSingular(kind.toLowerCase(Locale.ROOT))
                .endNames()
                .addNewVersion()
                .withName("v1")
                .withServed(true)
                .withStorage(true)
                .withNewSchema()
                .withNewOpenAPIV3Schema()
                .withType("object")
                .withXKubernetesPreserveUnknownFields(true)
                .endOpenAPIV3Schema()
                .endSchema()
                .endVersion()
                .endSpec()
                .build();
    }

    private static String file(String values) {
        return Path.of("src/test/helm", values + ".values.yaml").toString();
    }
}
