package dev.tidegate.controller.source.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ObjectJsonTest {

    private final ObjectJson<Ingress> json = new ObjectJson<>(Ingress.class);

    @Test
    void a_page_has_its_items_its_version_and_how_to_go_on() throws IOException {
        ObjectJson.Page<Ingress> page = json.page(bytes("""
            {"kind":"IngressList","apiVersion":"networking.k8s.io/v1","unheard":[{"of":1}],
             "metadata":{"resourceVersion":"7","continue":"abc","remainingItemCount":3},
             "items":[{"metadata":{"name":"a","namespace":"x"}},{"metadata":{"name":"b","namespace":"x"}}]}\
            """));
        assertThat(page.items()).extracting(item -> ObjectKey.of(item).path()).containsExactly("x/a", "x/b");
        assertThat(page.version()).isEqualTo("7");
        assertThat(page.next()).isEqualTo("abc");
    }

    @Test
    void the_last_page_may_be_empty() throws IOException {
        ObjectJson.Page<Ingress> page = json.page(bytes("{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":null}"));
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void what_is_no_list_is_refused() {
        assertThatThrownBy(() -> json.page(bytes("{\"items\":[]}"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.page(bytes("[]"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.page(bytes("<html>"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json.page(bytes("{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[{}]}")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void what_nobody_looks_at_is_not_kept() throws IOException {
        Ingress read = json.object(bytes("""
            {"metadata":{"name":"a","managedFields":[{"manager":"kubectl"}],
             "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}","note":"kept"}},
             "spec":{"later":"field"}}\
            """));
        assertThat(read.getMetadata().getManagedFields()).isEmpty();
        assertThat(read.getMetadata().getAnnotations()).containsOnlyKeys("note");
        assertThat(read.getMetadata().getAdditionalProperties()).isEmpty();
        assertThat(read.getSpec().getAdditionalProperties()).containsEntry("later", "field");
    }

    @Test
    void a_text_that_was_read_before_is_held_once() throws IOException {
        Ingress one = json.object(bytes("{\"metadata\":{\"name\":\"a\",\"namespace\":\"shop\"}}"));
        Ingress other = json.object(bytes("{\"metadata\":{\"name\":\"b\",\"namespace\":\"shop\"}}"));
        assertThat(other.getMetadata().getNamespace())
                .isSameAs(one.getMetadata().getNamespace());
    }

    @Test
    void text_of_any_script_comes_through() throws IOException {
        Ingress read = json.object(bytes("{\"metadata\":{\"name\":\"a\",\"annotations\":{\"note\":\"für 東京 🦊\"}}}"));
        assertThat(read.getMetadata().getAnnotations()).containsEntry("note", "für 東京 🦊");
    }

    @Test
    void an_error_says_what_to_do_next() throws IOException {
        assertThat(json.event(bytes("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410}}")))
                .hasValueSatisfying(event -> assertThat(((WatchEvent.Failed<Ingress>) event).setback())
                        .isInstanceOf(Setback.Expired.class));
    }

    @Test
    void an_event_of_a_kind_that_is_not_known_is_passed_over() throws IOException {
        assertThat(json.event(bytes("{\"type\":\"RENAMED\",\"object\":{}}"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
