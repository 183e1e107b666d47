package dev.tidegate.e2e.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.crd.DnsEndpoint;
import dev.tidegate.controller.crd.DnsEndpointSpec;
import dev.tidegate.controller.externaldns.DnsEndpointRecords;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.publish.Outcome;
import dev.tidegate.dns.publish.Publisher;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Wishes;
import dev.tidegate.dns.record.Zones;
import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Records as DNSEndpoints, at a real API server.
@ClusterTest
class DnsEndpointIT {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Identity US = DnsEndpointRecords.identity(Identity.of("us"));
    private static final PublishPolicy SYNC = PublishPolicy.DEFAULT.with(PublishPolicy.Mode.SYNC);
    private static final Path RIGHTS = Path.of("../charts/tidegate/static/rbac-dnsendpoints.yaml");
    private static final String CREATED = "tidegate_dns_changes_total{kind=\"create\"}";
    private static final String WILDCARD_OBJECT = "any.example.com.x-47287a8f16ec75e6";

    private final KubernetesClient admin;
    private final TestBed bed;

    DnsEndpointIT(TestBed bed) {
        this.bed = bed;
        this.admin = bed.cluster().admin();
    }

    private static Publisher publisher(KubernetesClient client, TestNamespace namespace) {
        return publisher(client, namespace.name());
    }

    private static Publisher publisher(KubernetesClient client, String namespace) {
        return new Publisher(new DnsEndpointRecords(client, namespace, US), US, Zones.ALL);
    }

    private static WantedRecords wanted(String targets, String... hosts) {
        Claim claim = new Claim("ingress/shop/web", NOW, List.of(hosts), Wishes.NONE);
        return WantedRecords.of(List.of(claim), List.of(targets.split(" ")), Zones.ALL, Duration.ofMinutes(5));
    }

    private static Round round(Publisher publisher, WantedRecords wanted, Memory memory) {
        return publisher.round(wanted, memory, SYNC, NOW, 100);
    }

    /// Once; and once more when all is read anew, as then nothing may be left to do.
    private static void settle(Publisher publisher, WantedRecords wanted, Memory memory) {
        publisher.forget();
        Round round = round(publisher, wanted, memory);
        assertThat(round.made()).as(round.toString()).isTrue();
        publisher.forget();
        Round again = round(publisher, wanted, round.memory());
        assertThat(again.settled()).as(again.toString()).isTrue();
    }

    private Resource<DnsEndpoint> object(TestNamespace namespace, String name) {
        return admin.resources(DnsEndpoint.class).inNamespace(namespace.name()).withName(name);
    }

    /// `A 300 192.0.2.1`, an entry a line.
    private List<String> records(TestNamespace namespace, String name) {
        return requireNonNull(object(namespace, name).get().getSpec().endpoints()).stream()
                .map(entry -> entry.recordType() + " " + entry.recordTTL() + " "
                        + String.join(" ", requireNonNull(entry.targets())))
                .toList();
    }

    private void patch(Resource<DnsEndpoint> object, String patch) {
        object.patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    @Test
    void objects_are_made_changed_put_right_and_deleted() {
        try (TestNamespace namespace = bed.namespace();
                DnsEndpointKind _ = DnsEndpointKind.install(admin, namespace.name())) {
            Publisher publisher = publisher(admin, namespace);
            WantedRecords wanted = wanted("192.0.2.1 2001:db8::1", "shop.example.com", "*.example.com");
            settle(publisher, wanted, Memory.NONE);
            assertThat(records(namespace, "shop.example.com"))
                    .containsExactly("A 300 192.0.2.1", "AAAA 300 2001:db8::1");
            assertThat(records(namespace, WILDCARD_OBJECT)).hasSize(2);

            observe(namespace, "shop.example.com");
            Round changed = round(publisher, wanted("lb.cloud.test", "shop.example.com", "*.example.com"), Memory.NONE);
            assertThat(changed.made()).as("though external-dns wrote a status").isTrue();
            assertThat(records(namespace, "shop.example.com")).containsExactly("CNAME 300 lb.cloud.test");

            patch(object(namespace, "shop.example.com"), """
                {"spec": {"endpoints": [{"dnsName": "shop.example.com", "recordType": "A", "targets": ["192.0.2.66"]}]}}
                """);
            settle(publisher, wanted, Memory.NONE);
            assertThat(records(namespace, "shop.example.com"))
                    .containsExactly("A 300 192.0.2.1", "AAAA 300 2001:db8::1");

            Memory deleted = Memory.NONE.deleted(DomainName.of("shop.example.com"), NOW.minus(SYNC.delay()));
            settle(publisher, wanted("192.0.2.1 2001:db8::1", "*.example.com"), deleted);
            assertThat(object(namespace, "shop.example.com").get()).isNull();
            assertThat(records(namespace, WILDCARD_OBJECT)).hasSize(2);
        }
    }

    /// As external-dns does once it has read an object.
    private void observe(TestNamespace namespace, String name) {
        String before = object(namespace, name).get().getMetadata().getResourceVersion();
        object(namespace, name)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\": {\"observedGeneration\": 1}}");
        assertThat(object(namespace, name).get().getMetadata().getResourceVersion())
                .isNotEqualTo(before);
    }

    @Test
    void what_was_changed_or_made_meanwhile_is_read_again() {
        try (TestNamespace namespace = bed.namespace();
                DnsEndpointKind _ = DnsEndpointKind.install(admin, namespace.name())) {
            Publisher publisher = publisher(admin, namespace);
            Publisher other = publisher(admin, namespace);
            round(other, WantedRecords.EMPTY, Memory.NONE);
            settle(publisher, wanted("192.0.2.1", "shop.example.com"), Memory.NONE);

            WantedRecords next = wanted("192.0.2.2", "shop.example.com");
            assertThat(round(other, next, Memory.NONE).outcomes()).hasOnlyElementsOfType(Outcome.Overtaken.class);
            assertThat(round(other, next, Memory.NONE).made()).isTrue();

            WantedRecords third = wanted("192.0.2.3", "shop.example.com");
            assertThat(round(publisher, third, Memory.NONE).outcomes()).hasOnlyElementsOfType(Outcome.Overtaken.class);
            assertThat(round(publisher, third, Memory.NONE).made()).isTrue();
            assertThat(records(namespace, "shop.example.com")).containsExactly("A 300 192.0.2.3");
        }
    }

    @Test
    void an_object_of_somebody_elses_is_left_and_told() {
        try (TestNamespace namespace = bed.namespace();
                DnsEndpointKind _ = DnsEndpointKind.install(admin, namespace.name())) {
            DnsEndpoint theirs = new DnsEndpoint();
            theirs.getMetadata().setNamespace(namespace.name());
            theirs.getMetadata().setName("shop.example.com");
            theirs.setSpec(new DnsEndpointSpec(List.of()));
            DnsEndpoint before = admin.resource(theirs).create();

            Publisher publisher = publisher(admin, namespace);
            Round round = round(publisher, wanted("192.0.2.1", "shop.example.com", "b.example.com"), Memory.NONE);

            assertThat(round.outcomes())
                    .filteredOn(Outcome.Failed.class::isInstance)
                    .singleElement()
                    .extracting(outcome -> ((Outcome.Failed) outcome).failure().message())
                    .asString()
                    .startsWith("DNSEndpoint " + namespace.name() + "/shop.example.com: is owned by another, and left");
            assertThat(object(namespace, "shop.example.com").get()).isEqualTo(before);
            assertThat(records(namespace, "b.example.com")).containsExactly("A 300 192.0.2.1");
        }
    }

    @Test
    void without_the_kind_it_is_told_what_to_install() {
        try (TestNamespace namespace = bed.namespace()) {
            Publisher publisher = publisher(admin, namespace);
            WantedRecords wanted = wanted("192.0.2.1", "shop.example.com");
            assertThat(round(publisher, wanted, Memory.NONE).unread())
                    .singleElement()
                    .returns(Fault.UNKNOWN_KIND, Failure::fault);
            try (DnsEndpointKind _ = DnsEndpointKind.install(admin, namespace.name())) {
                settle(publisher, wanted, Memory.NONE);
            }
            publisher.forget();
            assertThat(round(publisher, wanted, Memory.NONE).unread())
                    .singleElement()
                    .returns(Fault.UNKNOWN_KIND, Failure::fault);
        }
    }

    /// Those of the file that the documents name.
    @Test
    void the_documented_rights_are_enough_and_their_lack_is_told() throws IOException {
        try (DnsEndpointKind _ = DnsEndpointKind.install(admin, TidegateAccount.NAMESPACE);
                KubernetesClient tidegate = asTidegate()) {
            Publisher publisher = publisher(tidegate, TidegateAccount.NAMESPACE);
            WantedRecords wanted = wanted("192.0.2.1", "shop.example.com");
            assertThat(round(publisher, wanted, Memory.NONE).unread())
                    .singleElement()
                    .returns(Fault.FORBIDDEN, Failure::fault)
                    .extracting(Failure::message)
                    .isEqualTo("DNSEndpoints of namespace tidegate: list is forbidden (expected: a Role with get, list,"
                            + " create, update and delete of dnsendpoints.externaldns.k8s.io there)");

            try (TidegateAccount.Binding _ = grant()) {
                Await.until(
                        "the rights are in force",
                        () -> round(publisher, WantedRecords.EMPTY, Memory.NONE)
                                .unread()
                                .isEmpty());
                settle(publisher, wanted, Memory.NONE);
                settle(publisher, wanted("192.0.2.2", "shop.example.com"), Memory.NONE);
                Memory deleted = Memory.NONE.deleted(DomainName.of("shop.example.com"), NOW.minus(SYNC.delay()));
                settle(publisher, WantedRecords.EMPTY, deleted);
            }
        }
    }

    private TidegateProcess replica(String pod) {
        return bed.tidegateIn(
                pod,
                "--dns-publish=dnsendpoint",
                "--txt-owner-id=us",
                "--dns-policy=sync",
                "--dns-withdraw-delay=3s",
                "--dns-withdraw-share=100%",
                "--dns-interval=3s",
                "--publish-status-address=192.0.2.7",
                "--election-ttl=6s");
    }

    private List<String> names() {
        return admin
                .resources(DnsEndpoint.class)
                .inNamespace(TidegateAccount.NAMESPACE)
                .withLabel("tidegate.dev/dns-owner", "us")
                .list()
                .getItems()
                .stream()
                .map(it -> it.getMetadata().getName())
                .sorted()
                .toList();
    }

    @Test
    void one_of_two_replicas_keeps_an_object_for_each_host_until_its_ingress_is_deleted() throws IOException {
        bed.forgetLeader();
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace();
                DnsEndpointKind _ = DnsEndpointKind.install(admin, TidegateAccount.NAMESPACE);
                TidegateAccount.Binding _ = grant();
                TidegateProcess one = replica("dns-one");
                TidegateProcess two = replica("dns-two")) {
            namespace.create(KubeObjects.ingress("web.example", "echo", "tidegate"));
            namespace.create(KubeObjects.ingress("shop.example", "echo", "tidegate"));
            Await.until("both have their objects", () -> names().equals(List.of("shop.example", "web.example")));
            Await.until(
                    "both were made, by one of them alone",
                    () -> Metric.of(one, CREATED) == 2 || Metric.of(two, CREATED) == 2);
            assertThat(Metric.of(one, CREATED) + Metric.of(two, CREATED)).isEqualTo(2);
            TidegateProcess leader = Metric.of(one, CREATED) > 0 ? one : two;
            assertThat(leader.admin("/api/explain?url=http://web.example/").body())
                    .contains("\"state\":\"in-place\"", "\"owner\":\"us\"", "192.0.2.7");

            admin.network()
                    .v1()
                    .ingresses()
                    .inNamespace(namespace.name())
                    .withName("shop.example")
                    .delete();
            Await.until("what was deleted is withdrawn", () -> names().equals(List.of("web.example")));

            leader.kill();
            TidegateProcess heir = leader.equals(one) ? two : one;
            namespace.create(KubeObjects.ingress("new.example", "echo", "tidegate"));
            Await.untilStarted("the other goes on", () -> names().equals(List.of("new.example", "web.example")));
            Await.until("and counts what it has made", () -> Metric.of(heir, CREATED) == 1);
        }
    }

    private KubernetesClient asTidegate() {
        return new KubernetesClientBuilder()
                .withHttpClientFactory(new JdkHttpClientFactory())
                .withConfig(new ConfigBuilder(admin.getConfiguration())
                        .withImpersonateUsername(
                                "system:serviceaccount:" + TidegateAccount.NAMESPACE + ":" + TidegateAccount.NAME)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    private TidegateAccount.Binding grant() throws IOException {
        try (InputStream file = Files.newInputStream(RIGHTS)) {
            List<HasMetadata> made = admin.load(file).create();
            return () -> made.forEach(it -> admin.resource(it).delete());
        }
    }
}
