package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.annotation.KnownNames.Known;
import dev.tidegate.controller.annotation.KnownNames.Rule;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each annotation, set alone on an Ingress: a family reads it, or it is refused with why and what to say instead.
class RefusalTest {

    private static final ResourceRef WEB = ResourceRef.of("Ingress", "default", "web");
    private static final String PREFIX = "nginx.ingress.kubernetes.io/";

    static Stream<Known> known() {
        return KnownNames.ANNOTATIONS.names().stream()
                .map(name -> KnownNames.ANNOTATIONS.find(name).orElseThrow());
    }

    static Stream<Known> refused() {
        return known().filter(it -> it.rule() != Rule.HONOURED && it.rule() != Rule.OWN)
                .filter(it -> !it.asIs().equals("*"));
    }

    @Test
    void no_name_is_ignored_in_silence() {
        assertThat(known())
                .hasSizeGreaterThanOrEqualTo(138 + 17)
                .allMatch(it -> AnnotationFamilies.honouredNames().contains(it.name())
                        || it.asIs().equals("*")
                        || said(it.name(), "yes").size() == 1);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_refusal_says_which_annotation_why_and_what_to_say_instead(Known known) {
        Diagnostic refusal = said(known.name(), "yes").getFirst();
        Advice advice = AdviceBook.ANNOTATIONS.find(known.name()).orElseThrow();
        assertThat(refusal.reason()).isEqualTo(DiagnosticReason.UNSUPPORTED_ANNOTATION);
        assertThat(refusal.field()).isEqualTo("metadata.annotations[" + PREFIX + known.name() + "]");
        assertThat(refusal.message()).contains(known.name() + ": " + advice.why() + "; instead: ");
        assertThat(refusal.message()).doesNotEndWith("instead: ");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_refusal_is_short_enough_for_an_event(Known known) {
        assertThat(said(known.name(), "yes").getFirst().message()).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource({
        "enable-cors,            false",
        "canary,                 FALSE",
        "canary-weight,          0",
        "satisfy,                all",
        "enable-access-log,      true",
        "load-balance,           round_robin",
        "allowlist-source-range, '0.0.0.0/0,::/0'",
        "enable-rewrite-log,     true",
        "http2-push-preload,     true"
    })
    void what_asks_for_nothing_needs_no_word(String name, String value) {
        assertThat(said(name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"enable-access-log, false", "proxy-http-version, 1.0", "load-balance, ewma"})
    void what_asks_for_something_else_than_what_is_done_is_said(String name, String value) {
        if (!AnnotationFamilies.honouredNames().contains(name)) {
            assertThat(said(name, value)).hasSize(1);
        }
    }

    /// `f` and `0` are false to Go, and names and values like any other where no switch is meant.
    @ParameterizedTest
    @CsvSource({"auth-secret, f", "auth-url, F", "denylist-source-range, 0", "auth-type, false", "satisfy, 0"})
    void what_decides_access_is_off_only_where_it_is_a_switch(String name, String value) {
        if (!AnnotationFamilies.honouredNames().contains(name)) {
            assertThat(read(Map.of(PREFIX + name, value)).closedBy()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ingress.kubernetes.io/rewrite-target,       nginx.ingress.kubernetes.io/rewrite-target",
        "ingress.kubernetes.io/whitelist-source-range, nginx.ingress.kubernetes.io/whitelist-source-range"
    })
    void the_prefix_of_before_2018_is_told(String key, String instead) {
        assertThat(read(Map.of(key, "/x")).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("a prefix that is not read; instead: " + instead);
    }

    @Test
    void the_usual_prefix_is_told_where_another_one_counts() {
        List<Diagnostic> said = AnnotationFamilies.read(
                        WEB,
                        Map.of(PREFIX + "ssl-redirect", "false"),
                        List.of("tidegate.dev", "edge.example"),
                        Settings.DEFAULT)
                .diagnostics();
        assertThat(said)
                .extracting(Diagnostic::message)
                .containsExactly("a prefix that is not read; instead: edge.example/ssl-redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingress.kubernetes.io/backends", "ingress.kubernetes.io/url-map"})
    void what_other_controllers_write_under_the_old_prefix_is_theirs(String key) {
        assertThat(read(Map.of(key, "x")).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET\n\u001b[2Jerror all is lost", "a\u202eb", "a\u0000b", "a\u2028b", "a\rb"})
    void what_a_value_says_stays_in_its_line(String value) {
        for (String name : List.of("backend-protocol", "rewrite-target", "proxy-body-size", "ssl-redirect")) {
            assertThat(said(name, value))
                    .isNotEmpty()
                    .allMatch(it -> it.text().codePoints().allMatch(RefusalTest::isPrintable), name);
        }
        assertThat(said("configuration-snippet", value + ";"))
                .allMatch(it -> it.text().codePoints().allMatch(RefusalTest::isPrintable));
    }

    @Test
    void a_long_value_makes_no_long_line() {
        assertThat(said("backend-protocol", "x".repeat(200_000)).getFirst().message())
                .hasSizeLessThan(1100);
    }

    private static boolean isPrintable(int codePoint) {
        return !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT
                && codePoint != 0x2028;
    }

    private static List<Diagnostic> said(String name, String value) {
        return read(Map.of(PREFIX + name, value)).diagnostics();
    }

    private static IngressPolicies read(Map<String, String> annotations) {
        return AnnotationFamilies.read(
                WEB, annotations, List.of("tidegate.dev", "nginx.ingress.kubernetes.io"), Settings.DEFAULT);
    }
}
