package dev.tidegate.controller.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ObjectEventTest {

    private static final ResourceRef WEB = ResourceRef.of("Ingress", "default", "web");

    @Test
    void a_problem_is_told_with_its_reason_field_and_expectation() {
        ObjectEvent event = ObjectEvent.appeared(missing(WEB)).orElseThrow();
        assertThat(event.warning()).isTrue();
        assertThat(event.reason()).isEqualTo("ServiceNotFound");
        assertThat(event.note()).isEqualTo("spec.rules[0]: shop (expected: a Service)");
        assertThat(event.apiVersion()).isEqualTo("networking.k8s.io/v1");
    }

    @Test
    void its_end_is_told_as_normal() {
        ObjectEvent event = ObjectEvent.resolved(missing(WEB)).orElseThrow();
        assertThat(event.warning()).isFalse();
        assertThat(event.reason()).isEqualTo("Resolved");
        assertThat(event.note()).startsWith("ServiceNotFound: spec.rules[0]: ");
    }

    @Test
    void of_what_is_no_object_nothing_is_told() {
        assertThat(ObjectEvent.appeared(missing(ResourceRef.of("File", "", "web.yaml"))))
                .isEmpty();
        assertThat(ObjectEvent.appeared(missing(ResourceRef.of("IngressClass", "", "*"))))
                .isEmpty();
    }

    @Test
    void what_concerns_the_cluster_is_told_in_the_default_namespace() {
        assertThat(ObjectEvent.programmed(ResourceRef.of("IngressClass", "", "tidegate"))
                        .namespace())
                .isEqualTo("default");
        assertThat(ObjectEvent.programmed(WEB).namespace()).isEqualTo("default");
    }

    @Property(tries = 200)
    void the_same_is_told_under_the_same_name_and_another_under_another(
            @ForAll String one, @ForAll String other, @ForAll String uid) {
        ObjectEvent event = new ObjectEvent(true, WEB, "InvalidField", one);
        assertThat(event.name(uid)).isEqualTo(new ObjectEvent(true, WEB, "InvalidField", one).name(uid));
        Assume.that(!Objects.equals(event, new ObjectEvent(true, WEB, "InvalidField", other))
                && !Arrays.equals(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)));
        assertThat(event.name(uid)).isNotEqualTo(new ObjectEvent(true, WEB, "InvalidField", other).name(uid));
    }

    @Test
    void an_object_made_anew_is_another() {
        ObjectEvent event = ObjectEvent.programmed(WEB);
        assertThat(event.name("1")).isNotEqualTo(event.name("2")).startsWith("web.");
    }

    @Property(tries = 200)
    void notes_and_names_keep_their_bounds(@ForAll String text) {
        String longName = "a".repeat(253);
        ObjectEvent event = new ObjectEvent(
                true,
                ResourceRef.of("Ingress", "default", longName),
                "InvalidField",
                text.repeat(50) + "ü😀".repeat(300));
        assertThat(event.note().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        assertThat(event.note()).endsWith("…");
        assertThat(event.name("uid")).hasSizeLessThanOrEqualTo(253);
    }

    private static Diagnostic missing(ResourceRef source) {
        return Diagnostic.error(
                source, "spec.rules[0]", DiagnosticReason.SERVICE_NOT_FOUND, "shop (expected: a Service)");
    }
}
