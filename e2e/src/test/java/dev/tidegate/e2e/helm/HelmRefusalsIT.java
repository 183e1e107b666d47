package dev.tidegate.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.helm.Helm.Said;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Values that the chart does not take, and what it says of them.
@HelmTest
class HelmRefusalsIT {

    private final Helm helm = Helm.ofEnvironment();

    static Stream<Typo> typos() {
        return Typo.of(ChartSchema.read().keys(), 200).stream();
    }

    /// Helm shares `global` among charts, so other charts' keys stand there too.
    @Test
    void no_place_lets_an_unknown_key_pass_but_global() {
        assertThat(ChartSchema.read().openPlaces()).containsExactly("global");
    }

    @ParameterizedTest
    @MethodSource("typos")
    void a_typo_is_named(Typo typo) {
        Said said = helm.template(typo.values());

        assertThat(said.exit()).isNotZero();
        assertThat(said.complaint())
                .contains("at '" + typo.place() + "': additional properties '" + typo.written() + "' not allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tcp                                                      | {"9000": "a/b:80"}            | TCP services
        udp                                                      | {"53": "a/b:53"}              | UDP services
        portNamePrefix                                           | "x"                           | Tidegate does not serve
        dhParam                                                  | "LS0t"                        | elliptic curves only
        podSecurityPolicy.enabled                                | true                          | pod-security.kubernetes.io/enforce=restricted
        defaultBackend.enabled                                   | true                          | controller.extraArgs.default-backend-service
        controller.name                                          | "ingress"                     | fullnameOverride
        controller.kind                                          | "Both"                        | a second release
        controller.image.chroot                                  | true                          | leave it out
        controller.image.digestChroot                            | "sha256:00"                   | controller.image.digest
        controller.image.image                                   | "ingress-nginx/controller"    | your copy of ghcr.io/tidegate/tidegate
        controller.image.repository                              | "r.example/ingress-nginx/c"   | your copy of ghcr.io/tidegate/tidegate
        controller.image.tag                                     | "v1.12.3"                     | leave it out for the chart's own
        controller.image.runAsUser                               | 33                            | controller.containerSecurityContext.runAsUser
        controller.image.allowPrivilegeEscalation                | true                          | no more privileges
        controller.image.seccompProfile.type                     | "Unconfined"                  | controller.containerSecurityContext.seccompProfile
        controller.existingPsp                                   | "p"                           | pod-security.kubernetes.io/enforce=restricted
        controller.hostname                                      | {"a": "b"}                    | names of their pods
        controller.allowSnippetAnnotations                       | true                          | there is no nginx configuration
        controller.enableAnnotationValidations                   | false                         | always validated
        controller.addHeaders                                    | {"X-A": "b"}                  | not honoured yet
        controller.proxySetHeaders                               | {"X-A": "b"}                  | not honoured yet
        controller.configMapNamespace                            | "other"                       | controller.extraArgs.configmap
        controller.tcp.annotations                               | {"a": "b"}                    | HTTP and TLS only
        controller.maxmindLicenseKey                             | "key"                         | GeoIP
        controller.customTemplate.configMapName                  | "t"                           | no nginx.conf
        controller.extraModules                                  | [{"name": "m"}]               | nginx modules cannot be loaded
        controller.opentelemetry.enabled                         | true                          | not sent yet
        controller.keda.enabled                                  | true                          | controller.autoscaling
        controller.stats.enabled                                 | true                          | controller.metrics.enabled
        controller.service.nodePorts.tcp                         | {"9000": 30900}               | HTTP and TLS only
        controller.service.internal.nodePorts.udp                | {"53": 30053}                 | HTTP and TLS only
        controller.admissionWebhooks.certificate                 | "/certs/cert"                 | certManager.enabled
        controller.admissionWebhooks.networkPolicyEnabled        | true                          | controller.networkPolicy.enabled
        controller.extraArgs.enable-ssl-passthrough              | "true"                        | not honoured yet
        controller.extraArgs.enable-ssl-passthrough              | true                          | not honoured yet
        controller.extraArgs.tcp-services-configmap              | "a/b"                         | TCP services
        controller.extraArgs.http-port                           | 8081                          | controller.containerPort.http
        controller.extraArgs.validating-webhook                  | ":8443"                       | controller.admissionWebhooks.enabled
        controller.extraArgs.dns-publish                         | "dnsendpoint"                 | dns.publish
        controller.extraArgs.dns-port                            | 8053                          | dns.responder.enabled
        controller.extraArgs.rfc2136-tsig-secret                 | "c2VjcmV0"                    | dns.rfc2136.tsigSecretRef
        """)
    void what_tidegate_has_not_is_refused_with_what_to_do_instead(String key, String value, String instead) {
        assertThat(refusal(valuesOf(key, value)))
                .startsWith(key + ": " + compact(value) + " is not supported: ")
                .contains(instead);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"controller": {"containerPort": {"http": 81}}}                                            | controller.containerPort.http: 81 (expected: 1024 or more, as the pod has no right to the lower ones; the Service maps any port onto it)
        {"controller": {"preStopSeconds": 30, "terminationGracePeriodSeconds": 30}}                | controller.terminationGracePeriodSeconds: 30 (expected: 36 or more, for preStopSeconds 30, the drain and 5 to spare)
        {"controller": {"extraArgs": {"shutdown-grace-period": 600}}}                              | controller.terminationGracePeriodSeconds: 300 (expected: 615 or more, for preStopSeconds 10, the drain and 5 to spare)
        {"controller": {"resources": {"limits": {"memory": "128Mi"}}}}                             | controller.resources.limits.memory: 128Mi (expected: 240Mi or more, of which the heap is 58)
        {"controller": {"kind": "DaemonSet", "autoscaling": {"enabled": true}}}                    | controller.autoscaling.enabled: true does not go with controller.kind: DaemonSet (expected: Deployment)
        {"controller": {"disableLeaderElection": true}}                                            | controller.disableLeaderElection: true does not go with controller.replicaCount: 2 (expected: 1, as each would write the status of Ingresses)
        {"controller": {"service": {"internal": {"enabled": true}}}}                               | controller.service.internal.annotations: none (expected: those by which your cloud makes a load balancer internal, else it is a public one)
        {"controller": {"admissionWebhooks": {"enabled": true, "patch": {"enabled": false}}}}      | controller.admissionWebhooks.patch.enabled: false is not supported: set certManager.enabled, or leave it out; Tidegate then keeps the certificate itself
        {"dns": {"publish": "rfc2136", "zones": ["a.test"], "txtOwnerId": "a", "rfc2136": {"host": "ns.a.test"}}} | dns.rfc2136: no TSIG key (expected: tsigKeyname and tsigSecretRef.name, or insecure: true)
        {"dns": {"publish": "rfc2136", "zones": ["a.test"], "txtOwnerId": "a", "rfc2136": {"insecure": true}}} | dns.rfc2136.host: none (expected: the name server that takes updates)
        {"dns": {"publish": "rfc2136", "zones": ["a.test"], "rfc2136": {"host": "ns.a.test", "insecure": true}}} | dns.txtOwnerId: none (expected: a name that no other writer of these zones has)
        {"dns": {"publish": "rfc2136", "txtOwnerId": "a", "rfc2136": {"host": "ns.a.test", "insecure": true}}} | dns.zones: none (expected: those that records are written to)
        {"dns": {"responder": {"enabled": true}}}                                                  | dns.zones: none (expected: those that dns.responder answers for)
        {"dns": {"txtPrefix": "a-", "txtSuffix": "-b"}}                                            | dns.txtPrefix: a- does not go with dns.txtSuffix: -b (expected: at most one of them)
        {"rbac": {"scope": true}}                                                                  | rbac.scope: true does not go without controller.scope.enabled (expected: that, as Ingresses of all namespaces take a ClusterRole)
        {"rbac": {"scope": true, "secrets": {"everywhere": true}}, "controller": {"scope": {"enabled": true}}} | rbac.scope: true does not go with controller.admissionWebhooks.enabled, rbac.secrets.everywhere or rbac.rolesToBind (expected: without them, as they take a ClusterRole)
        """)
    void what_does_not_go_together_is_refused(String values, String line) {
        assertThat(refusal(values)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"controller": {"replicaCount": "three"}}                              | at '/controller/replicaCount': got string, want integer
        {"controller": {"kind": "Pod"}}                                        | at '/controller/kind': value must be one of 'Deployment', 'DaemonSet', 'Both'
        {"controller": {"service": {"ports": {"http": 70000}}}}                | at '/controller/service/ports/http': maximum: got 70,000, want 65,535
        {"dns": {"publish": "route53"}}                                        | at '/dns/publish': value must be one of 'off', 'rfc2136', 'dnsendpoint', false
        {"dns": {"withdrawShare": 10}}                                         | at '/dns/withdrawShare': maximum: got 10, want 1
        {"dns": {"ttl": 300}}                                                  | at '/dns/ttl': got number, want string
        {"controller": {"admissionWebhooks": {"failurePolicy": "fail"}}}       | at '/controller/admissionWebhooks/failurePolicy': value must be one of 'Ignore', 'Fail'
        """)
    void a_value_of_another_shape_is_named(String values, String line) {
        Said said = helm.template(values);

        assertThat(said.exit()).isNotZero();
        assertThat(said.complaint()).contains(line);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Said said = helm.template("""
            tcp: {"9000": a/b:80}
            controller: {keda: {enabled: true}, preStopSeconds: 299}
            """);

        assertThat(said.complaint()).contains("tcp: ", "controller.keda.enabled: ", "terminationGracePeriodSeconds: ");
    }

    /// The one line that is neither Helm's introduction nor its advice.
    private String refusal(String values) {
        Said said = helm.template(values);
        assertThat(said.exit()).isNotZero();
        List<String> lines = Arrays.stream(said.complaint().split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("Error: ") && !line.startsWith("Use --debug"))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static String valuesOf(String key, String json) {
        String values = json;
        for (String name : Arrays.asList(key.split("\\.")).reversed()) {
            values = "{\"" + name + "\":" + values + "}";
        }
        return values;
    }

    /// As the chart prints it.
    private static String compact(String json) {
        return json.replaceAll(": ", ":").replaceAll("\\\": ", "\":");
    }
}
