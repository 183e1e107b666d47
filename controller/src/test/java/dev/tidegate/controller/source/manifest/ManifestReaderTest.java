package dev.tidegate.controller.source.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {

    private static final String SHOP = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          rules:
            - host: shop.example
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """;

    @Test
    void an_object_without_a_namespace_is_in_the_default_one() {
        assertThat(objects(SHOP)).singleElement().satisfies(object -> {
            assertThat(object.getMetadata().getNamespace()).isEqualTo("default");
            assertThat(((Ingress) object).getSpec().getRules().getFirst().getHost())
                    .isEqualTo("shop.example");
        });
    }

    @Test
    void documents_and_lists_are_taken_apart() {
        String text = """
            kind: List
            apiVersion: v1
            items:
              - {apiVersion: v1, kind: Service, metadata: {name: a}}
              - {apiVersion: v1, kind: Secret, metadata: {name: b}}
            ---
            # nothing here
            ---
            kind: IngressList
            apiVersion: networking.k8s.io/v1
            items:
              - metadata: {name: c}
            """;
        assertThat(objects(text))
                .extracting(each -> each.getKind() + " " + each.getMetadata().getName())
                .containsExactly("Service a", "Secret b", "Ingress c");
    }

    @Test
    void a_wrong_type_is_named_with_its_place_its_value_and_what_was_expected() {
        String text = SHOP.replace("number: 80", "number: eighty").replace("host: shop.example", "host: 7");
        assertThat(findings(text))
                .containsExactlyInAnyOrder(
                        "error Ingress default/shop spec.rules[0].host: 7 (expected: a string, in quotes)"
                                + " at a.yaml:6:13 (MalformedObject)",
                        "error Ingress default/shop spec.rules[0].http.paths[0].backend.service.port.number:"
                                + " \"eighty\" (expected: an integer) at a.yaml:11:59 (MalformedObject)");
        assertThat(objects(text)).isEmpty();
    }

    @Test
    void a_wrong_type_spoils_its_own_object_only() {
        String broken = SHOP.replace("number: 80", "number: eighty");
        assertThat(objects(broken + "---\n" + SHOP.replace("name: shop", "name: other")))
                .extracting(each -> each.getMetadata().getName())
                .containsExactly("other");
    }

    @Test
    void a_field_that_the_kind_does_not_have_has_no_effect_and_says_so() {
        String text = SHOP.replace("pathType: Prefix", "pathtype: Prefix");
        assertThat(findings(text))
                .containsExactly("warning Ingress default/shop spec.rules[0].http.paths[0].pathtype: no such field"
                        + " (expected: pathType); it has no effect at a.yaml:10:23 (InvalidField)");
        assertThat(objects(text))
                .singleElement()
                .satisfies(object -> assertThat(((Ingress) object)
                                .getSpec()
                                .getRules()
                                .getFirst()
                                .getHttp()
                                .getPaths()
                                .getFirst()
                                .getAdditionalProperties())
                        .isEmpty());
    }

    @Test
    void an_annotation_must_be_a_string_as_the_api_server_demands() {
        assertThat(findings(
                        "{apiVersion: v1, kind: Service, metadata: {name: a, annotations: {example.org/on: true}}}"))
                .containsExactly("error Service default/a metadata.annotations[example.org/on]: true"
                        + " (expected: a string, in quotes) at a.yaml:1:83 (MalformedObject)");
    }

    @Test
    void null_is_as_good_as_absent() {
        assertThat(objects(SHOP.replace("spec:\n  rules:", "spec:\n  tls:\n  defaultBackend: null\n  rules:")))
                .singleElement()
                .satisfies(object ->
                        assertThat(((Ingress) object).getSpec().getTls()).isEmpty());
    }

    @Test
    void string_data_is_merged_into_data_and_is_the_stronger() {
        assertThat(objects("""
            apiVersion: v1
            kind: Secret
            metadata: {name: s}
            data: {a: b25l, b: dHdv}
            stringData: {b: three}
            """)).singleElement().isInstanceOfSatisfying(Secret.class, secret -> {
            assertThat(secret.getData()).containsEntry("a", "b25l").containsEntry("b", "dGhyZWU=");
            assertThat(secret.getStringData()).isNullOrEmpty();
            assertThat(secret.getType()).isEqualTo("Opaque");
        });
    }

    @Test
    void a_finding_about_a_secret_never_tells_its_value() {
        assertThat(findings("""
            apiVersion: v1
            kind: Secret
            metadata: {name: s}
            data: {token: 'hunter2!', pin: 4711}
            """))
                .isNotEmpty()
                .noneMatch(finding -> finding.contains("hunter2") || finding.contains("4711"));
        assertThat(findings("{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {token: 'hunter2!'}}"))
                .containsExactly("error Secret default/s data.token: not base64 (expected: base64, or the text itself"
                        + " in stringData) at a.yaml:1:67 (MalformedObject)");
    }

    @Test
    void a_service_is_completed_as_the_api_server_does() {
        assertThat(objects("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}"))
                .singleElement()
                .isInstanceOfSatisfying(Service.class, service -> {
                    assertThat(service.getSpec().getType()).isEqualTo("ClusterIP");
                    assertThat(service.getSpec().getPorts().getFirst().getProtocol())
                            .isEqualTo("TCP");
                    assertThat(service.getSpec()
                                    .getPorts()
                                    .getFirst()
                                    .getTargetPort()
                                    .getIntVal())
                            .isEqualTo(80);
                });
    }

    @Test
    void a_retired_ingress_says_which_fields_to_change() {
        assertThat(findings("{apiVersion: extensions/v1beta1, kind: Ingress, metadata: {name: old, namespace: a}}"))
                .singleElement()
                .asString()
                .startsWith("error Ingress a/old apiVersion: extensions/v1beta1 Ingress"
                        + " (expected: networking.k8s.io/v1 Ingress) at a.yaml:1:1")
                .contains("backend.service.name", "pathType", "spec.defaultBackend", "spec.ingressClassName")
                .endsWith("(UnsupportedKind)");
    }

    @Test
    void a_misspelt_kind_names_the_one_that_was_meant() {
        assertThat(findings("{apiVersion: networking.k8s.io/v1, kind: ingres, metadata: {name: a}}"))
                .containsExactly("error Ingress default/a kind: networking.k8s.io/v1 ingres"
                        + " (expected: networking.k8s.io/v1 Ingress) at a.yaml:1:1 (UnsupportedKind)");
    }

    @Test
    void kinds_that_have_no_say_in_routing_are_left_alone() {
        for (String other : List.of(
                "apps/v1, kind: Deployment",
                "v1, kind: PersistentVolumeClaim",
                "v1, kind: ServiceAccount",
                "policy/v1, kind: PodDisruptionBudget",
                "crd.projectcalico.org/v1, kind: NetworkPolicy",
                "serving.knative.dev/v1, kind: Service",
                "networking.internal.knative.dev/v1alpha1, kind: Ingress")) {
            assertThat(ManifestReader.read("a.yaml", ("{apiVersion: " + other + "}").getBytes(UTF_8)))
                    .as(other)
                    .isEqualTo(new ManifestReading.Parsed(List.of()));
        }
    }

    @Test
    void of_a_pod_only_that_is_read_which_policies_care_for() {
        ManifestReading reading = ManifestReader.read("a.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, labels: {app: a}, annotations: {b: c}}
            spec:
              nodeName: n1
              restartPolicy: [wrong]
              containers:
              - {name: c, image: 7, ports: [{name: http, containerPort: 80}]}
            status: {phase: Running, qosClass: 1, podIP: 10.0.0.1}
            """.getBytes(UTF_8));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        ManifestReading.Parsed.class,
                        parsed -> assertThat(parsed.objects())
                                .singleElement()
                                .isInstanceOfSatisfying(ManifestReading.ObjectReading.Accepted.class, accepted -> {
                                    assertThat(accepted.warnings()).isEmpty();
                                    assertThat(accepted.manifest().tree())
                                            .hasToString(
                                                    "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\","
                                                        + "\"labels\":{\"app\":\"a\"},\"namespace\":\"default\"},"
                                                        + "\"spec\":{\"nodeName\":\"n1\",\"containers\":[{\"name\":\"c\","
                                                        + "\"ports\":[{\"name\":\"http\",\"containerPort\":80}]}]},"
                                                        + "\"status\":{\"phase\":\"Running\",\"podIP\":\"10.0.0.1\"}}");
                                }));
    }

    @Test
    void what_is_wrong_in_the_part_of_a_pod_that_is_read_is_told() {
        assertThat(findings("{apiVersion: v1, kind: Pod, metadata: {name: a, labels: [b]}, spec: {containers: 3}}"))
                .containsExactlyInAnyOrder(
                        "error Pod default/a metadata.labels: a list (expected: an object) at a.yaml:1:57"
                                + " (MalformedObject)",
                        "error Pod default/a spec.containers: 3 (expected: a list) at a.yaml:1:82 (MalformedObject)");
    }

    @Test
    void policies_of_the_cluster_are_held_against_their_definitions() {
        assertThat(findings("{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy,"
                        + " metadata: {name: a}, spec: {tier: Admin, priority: high, subjects: {},"
                        + " ingress: [{action: Accept, from: [{podz: {}}]}]}, status: {conditions: 7}}"))
                .extracting(it -> it.substring(0, it.indexOf(" at a.yaml")))
                .containsExactlyInAnyOrder(
                        "error ClusterNetworkPolicy a spec.priority: \"high\" (expected: an integer)",
                        "warning ClusterNetworkPolicy a spec.subjects: no such field (expected: subject); it has no"
                                + " effect",
                        "warning ClusterNetworkPolicy a spec.ingress[0].from[0].podz: no such field (expected: pods);"
                                + " it has no effect");
        assertThat(findings("{apiVersion: policy.networking.k8s.io/v1alpha1, kind: ClusterNetworkPolicy, metadata:"
                        + " {name: a}}"))
                .containsExactly("error ClusterNetworkPolicy a apiVersion: policy.networking.k8s.io/v1alpha1"
                        + " ClusterNetworkPolicy (expected: policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy) at"
                        + " a.yaml:1:1 (UnsupportedKind)");
    }

    @Test
    void broken_yaml_names_line_and_column() {
        assertThat(findings("apiVersion: v1\nkind: [Service\nmetadata: {}\n"))
                .singleElement()
                .asString()
                .startsWith("error File a.yaml: line 3, column 9: ")
                .contains("(expected: valid YAML)");
    }

    @Test
    void broken_json_names_line_and_column() {
        assertThat(findings("b.json", "{\"kind\": \"Service\",\n \"kind\": 1}".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("error File b.json: line 2, column ")
                .contains("(expected: valid JSON)");
    }

    @Test
    void json_may_hold_tabs_and_several_values() {
        String one = "{\t\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"a\"}}\n";
        assertThat(objects("b.json", (one + one.replace("\"a\"", "\"b\"")).getBytes(UTF_8)))
                .hasSize(2);
    }

    @Test
    void a_key_that_stands_twice_is_an_error() {
        assertThat(findings("kind: Service\nkind: Secret\n"))
                .containsExactly("error File a.yaml: line 2, column 1: key \"kind\" stands twice"
                        + " (expected: valid YAML) (MalformedObject)");
    }

    @Test
    void anchors_and_merge_keys_are_expanded() {
        assertThat(objects("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, labels: &x {app: web}, annotations: {<<: *x, more: "1"}}
            """))
                .singleElement()
                .satisfies(object -> assertThat(object.getMetadata().getAnnotations())
                        .containsEntry("app", "web")
                        .containsEntry("more", "1"));
    }

    @Test
    void a_bomb_of_aliases_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        assertThat(findings(bomb.toString())).singleElement().asString().contains("File a.yaml");
        assertThat(findings("a: &a [*a]")).singleElement().asString().contains("nest deeper");
        assertThat(findings("[".repeat(100_000))).singleElement().asString().contains("nested deeper");
        assertThat(findings("b.json", "[".repeat(100_000).getBytes(UTF_8)))
                .singleElement()
                .asString()
                .contains("depth");
    }

    @Test
    void few_aliases_that_multiply_are_refused_too() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x]\n");
        for (int i = 1; i < 24; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(3)));
        }
        assertThat(findings(bomb.toString())).singleElement().asString().contains("more than 1000000 values");
    }

    @Test
    void a_file_that_is_too_large_or_not_text_is_refused() {
        assertThat(findings("a.yaml", new byte[ManifestReader.MAX_BYTES + 1]))
                .containsExactly("error File a.yaml: more than 10 MiB (expected: less) (MalformedObject)");
        assertThat(findings("a.yaml", new byte[] {'a', (byte) 0xff}))
                .containsExactly("error File a.yaml: not UTF-8 (expected: text in UTF-8) (MalformedObject)");
    }

    @Test
    void an_object_without_a_name_or_kind_says_what_is_missing() {
        assertThat(findings("{apiVersion: v1, kind: Service, metadata: {nam: a}}"))
                .containsExactly("error File a.yaml metadata.name: missing (expected: the name of the Service)"
                        + " at a.yaml:1:1 (MalformedObject)");
        assertThat(findings("{apiVersion: v1, metadata: {name: a}}"))
                .singleElement()
                .asString()
                .contains("kind: missing");
        assertThat(findings("replicas: 3")).singleElement().asString().startsWith("warning File a.yaml: no Kubernetes");
        assertThat(findings("- a")).singleElement().asString().contains("not an object");
    }

    @Property(tries = 300)
    void whatever_the_bytes_it_answers(@ForAll byte[] bytes, @ForAll boolean json) {
        assertThat(ManifestReader.read(json ? "a.json" : "a.yaml", bytes)).isNotNull();
    }

    @Property(tries = 300)
    void a_manifest_with_a_byte_changed_or_cut_off_is_answered_too(
            @ForAll @IntRange(min = 0, max = 280) int at, @ForAll byte changed, @ForAll boolean cut) {
        byte[] bytes = (SHOP + "---\n" + SHOP).getBytes(UTF_8);
        bytes[at] = changed;
        byte[] text = cut ? Arrays.copyOf(bytes, at) : bytes;
        assertThat(ManifestReader.read("a.yaml", text)).isNotNull();
    }

    private static List<HasMetadata> objects(String text) {
        return objects("a.yaml", text.getBytes(UTF_8));
    }

    private static List<HasMetadata> objects(String file, byte[] bytes) {
        List<HasMetadata> objects = new ArrayList<>();
        for (ObjectReading reading : parsed(ManifestReader.read(file, bytes))) {
            if (reading instanceof ObjectReading.Accepted accepted) {
                objects.add(accepted.manifest().object());
            }
        }
        return objects;
    }

    private static List<String> findings(String text) {
        return findings("a.yaml", text.getBytes(UTF_8));
    }

    private static List<String> findings(String file, byte[] bytes) {
        ManifestReading reading = ManifestReader.read(file, bytes);
        List<Diagnostic> findings = new ArrayList<>();
        if (reading instanceof ManifestReading.Unreadable unreadable) {
            findings.add(unreadable.finding());
        }
        for (ObjectReading object : parsed(reading)) {
            findings.addAll(
                    switch (object) {
                        case ObjectReading.Accepted accepted -> accepted.warnings();
                        case ObjectReading.Refused refused -> refused.findings();
                    });
        }
        return findings.stream().map(Diagnostic::text).toList();
    }

    private static List<ObjectReading> parsed(ManifestReading reading) {
        return reading instanceof ManifestReading.Parsed parsed ? parsed.objects() : List.of();
    }
}
