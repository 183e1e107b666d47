package dev.tidegate.controller.externaldns;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.crd.DnsEndpoint;
import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.plan.Withheld;
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
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A publisher whose records are DNSEndpoints, against an API server of the tests' own.
class DnsEndpointRecordsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Identity US = DnsEndpointRecords.identity(Identity.of("us"));
    private static final PublishPolicy SYNC = PublishPolicy.DEFAULT.with(PublishPolicy.Mode.SYNC);

    private final TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private Publisher publisher(Identity us) {
        return new Publisher(new DnsEndpointRecords(client, "infra", us), us, Zones.ALL);
    }

    private static WantedRecords wantedBy(String resource, String targets, String... hosts) {
        Claim claim = new Claim(resource, NOW, List.of(hosts), Wishes.NONE);
        return WantedRecords.of(List.of(claim), List.of(targets.split(" ")), Zones.ALL, Duration.ofMinutes(5));
    }

    private static WantedRecords wanted(String targets, String... hosts) {
        return wantedBy("ingress/shop/web", targets, hosts);
    }

    private Round round(Publisher publisher, WantedRecords wanted, Memory memory) {
        publisher.forget();
        return publisher.round(wanted, memory, SYNC, NOW, 100);
    }

    private Round round(WantedRecords wanted) {
        return round(publisher(US), wanted, Memory.NONE);
    }

    /// And once more, as then nothing may be left to do.
    private Round settled(WantedRecords wanted, Memory memory) {
        Round round = round(publisher(US), wanted, memory);
        assertThat(round.made()).as(round.toString()).isTrue();
        Round again = round(publisher(US), wanted, round.memory());
        assertThat(again.settled()).as(again.toString()).isTrue();
        return round;
    }

    private Round settled(WantedRecords wanted) {
        return settled(wanted, Memory.NONE);
    }

    /// `shop.example.com: shop.example.com A 300 192.0.2.1`, an entry a line, by the objects' names.
    private List<String> records() {
        return client.resources(DnsEndpoint.class).inNamespace("infra").list().getItems().stream()
                .flatMap(object -> requireNonNull(object.getSpec().endpoints()).stream()
                        .map(entry -> object.getMetadata().getName() + ": " + entry.dnsName() + " " + entry.recordType()
                                + " " + entry.recordTTL() + " " + String.join(" ", requireNonNull(entry.targets()))))
                .toList();
    }

    private DnsEndpoint object(String name) {
        return client.resources(DnsEndpoint.class)
                .inNamespace("infra")
                .withName(name)
                .get();
    }

    private static String labels(DnsEndpoint object) {
        return object.getMetadata().getLabels() + " " + object.getMetadata().getAnnotations();
    }

    /// An object as it stands there, with texts of its JSON replaced: what somebody's hand has done.
    private void edit(String name, String... replacements) {
        String json = Serialization.asJson(object(name));
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(json).contains(replacements[i]);
            json = json.replace(replacements[i], replacements[i + 1]);
        }
        server.put(Serialization.unmarshal(json, DnsEndpoint.class));
    }

    @Test
    void names_are_made_changed_and_withdrawn() {
        settled(wanted("192.0.2.1 2001:db8::1", "shop.example.com", "*.example.com"));
        assertThat(records())
                .containsExactly(
                        "any.example.com.x-47287a8f16ec75e6: *.example.com A 300 192.0.2.1",
                        "any.example.com.x-47287a8f16ec75e6: *.example.com AAAA 300 2001:db8::1",
                        "shop.example.com: shop.example.com A 300 192.0.2.1",
                        "shop.example.com: shop.example.com AAAA 300 2001:db8::1");
        assertThat(labels(object("shop.example.com")))
                .isEqualTo("{app.kubernetes.io/managed-by=tidegate, tidegate.dev/dns-owner=us}"
                        + " {tidegate.dev/dns-name=shop.example.com, tidegate.dev/dns-resource=ingress/shop/web}");

        settled(wantedBy("ingress/shop/other", "lb.cloud.test", "shop.example.com"));
        assertThat(records()).contains("shop.example.com: shop.example.com CNAME 300 lb.cloud.test");
        assertThat(labels(object("shop.example.com"))).contains("dns-resource=ingress/shop/other");

        settled(WantedRecords.EMPTY);
        assertThat(records()).hasSize(3);

        Memory deleted = Memory.NONE.deleted(DomainName.of("shop.example.com"), NOW.minus(SYNC.delay()));
        settled(WantedRecords.EMPTY, deleted);
        assertThat(records()).hasSize(2).allMatch(line -> line.contains("*.example.com"));
    }

    @Test
    void what_is_known_is_not_read_again() {
        Publisher publisher = publisher(US);
        assertThat(round(publisher, wanted("192.0.2.1", "a.test", "b.test"), Memory.NONE)
                        .made())
                .isTrue();
        server.forgetRequests();
        Round round = publisher.round(wanted("192.0.2.2", "a.test", "b.test"), Memory.NONE, SYNC, NOW, 100);
        assertThat(round.made()).isTrue();
        String path = "/apis/externaldns.k8s.io/v1alpha1/namespaces/infra/dnsendpoints/";
        assertThat(server.calls())
                .containsExactlyInAnyOrder(
                        "GET " + path + "a.test",
                        "PUT " + path + "a.test",
                        "GET " + path + "b.test",
                        "PUT " + path + "b.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "192.0.2.1; 192.0.2.66",
                "\"recordTTL\":300; \"recordTTL\":1",
                "\"recordTTL\":300; \"recordTTL\":-1",
                "\"recordType\":\"A\"; \"recordType\":\"MX\"",
                "\"dnsName\":\"shop.example.com\"; \"dnsName\":\"other.example.com\"",
                "\"recordTTL\":300; \"recordTTL\":300,\"setIdentifier\":\"blue\"",
                "\"recordTTL\":300; \"recordTTL\":300,\"providerSpecific\":[{\"name\":\"a\",\"value\":\"b\"}]",
                "\"recordTTL\":300; \"recordTTL\":300,\"labels\":{\"a\":\"b\"}",
                "\"endpoints\":[;"
                    + " \"endpoints\":[{\"dnsName\":\"evil.test\",\"targets\":[\"192.0.2.6\"],\"recordType\":\"A\"},",
                "ingress/shop/web; ingress/shop/evil",
                "ingress/shop/web; a resource, no less",
                "\"tidegate.dev/dns-resource\"; \"example.com/resource\"",
            })
    void what_a_hand_has_changed_is_put_right(String ours, String edited) {
        settled(wanted("192.0.2.1", "shop.example.com"));
        DnsEndpoint before = object("shop.example.com");
        edit("shop.example.com", ours, edited);

        settled(wanted("192.0.2.1", "shop.example.com"));

        assertThat(object("shop.example.com").getSpec()).isEqualTo(before.getSpec());
        assertThat(object("shop.example.com").getMetadata().getAnnotations())
                .containsAllEntriesOf(before.getMetadata().getAnnotations());
    }

    @Test
    void an_object_that_was_emptied_or_deleted_by_hand_is_made_again() {
        WantedRecords wanted = wanted("192.0.2.1", "shop.example.com");
        settled(wanted);
        DnsEndpoint emptied = object("shop.example.com");
        emptied.setSpec(null);
        server.put(emptied);
        settled(wanted);
        assertThat(records()).containsExactly("shop.example.com: shop.example.com A 300 192.0.2.1");

        server.delete(object("shop.example.com"));
        settled(wanted);
        assertThat(records()).containsExactly("shop.example.com: shop.example.com A 300 192.0.2.1");
    }

    @Test
    void what_others_keep_in_the_object_stays() {
        settled(wanted("192.0.2.1", "shop.example.com"));
        edit("shop.example.com", "\"labels\":{", "\"labels\":{\"team\":\"a\",");
        settled(wanted("192.0.2.2", "shop.example.com"));
        assertThat(object("shop.example.com").getMetadata().getLabels())
                .containsEntry("team", "a")
                .containsEntry("tidegate.dev/dns-owner", "us");
    }

    @ParameterizedTest
    @CsvSource({
        "app.kubernetes.io/managed-by, example.com/none",
        "tidegate.dev/dns-owner, example.com/owner",
        "tidegate.dev/dns-name, example.com/name",
        "tidegate.dev/dns-name\":\"shop, tidegate.dev/dns-name\":\"other",
    })
    void an_object_that_is_not_ours_is_never_touched(String ours, String theirs) {
        settled(wanted("192.0.2.1", "shop.example.com"));
        edit("shop.example.com", ours, theirs);
        DnsEndpoint foreign = object("shop.example.com");

        Round round = round(wanted("192.0.2.2", "shop.example.com", "b.example.com"));
        assertThat(round.outcomes())
                .filteredOn(Outcome.Failed.class::isInstance)
                .singleElement()
                .extracting(outcome -> ((Outcome.Failed) outcome).failure())
                .returns(Fault.OTHER, Failure::fault)
                .extracting(Failure::message)
                .isEqualTo("DNSEndpoint infra/shop.example.com: is owned by another, and left as it is (expected: no"
                        + " object of that name, or label app.kubernetes.io/managed-by=tidegate, label"
                        + " tidegate.dev/dns-owner and annotation tidegate.dev/dns-name=shop.example.com)");
        assertThat(records()).contains("b.example.com: b.example.com A 300 192.0.2.2");

        Memory deleted = Memory.NONE.deleted(DomainName.of("shop.example.com"), NOW.minus(SYNC.delay()));
        settled(WantedRecords.EMPTY, deleted);
        assertThat(object("shop.example.com")).isEqualTo(foreign);
    }

    @Test
    void another_owners_object_is_left_to_it_until_it_is_taken_over() {
        Identity other = DnsEndpointRecords.identity(Identity.of("team/other"));
        WantedRecords wanted = wanted("192.0.2.1", "shop.example.com");
        assertThat(round(publisher(other), wanted, Memory.NONE).made()).isTrue();

        Round round = round(wanted("192.0.2.2", "shop.example.com"));
        assertThat(round.plan().changes()).isEmpty();
        assertThat(round.plan().withheld()).extracting(Withheld::reason).contains(Withheld.Reason.OWNED_BY_ANOTHER);

        Identity heir = US.takingOver("team/other");
        assertThat(round(publisher(heir), wanted("192.0.2.2", "shop.example.com"), Memory.NONE)
                        .made())
                .isTrue();
        assertThat(labels(object("shop.example.com"))).contains("dns-owner=us");
        assertThat(records()).containsExactly("shop.example.com: shop.example.com A 300 192.0.2.2");
        assertThat(round(publisher(heir), wanted("192.0.2.2", "shop.example.com"), Memory.NONE)
                        .settled())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_somebody_else_has_written_meanwhile_is_read_again(boolean deletes) {
        Publisher publisher = publisher(US);
        WantedRecords wanted = wanted("192.0.2.1", "shop.example.com");
        assertThat(round(publisher, wanted, Memory.NONE).made()).isTrue();
        if (deletes) {
            server.delete(object("shop.example.com"));
        } else {
            edit("shop.example.com", "192.0.2.1", "192.0.2.66");
        }

        WantedRecords other = wanted("192.0.2.2", "shop.example.com");
        Round overtaken = publisher.round(other, Memory.NONE, SYNC, NOW, 100);
        assertThat(overtaken.outcomes()).hasOnlyElementsOfType(Outcome.Overtaken.class);
        assertThat(publisher.round(other, Memory.NONE, SYNC, NOW, 100).made()).isTrue();
        assertThat(records()).containsExactly("shop.example.com: shop.example.com A 300 192.0.2.2");
    }

    @Test
    void whoever_writes_between_our_look_and_our_change_is_not_undone() {
        settled(wanted("192.0.2.1", "shop.example.com"));
        WantedRecords other = wanted("192.0.2.2", "shop.example.com");

        server.beforeNext("PUT", () -> edit("shop.example.com", "192.0.2.1", "192.0.2.66"));
        assertThat(round(other).outcomes()).hasOnlyElementsOfType(Outcome.Overtaken.class);
        assertThat(records()).containsExactly("shop.example.com: shop.example.com A 300 192.0.2.66");

        Memory deleted = Memory.NONE.deleted(DomainName.of("shop.example.com"), NOW.minus(SYNC.delay()));
        server.beforeNext("DELETE", () -> edit("shop.example.com", "192.0.2.66", "192.0.2.67"));
        assertThat(round(publisher(US), WantedRecords.EMPTY, deleted).outcomes())
                .hasOnlyElementsOfType(Outcome.Overtaken.class);
        assertThat(records()).containsExactly("shop.example.com: shop.example.com A 300 192.0.2.67");

        for (String method : List.of("PUT", "DELETE")) {
            settled(wanted("192.0.2.1", "shop.example.com"));
            server.beforeNext(method, () -> server.delete(object("shop.example.com")));
            WantedRecords next = method.equals("PUT") ? other : WantedRecords.EMPTY;
            assertThat(round(publisher(US), next, deleted).outcomes()).hasOnlyElementsOfType(Outcome.Overtaken.class);
            assertThat(records()).isEmpty();
        }
    }

    @Test
    void one_that_another_replica_has_just_made_is_read_again() {
        Publisher publisher = publisher(US);
        publisher.round(WantedRecords.EMPTY, Memory.NONE, SYNC, NOW, 100);
        WantedRecords wanted = wanted("192.0.2.1", "shop.example.com");
        settled(wanted);

        Round overtaken = publisher.round(wanted, Memory.NONE, SYNC, NOW, 100);
        assertThat(overtaken.outcomes()).hasOnlyElementsOfType(Outcome.Overtaken.class);
        assertThat(publisher.round(wanted, Memory.NONE, SYNC, NOW, 100).settled())
                .isTrue();
    }

    @Test
    void an_ownership_record_that_is_only_told_stands_in_no_hosts_way() {
        settled(wanted("lb.cloud.test", "shop.example.com", "a-shop.example.com", "cname-shop.example.com"));
        assertThat(records()).hasSize(3);
    }

    @Test
    void what_upsert_only_leaves_bears_the_name_of_who_wants_the_rest() {
        PublishPolicy upsertOnly = PublishPolicy.DEFAULT;
        settled(wanted("192.0.2.1 2001:db8::1", "shop.example.com"));
        WantedRecords fewer = wantedBy("ingress/shop/other", "2001:db8::1", "shop.example.com");
        Publisher publisher = publisher(US);
        assertThat(publisher.round(fewer, Memory.NONE, upsertOnly, NOW, 100).made())
                .isTrue();
        assertThat(records()).hasSize(2);
        publisher.forget();
        assertThat(publisher
                        .round(fewer, Memory.NONE, upsertOnly, NOW, 100)
                        .plan()
                        .changes())
                .isEmpty();
        assertThat(labels(object("shop.example.com"))).contains("dns-resource=ingress/shop/other");
    }

    @Test
    void by_names_for_ownership_records_that_a_host_may_have_nothing_is_lost_either() {
        Identity plain = Identity.of("us");
        WantedRecords wanted = wanted("192.0.2.1", "a.test", "a-a.test");
        assertThat(round(publisher(plain), wanted, Memory.NONE).made()).isTrue();
        assertThat(round(publisher(plain), wanted, Memory.NONE).settled()).isTrue();
    }

    @Test
    void with_zones_only_what_is_in_them_is_kept() throws Failure.Thrown {
        settled(wanted("192.0.2.1", "shop.example.com", "shop.example.org"));
        DnsEndpointRecords records = new DnsEndpointRecords(client, "infra", US);
        assertThat(records.whole(DomainName.of("example.com")))
                .containsOnlyKeys(DomainName.of("shop.example.com"), DomainName.of("a-*.shop.example.com"));
    }

    @Test
    void too_much_at_once_is_not_withdrawn() {
        String[] hosts = {"a.test", "b.test", "c.test", "d.test"};
        settled(wanted("192.0.2.1", hosts));
        Memory memory = Memory.NONE;
        for (String host : hosts) {
            memory = memory.deleted(DomainName.of(host), NOW.minus(SYNC.delay()));
        }
        Round round = round(publisher(US), WantedRecords.EMPTY, memory);
        assertThat(round.plan().breaker()).isPresent();
        assertThat(records()).hasSize(4);
    }

    private Failure refused(Round round) {
        assertThat(round.outcomes()).isEmpty();
        return round.unread().getFirst();
    }

    @Test
    void a_right_that_is_missing_is_named() {
        server.refuse("dnsendpoints");
        assertThat(refused(round(wanted("192.0.2.1", "shop.example.com"))))
                .isEqualTo(new Failure(
                        DomainName.ROOT,
                        Fault.FORBIDDEN,
                        "DNSEndpoints of namespace infra: list is forbidden (expected: a Role with get, list, create,"
                                + " update and delete of dnsendpoints.externaldns.k8s.io there)"));
    }

    @Test
    void a_kind_that_is_not_installed_is_named() {
        server.uninstall("dnsendpoints");
        assertThat(refused(round(wanted("192.0.2.1", "shop.example.com"))))
                .isEqualTo(new Failure(
                        DomainName.ROOT,
                        Fault.UNKNOWN_KIND,
                        "DNSEndpoints of namespace infra: list: the API server does not know the kind (expected:"
                                + " external-dns's CustomResourceDefinition dnsendpoints.externaldns.k8s.io"
                                + " installed)"));
    }

    @Test
    void a_kind_that_goes_before_the_first_object_is_named_too() {
        Publisher publisher = publisher(US);
        publisher.round(WantedRecords.EMPTY, Memory.NONE, SYNC, NOW, 100);
        server.uninstall("dnsendpoints");
        Round round = publisher.round(wanted("192.0.2.1", "shop.example.com"), Memory.NONE, SYNC, NOW, 100);
        assertThat(round.outcomes())
                .singleElement()
                .extracting(outcome -> ((Outcome.Failed) outcome).failure().fault())
                .isEqualTo(Fault.UNKNOWN_KIND);
    }

    @Test
    void a_server_that_does_not_answer_is_away() {
        server.failWhere("dnsendpoints");
        assertThat(refused(round(wanted("192.0.2.1", "shop.example.com"))))
                .returns(Fault.UNREACHABLE, Failure::fault)
                .extracting(Failure::message)
                .isEqualTo("DNSEndpoints of namespace infra: list: the API server does not do it now (Timeout)");
        server.close();
        assertThat(refused(round(wanted("192.0.2.1", "shop.example.com"))))
                .returns(Fault.UNREACHABLE, Failure::fault)
                .extracting(Failure::message)
                .asString()
                .startsWith("DNSEndpoints of namespace infra: list: the API server does not do it now (no answer, ")
                .doesNotContain("\n");
    }
}
