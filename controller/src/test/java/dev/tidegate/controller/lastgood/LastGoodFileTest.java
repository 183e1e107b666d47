package dev.tidegate.controller.lastgood;

import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Remembered;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.folder.ManifestFolder;
import dev.tidegate.dns.resolve.Resolution;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodFileTest {

    private static final String CLUSTER = "cluster https://10.0.0.1:443";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("last-good");
    }

    @Test
    void what_was_saved_is_remembered_whole() throws Exception {
        Snapshot objects = Snapshots.of(
                ourClass(),
                ingress("web", "a.example", prefix("/", "web")),
                service("web"),
                slice("web", "10.0.0.1"),
                slice("web", "web-2", 8081, "10.0.0.2"),
                secret("tls", "certificate", "key"),
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace("infra")
                        .withName("settings")
                        .endMetadata()
                        .withData(Map.of("proxy-body-size", "8m"))
                        .build(),
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("shop")
                        .endMetadata()
                        .build());
        Snapshot snapshot = Snapshots.knowing(
                objects, Map.of("db.example", new Resolution.Found(List.of("10.1.0.1", "fd00::1"), Optional.empty())));

        save(snapshot, NOON);

        assertThat(recall()).hasValueSatisfying(remembered -> {
            assertThat(remembered.snapshot()).isEqualTo(snapshot);
            assertThat(remembered.at()).isEqualTo(NOON);
        });
    }

    @Test
    void addresses_that_outlive_failures_are_remembered_with_their_end() throws Exception {
        Resolution stale = new Resolution.Found(
                List.of("10.1.0.1", "fd00::1"),
                Optional.of(new Resolution.Stale("no answer", NOON, NOON.plus(Duration.ofDays(1)))));
        save(Snapshots.knowing(Snapshots.of(service("web")), Map.of("db.example", stale)), NOON);

        assertThat(recall().orElseThrow().snapshot().names().get("db.example"))
                .isInstanceOfSatisfying(Resolution.Found.class, found -> {
                    assertThat(found.addresses()).containsExactly("10.1.0.1", "fd00::1");
                    assertThat(found.stale()).hasValueSatisfying(it -> {
                        assertThat(it.told()).isEqualTo(NOON);
                        assertThat(it.until()).isEqualTo(NOON.plus(Duration.ofDays(1)));
                    });
                });
    }

    @Test
    void policies_are_remembered_with_what_they_are_judged_by() throws Exception {
        Snapshot snapshot = policies("""
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny-all, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {nodeName: n1, containers: [{name: web, ports: [{name: http, containerPort: 80}]}]}
            status: {podIP: 10.0.0.1, hostIP: 192.168.0.1}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {disk: fast}}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: AdminNetworkPolicy
            metadata: {name: first}
            spec: {priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha1
            kind: BaselineAdminNetworkPolicy
            metadata: {name: default}
            spec: {subject: {namespaces: {}}}
            ---
            apiVersion: policy.networking.k8s.io/v1alpha2
            kind: ClusterNetworkPolicy
            metadata: {name: guard}
            spec: {tier: Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: Deny, to: [{nodes: {}}]}]}
            """);

        save(snapshot, NOON);

        assertThat(recall().map(Remembered::snapshot)).contains(snapshot);
        assertThat(snapshot.policyObjects().clusterPolicies()).hasSize(1);
    }

    @Test
    void ten_thousand_pods_take_less_than_four_mebibytes() throws Exception {
        Snapshot one = policies("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web, team: checkout, version: v1, tier: front, a: b, c: d}}
            spec: {nodeName: n1, containers: [{name: web, ports: [{name: http, containerPort: 80}]}]}
            status: {podIP: 10.0.0.1, hostIP: 192.168.0.1}
            """);
        Pod pod = one.policyObjects().pods().values().iterator().next();
        PersistentMap<ObjectKey, Pod> pods = PersistentMap.empty();
        for (int i = 0; i < 10_000; i++) {
            pods = pods.with(new ObjectKey("shop", "web-7d9c5b6f4-" + i), pod);
        }

        save(Snapshot.EMPTY.with(policiesWith(pods)), NOON);

        assertThat(Files.size(file)).isBetween(10_000L, 4L << 20);
        assertThat(recall().orElseThrow().snapshot().policyObjects().pods()).hasSize(10_000);
    }

    @Test
    void what_was_removed_is_forgotten_and_what_changed_is_as_it_is_now() throws Exception {
        save(Snapshots.of(service("web"), service("gone")), NOON);
        Snapshot next = Snapshots.of(ingress("web", "b.example", prefix("/", "web")), service("web"));

        save(next, NOON.plusSeconds(1));

        assertThat(recall().map(Remembered::snapshot)).contains(next);
    }

    @Test
    void a_new_file_remembers_nothing_and_is_its_owners_alone() throws Exception {
        try (LastGoodFile opened = open()) {
            assertThat(opened.recall()).isEmpty();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_others_could_read_is_protected() throws Exception {
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_is_no_such_file_is_set_aside_and_a_new_one_is_begun() throws Exception {
        Files.writeString(file, "apiVersion: v1\nkind: Something\n".repeat(1000));

        LastGoodFile.Opened opened = LastGoodFile.open(file, CLUSTER);

        assertThat(opened.notice())
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("--last-good " + file + ": cannot be read: ")
                        .endsWith("set aside as " + file + ".unreadable, and a new one is begun")
                        .doesNotContain("\n"));
        assertThat(opened.file().recall()).isEmpty();
        opened.file().save(Snapshots.of(service("web")), NOON);
        opened.file().close();
        assertThat(recall()).isPresent();
        assertThat(folder.resolve("last-good.unreadable")).exists();
    }

    @Test
    void a_file_of_another_format_is_set_aside() throws Exception {
        try (MVStore other = MVStore.open(file.toString())) {
            other.setStoreVersion(LastGoodFile.FORMAT + 1);
            other.openMap("anything").put("a", "b");
        }

        assertThat(noticeOf(CLUSTER)).contains("holds format 2 (expected: format 1)");
    }

    @Test
    void a_file_from_before_policies_were_kept_is_read_as_one_without() throws Exception {
        save(Snapshots.of(service("web")), NOON);
        try (MVStore older = MVStore.open(file.toString())) {
            List.of("pods", "nodes", "networkPolicies", "adminPolicies", "baselinePolicies", "clusterPolicies")
                    .forEach(older::removeMap);
            older.openMap("about").remove("enforcement");
        }

        assertThat(recall().map(Remembered::snapshot)).contains(Snapshots.of(service("web")));
    }

    @Test
    void the_objects_of_another_source_are_not_taken_for_ours() throws Exception {
        save(Snapshots.of(service("web")), NOON);

        assertThat(noticeOf("manifests ./examples"))
                .contains("holds the objects of " + CLUSTER + " (expected: those of manifests ./examples)");
    }

    @Test
    void a_file_that_another_process_has_open_is_left_alone() throws Exception {
        try (LastGoodFile first = open()) {
            assertThat(first.recall()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(LastGoodRefused.class)
                    .hasMessage("--last-good " + file + ": another process has it open (expected: a file of our own)");
        }
        assertThat(folder.resolve("last-good.unreadable")).doesNotExist();
    }

    @Test
    void a_place_where_no_file_can_be_made_is_refused_in_one_line() {
        Path nowhere = folder.resolve("no/such/file");

        assertThatThrownBy(() -> LastGoodFile.open(nowhere, CLUSTER))
                .isInstanceOf(LastGoodRefused.class)
                .hasMessageStartingWith("--last-good " + nowhere + ": cannot be made or protected: ");
    }

    /// Wherever it is cut off, what is left is a commit as it once was, or nothing; never half of one.
    @Test
    void a_torn_file_remembers_an_earlier_commit_or_nothing() throws Exception {
        for (int i = 1; i <= 20; i++) {
            save(numbered(i), NOON.plusSeconds(i));
        }
        byte[] whole = Files.readAllBytes(file);
        int remembering = 0;
        for (int length = 0; length <= whole.length; length += 997) {
            Files.write(file, Arrays.copyOf(whole, length));
            Optional<Remembered> remembered = recall();
            if (remembered.isPresent()) {
                remembering++;
                int i = (int) (remembered.get().at().getEpochSecond() - NOON.getEpochSecond());
                assertThat(remembered.get().snapshot()).isEqualTo(numbered(i));
            }
        }
        assertThat(remembering).isPositive();
    }

    @Test
    void many_small_changes_do_not_make_a_large_file() throws Exception {
        Snapshot snapshot = Snapshots.of(
                IntStream.range(0, 500).mapToObj(i -> service("service-" + i)).toList());
        try (LastGoodFile opened = open()) {
            opened.save(snapshot, NOON);
            long first = Files.size(file);
            for (int i = 0; i < 500; i++) {
                opened.save(
                        Snapshots.knowing(
                                snapshot,
                                Map.of(
                                        "name.example",
                                        new Resolution.Found(List.of("10.0.0." + i % 250), Optional.empty()))),
                        NOON.plusSeconds(i));
            }
            // A commit takes a block or two, until its space is used again after three quarters of a minute.
            assertThat(Files.size(file)).isLessThan(first + 500L * 8 * 1024);
        }
    }

    @Test
    void a_process_that_is_killed_while_it_writes_leaves_all_that_it_committed() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestlessWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int committed = 0;
        try (var lines = writer.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                committed = Integer.parseInt(line);
                if (committed == 200) {
                    writer.toHandle().destroyForcibly(); // the process itself would close its streams
                }
                line = lines.readLine();
            }
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(committed).isGreaterThanOrEqualTo(200);
        Remembered remembered = recall().orElseThrow();
        int last = (int) (remembered.at().getEpochSecond() - NOON.getEpochSecond());
        assertThat(last).isGreaterThanOrEqualTo(committed);
        assertThat(remembered.snapshot()).isEqualTo(numbered(last));
    }

    /// Writes until it is killed, and says how far it has come.
    static final class RestlessWriter {

        private RestlessWriter() {}

        public static void main(String[] arguments) throws LastGoodRefused {
            LastGoodFile file =
                    LastGoodFile.open(Path.of(arguments[0]), CLUSTER).file();
            for (int i = 1; i <= 1_000_000; i++) {
                file.save(numbered(i), NOON.plusSeconds(i));
                System.out.println(i);
            }
        }
    }

    private static Snapshot numbered(int i) {
        return Snapshots.of(
                service("web"), service("service-" + i), ingress("web", "host-" + i + ".example", prefix("/", "web")));
    }

    private LastGoodFile open() throws LastGoodRefused {
        LastGoodFile.Opened opened = LastGoodFile.open(file, CLUSTER);
        assertThat(opened.notice()).isEmpty();
        return opened.file();
    }

    private String noticeOf(String source) throws LastGoodRefused {
        LastGoodFile.Opened opened = LastGoodFile.open(file, source);
        try (LastGoodFile unused = opened.file()) {
            assertThat(unused.recall()).isEmpty();
            return opened.notice().orElse("");
        }
    }

    private void save(Snapshot snapshot, Instant at) throws LastGoodRefused {
        try (LastGoodFile opened = open()) {
            opened.save(snapshot, at);
        }
    }

    private Optional<Remembered> recall() throws LastGoodRefused, IOException {
        try (LastGoodFile opened = LastGoodFile.open(file, CLUSTER).file()) {
            return opened.recall();
        }
    }

    private Snapshot policies(String manifests) throws IOException {
        Path source = Files.createDirectories(folder.resolve("manifests"));
        Files.writeString(source.resolve("all.yaml"), manifests);
        return ManifestFolder.read(List.of(source));
    }

    private static PolicyObjects policiesWith(PersistentMap<ObjectKey, Pod> pods) {
        PolicyObjects none = PolicyObjects.NONE;
        return new PolicyObjects(
                pods,
                none.nodes(),
                none.networkPolicies(),
                none.adminPolicies(),
                none.baselinePolicies(),
                none.clusterPolicies(),
                Enforcement.YES);
    }
}
