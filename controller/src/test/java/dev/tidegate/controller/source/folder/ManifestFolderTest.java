package dev.tidegate.controller.source.folder;

import static dev.tidegate.controller.source.folder.Manifests.ingress;
import static dev.tidegate.controller.source.folder.Manifests.service;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.SourceRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFolderTest {

    /// What is promised is a second; a machine that is busy with other tests gets more.
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path temp;

    private Path folder;
    private ManifestFolder source;
    private final AtomicInteger changes = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectory(temp.resolve("manifests"));
        write("a.yaml", ingress("a", "a.example"));
        source = new ManifestFolder(folder);
        source.start(changes::incrementAndGet);
        await().atMost(SOON).until(source::synced);
    }

    @AfterEach
    void stop() {
        source.close();
        source.close();
    }

    @Test
    void what_stands_there_at_the_start_is_served_and_told_once() {
        assertThat(hosts()).containsExactly("a.example");
        assertThat(changes).hasValue(1);
        assertThat(source.describe()).isEqualTo("manifests " + folder);
    }

    @Test
    void a_change_is_served() throws IOException {
        write("a.yaml", ingress("a", "changed.example"));
        awaitHosts("changed.example");
    }

    @Test
    void a_file_moved_into_place_is_served() throws IOException {
        Path written = Files.writeString(temp.resolve("new"), ingress("a", "moved.example"));
        Files.move(written, folder.resolve("a.yaml"), ATOMIC_MOVE);
        awaitHosts("moved.example");
    }

    @Test
    void new_and_removed_files_and_folders_are_noticed() throws IOException {
        Files.createDirectories(folder.resolve("team/b"));
        write("team/b/b.yml", ingress("b", "b.example"));
        write(
                "team/c.JSON",
                "{\"apiVersion\": \"networking.k8s.io/v1\", \"kind\": \"Ingress\","
                        + " \"metadata\": {\"name\": \"c\"}, \"spec\": {\"rules\": [{\"host\": \"c.example\"}]}}");
        awaitHosts("a.example", "b.example", "c.example");
        Files.delete(folder.resolve("team/b/b.yml"));
        Files.delete(folder.resolve("a.yaml"));
        awaitHosts("c.example");
    }

    @Test
    void hidden_files_and_other_names_are_passed_over() throws IOException {
        write(".hidden.yaml", ingress("hidden", "hidden.example"));
        write("notes.txt", ingress("notes", "notes.example"));
        Files.createDirectory(folder.resolve(".git"));
        write(".git/x.yaml", ingress("git", "git.example"));
        write("z.yaml", ingress("z", "z.example"));
        awaitHosts("a.example", "z.example");
    }

    @Test
    void a_mounted_config_map_is_read_through_its_visible_names_and_followed_when_it_is_swapped() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..2026_01"));
        Files.writeString(first.resolve("m.yaml"), ingress("m", "one.example"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(folder.resolve("m.yaml"), Path.of("..data/m.yaml"));
        awaitHosts("a.example", "one.example");
        assertThat(source.snapshot().findings()).isEmpty();

        Path second = Files.createDirectory(folder.resolve("..2026_02"));
        Files.writeString(second.resolve("m.yaml"), ingress("m", "two.example"));
        Files.setLastModifiedTime(second.resolve("m.yaml"), Files.getLastModifiedTime(first.resolve("m.yaml")));
        Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2026_02"));
        Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), ATOMIC_MOVE);
        Files.delete(first.resolve("m.yaml"));
        Files.delete(first);
        awaitHosts("a.example", "two.example");
    }

    @Test
    void a_broken_file_leaves_the_last_good_state_and_a_repaired_one_is_served() throws IOException {
        write("a.yaml", "kind: [\n");
        await().atMost(SOON).until(() -> !source.snapshot().findings().isEmpty());
        assertThat(hosts()).containsExactly("a.example");
        assertThat(findings()).contains("File " + folder.resolve("a.yaml") + ": line 2");
        write("a.yaml", ingress("a", "repaired.example"));
        awaitHosts("repaired.example");
        assertThat(source.snapshot().findings()).isEmpty();
    }

    @Test
    void a_file_is_read_when_two_looks_a_tenth_of_a_second_apart_see_no_change_in_it() throws IOException {
        AtomicLong timeMs = new AtomicLong();
        try (ManifestFolder looked = new ManifestFolder(folder, () -> TimeUnit.MILLISECONDS.toNanos(timeMs.get()))) {
            look(looked, timeMs, 2);
            assertThat(looked.snapshot().ingresses()).hasSize(1);
            write("b.yaml", ingress("b", "b.example"));
            look(looked, timeMs, 1);
            write("b.yaml", ingress("b", "b.example") + ingress("c", "c.example"));
            look(looked, timeMs, 1);
            assertThat(looked.snapshot().ingresses()).hasSize(1);
            look(looked, timeMs, 1);
            assertThat(looked.snapshot().ingresses()).hasSize(3);
        }
    }

    @Test
    void a_file_that_does_not_come_to_rest_holds_up_the_others_for_a_moment_only() throws IOException {
        AtomicLong timeMs = new AtomicLong();
        try (ManifestFolder looked = new ManifestFolder(folder, () -> TimeUnit.MILLISECONDS.toNanos(timeMs.get()))) {
            look(looked, timeMs, 2);
            write("calm.yaml", ingress("calm", "calm.example"));
            for (int i = 0; i < 4; i++) {
                assertThat(looked.snapshot().ingresses()).hasSize(1);
                write("busy.yaml", ingress("busy", "x".repeat(i + 1) + ".example"));
                look(looked, timeMs, 1);
            }
            assertThat(looked.snapshot().ingresses())
                    .containsOnlyKeys(new ObjectKey("default", "a"), new ObjectKey("default", "calm"));
        }
    }

    private static void look(ManifestFolder folder, AtomicLong timeMs, int times) {
        for (int i = 0; i < times; i++) {
            folder.look();
            timeMs.addAndGet(100);
        }
    }

    @Test
    void a_folder_that_is_gone_leaves_the_last_good_state_and_is_read_again_when_it_is_back() throws IOException {
        Files.move(folder, temp.resolve("elsewhere"));
        await().atMost(SOON).until(() -> !source.snapshot().findings().isEmpty());
        assertThat(hosts()).containsExactly("a.example");
        assertThat(findings()).contains("the folder is gone");
        Files.createDirectory(folder);
        write("b.yaml", ingress("b", "back.example"));
        awaitHosts("back.example");
        assertThat(source.snapshot().findings()).isEmpty();
    }

    @Test
    void a_link_that_leads_back_to_itself_is_a_finding_and_no_more() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        await().atMost(SOON).until(() -> !source.snapshot().findings().isEmpty());
        assertThat(findings()).contains("a link that leads back to itself");
        write("a.yaml", ingress("a", "still.example"));
        awaitHosts("still.example");
    }

    @Test
    void a_file_that_may_not_be_read_leaves_its_last_good_state_until_it_may() throws IOException {
        Path file = folder.resolve("a.yaml");
        write("a.yaml", ingress("a", "secret.example"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "a super-user reads everything");
        await().atMost(SOON).until(() -> !source.snapshot().findings().isEmpty());
        assertThat(findings()).contains("permission");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        awaitHosts("secret.example");
    }

    @Test
    void a_folder_that_never_rests_is_served_nevertheless() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> rewriteUntil(done, folder.resolve("busy.yaml")));
        try {
            write("a.yaml", ingress("a", "calm.example"));
            await().atMost(SOON).until(() -> hosts().contains("calm.example"));
        } finally {
            done.set(true);
            writer.join();
        }
    }

    @Test
    void after_close_nothing_is_told() throws IOException {
        source.close();
        int told = changes.get();
        write("a.yaml", ingress("a", "late.example"));
        await().during(Duration.ofMillis(700)).atMost(SOON).until(() -> changes.get() == told);
    }

    @Test
    void what_is_no_folder_is_refused_in_one_line() throws IOException {
        assertThatThrownBy(() -> new ManifestFolder(temp.resolve("nowhere")))
                .isInstanceOf(SourceRefused.class)
                .hasMessage(temp.resolve("nowhere") + ": no such folder (expected: a folder of manifests)");
        Path file = Files.writeString(temp.resolve("file"), "");
        assertThatThrownBy(() -> new ManifestFolder(file))
                .isInstanceOf(SourceRefused.class)
                .hasMessage(file + ": not a folder (expected: a folder of manifests)");
        assertThatThrownBy(() -> ManifestFolder.read(List.of(temp.resolve("nowhere"))))
                .isInstanceOf(SourceRefused.class);
    }

    @Test
    void files_and_folders_can_be_read_once() throws IOException {
        Path file = Files.writeString(temp.resolve("s.yaml"), service("web", "eighty"));
        Snapshot snapshot = ManifestFolder.read(List.of(folder, file));
        assertThat(snapshot.ingresses()).hasSize(1);
        assertThat(snapshot.findings()).hasSize(1);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void awaitHosts(String... hosts) {
        await().atMost(SOON).untilAsserted(() -> assertThat(hosts()).containsExactly(hosts));
    }

    private Set<String> hosts() {
        return source.snapshot().ingresses().values().stream()
                .map(ingress -> ingress.getSpec().getRules().getFirst().getHost())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String findings() {
        return source.snapshot().findings().stream().map(Diagnostic::text).collect(Collectors.joining("\n"));
    }

    private static void rewriteUntil(AtomicBoolean done, Path file) {
        for (int i = 0; !done.get(); i++) {
            try {
                Files.writeString(file, ingress("busy", i + ".example"));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
