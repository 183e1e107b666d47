package dev.tidegate.controller.source.folder;

import static dev.tidegate.controller.source.folder.Manifests.ingress;
import static dev.tidegate.controller.source.folder.Manifests.service;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.Enforcement;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.PolicyObjects;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.manifest.ManifestReader;
import dev.tidegate.controller.source.manifest.ManifestReading;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FolderContentTest {

    private static final ObjectKey SHOP = new ObjectKey("default", "shop");
    private static final ObjectKey WEB = new ObjectKey("default", "web");

    @Test
    void broken_yaml_leaves_the_last_good_objects_of_its_file() {
        FolderContent good = content(Map.of("a.yaml", ingress("shop", "a.example") + service("web", 80)));
        FolderContent broken = good.with(readings(Map.of("a.yaml", ingress("shop", "{[}"))));
        assertThat(maps(broken)).isEqualTo(maps(good));
        assertThat(texts(broken))
                .singleElement()
                .asString()
                .startsWith("error File a.yaml: line ")
                .contains("its last good version stays");
    }

    @Test
    void a_wrong_type_leaves_the_last_good_version_of_its_object_only() {
        FolderContent good = content(Map.of("a.yaml", ingress("shop", "a.example") + service("web", 80)));
        FolderContent next =
                good.with(readings(Map.of("a.yaml", ingress("shop", "b.example") + service("web", "eighty"))));
        assertThat(next.snapshot(Map.of()).services().get(WEB))
                .isSameAs(good.snapshot(Map.of()).services().get(WEB));
        assertThat(host(next)).isEqualTo("b.example");
        assertThat(texts(next))
                .containsExactly("error Service default/web spec.ports[0].port: \"eighty\" (expected: an integer)"
                        + " at a.yaml:12:18; its last good version stays (MalformedObject)");
    }

    @Test
    void an_object_that_was_never_good_is_not_there() {
        FolderContent content = content(Map.of("a.yaml", service("web", "eighty")));
        assertThat(content.snapshot(Map.of()).services()).isEmpty();
        assertThat(texts(content)).singleElement().asString().doesNotContain("last good");
    }

    @Test
    void an_object_stays_while_the_file_that_no_longer_names_it_has_errors() {
        FolderContent good = content(Map.of("a.yaml", ingress("shop", "a.example") + service("web", 80)));
        FolderContent next = good.with(readings(Map.of(
                "a.yaml", ingress("shop", "b.example") + service("web", 80).replace("name:", "nam:"))));
        assertThat(next.snapshot(Map.of()).services()).containsOnlyKeys(WEB);
        assertThat(host(next)).isEqualTo("b.example");
        assertThat(texts(next))
                .last()
                .asString()
                .startsWith("warning Service default/web: no longer in a.yaml, which has errors");
        FolderContent repaired = next.with(readings(Map.of("a.yaml", ingress("shop", "b.example"))));
        assertThat(repaired.snapshot(Map.of()).services()).isEmpty();
    }

    @Test
    void an_emptied_file_is_taken_as_one_about_to_be_written() {
        FolderContent good = content(Map.of("a.yaml", ingress("shop", "a.example")));
        FolderContent emptied = good.with(readings(Map.of("a.yaml", "")));
        assertThat(maps(emptied)).isEqualTo(maps(good));
        assertThat(texts(emptied)).singleElement().asString().contains("delete the file to remove them");
    }

    @Test
    void a_file_of_comments_removes_its_objects() {
        FolderContent good = content(Map.of("a.yaml", ingress("shop", "a.example")));
        FolderContent next = good.with(readings(Map.of("a.yaml", "# nothing for now\n")));
        assertThat(next.snapshot(Map.of())).isEqualTo(Snapshot.EMPTY.with(PolicyObjects.NONE.on(Enforcement.NO)));
    }

    @Test
    void a_file_that_is_gone_takes_its_objects_with_it() {
        FolderContent two = content(Map.of("a.yaml", ingress("shop", "a.example"), "b.yaml", service("web", 80)));
        FolderContent one = two.without(List.of(Path.of("a.yaml")));
        assertThat(one.snapshot(Map.of()).ingresses()).isEmpty();
        assertThat(one.snapshot(Map.of()).services()).containsOnlyKeys(WEB);
    }

    @Test
    void of_two_files_with_the_same_object_the_first_stands_and_both_are_named() {
        FolderContent content =
                content(Map.of("b.yaml", ingress("shop", "b.example"), "a.yaml", ingress("shop", "a.example")));
        assertThat(host(content)).isEqualTo("a.example");
        assertThat(texts(content))
                .containsExactly("error Ingress default/shop metadata.name: stands twice, at a.yaml:2:1 and at"
                        + " b.yaml:2:1 (expected: once); the first is served (MalformedObject)");
        assertThat(host(content.without(List.of(Path.of("a.yaml"))))).isEqualTo("b.example");
    }

    @Test
    void an_object_that_did_not_change_stays_the_same_instance() {
        FolderContent before = content(Map.of("a.yaml", ingress("shop", "a.example") + service("web", 80)));
        FolderContent edited = before.with(
                readings(Map.of("a.yaml", "# a comment\n" + ingress("shop", "a.example") + service("web", 81))));
        FolderContent moved = edited.with(readings(Map.of("b.yaml", ingress("shop", "a.example"))))
                .without(List.of(Path.of("a.yaml")));
        Object shop = before.snapshot(Map.of()).ingresses().get(SHOP);
        assertThat(edited.snapshot(Map.of()).ingresses().get(SHOP)).isSameAs(shop);
        assertThat(moved.snapshot(Map.of()).ingresses().get(SHOP)).isSameAs(shop);
        assertThat(edited.snapshot(Map.of()).services().get(WEB))
                .isNotSameAs(before.snapshot(Map.of()).services().get(WEB));
    }

    @Property(tries = 100)
    void however_documents_are_split_over_files_the_snapshot_is_the_same(
            @ForAll @IntRange(min = 1, max = 8) int files, @ForAll Random random) {
        List<String> documents = IntStream.range(0, 12)
                .mapToObj(i -> i % 2 == 0 ? ingress("shop" + i, i + ".example") : service("web" + i, 80 + i))
                .toList();
        Map<String, String> split = new HashMap<>();
        documents.forEach(document -> split.merge(random.nextInt(files) + ".yaml", document, String::concat));
        FolderContent whole = content(Map.of("all.yaml", String.join("", documents)));
        assertThat(content(split).snapshot(Map.of())).isEqualTo(whole.snapshot(Map.of()));
    }

    /// A text that was cut off and is good all the same is an edit like any other: that its writer is done is for
    /// the watcher to know. One that is not good loses nothing.
    @Property(tries = 300)
    void a_text_cut_off_anywhere_loses_nothing_if_it_is_not_good(@ForAll @IntRange(min = 0, max = 209) int at) {
        String text = ingress("shop", "a.example") + service("web", 80);
        FolderContent good = content(Map.of("a.yaml", text));
        FolderContent cut = good.with(readings(Map.of("a.yaml", text.substring(0, Math.min(at, text.length())))));
        if (!texts(cut).isEmpty()) {
            assertThat(maps(cut)).isEqualTo(maps(good));
        }
    }

    private static String host(FolderContent content) {
        Ingress shop = content.snapshot(Map.of()).ingresses().get(SHOP);
        return shop == null ? "none" : shop.getSpec().getRules().getFirst().getHost();
    }

    private static FolderContent content(Map<String, String> texts) {
        return FolderContent.EMPTY.with(readings(texts));
    }

    private static Map<Path, ManifestReading> readings(Map<String, String> texts) {
        Map<Path, ManifestReading> readings = new HashMap<>();
        texts.forEach((file, text) -> readings.put(Path.of(file), ManifestReader.read(file, text.getBytes(UTF_8))));
        return readings;
    }

    private static List<String> texts(FolderContent content) {
        return content.snapshot(Map.of()).findings().stream()
                .map(Diagnostic::text)
                .toList();
    }

    private static List<Object> maps(FolderContent content) {
        Snapshot snapshot = content.snapshot(Map.of());
        return List.of(snapshot.ingresses(), snapshot.services());
    }
}
