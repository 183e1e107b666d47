package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.RoutePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewriteFamilyTest {

    private static final String PREFIX = "nginx.ingress.kubernetes.io";

    private static IngressPolicies read(String... namesAndValues) {
        Map<String, String> annotations = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            annotations.put(PREFIX + "/" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return AnnotationFamilies.read(
                ResourceRef.of("Ingress", "default", "web"), annotations, List.of(PREFIX), Settings.DEFAULT);
    }

    private static List<RoutePolicy> on(String rulePath, IngressPolicies policies) {
        return policies.rewrite().map(it -> it.on(rulePath)).orElse(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "/$2,                 /a(/|$)(.*), [Rewrite[target=/$2]]",
        "/,                   /app,        [Rewrite[target=/]]",
        "/app,                /app,        []",
        "$1,                  /app(/.*),   [Rewrite[target=$1]]",
        "/a/./b//c,           /app,        [Rewrite[target=/a/b/c]]",
        "/$host$request_uri,  /app,        [Rewrite[target=/$host$request_uri]]",
        "https://b.example,   /app,        [RewriteRedirect[url=https://b.example]]",
        "http://$host:81/$1,  /(.*),       [RewriteRedirect[url=http://$host:81/$1]]"
    })
    void a_target_becomes_a_policy_of_each_path_but_its_own(String target, String path, String policies) {
        IngressPolicies read = read("rewrite-target", target);

        assertThat(on(path, read)).hasToString(policies);
        assertThat(read.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/x?y=1,      (expected: a path with a leading /",
        "relative,    (expected: a path with a leading /",
        "/a b,        (expected: a path with a leading /",
        "/../x,       (expected: a path with a leading /",
        "/$0,         /$0 has $ (expected: $1 to $9",
        "/$uri,       /$uri has $uri (expected: $1 to $9",
        "/$http_x,    /$http_x has $http_x (expected: $1 to $9",
        "https://,    (expected: a URL with a host); nothing is redirected",
        "https:///x,  (expected: a URL with a host); nothing is redirected"
    })
    void a_target_that_cannot_be_read_is_told_and_nothing_is_rewritten(String target, String told) {
        IngressPolicies read = read("rewrite-target", target);

        assertThat(read.rewrite()).isEmpty();
        assertThat(texts(read)).contains(told).startsWith("error ");
    }

    @Test
    void a_line_feed_in_a_target_is_refused() {
        assertThat(read("rewrite-target", "/a\nb").rewrite()).isEmpty();
        assertThat(read("rewrite-target", "/$1\r\nx: y").rewrite()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "T"})
    void use_regex_asks_for_expressions(String value) {
        assertThat(read("use-regex", value).regex()).isEqualTo(new RegexRule(true, RegexScope.HOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0"})
    void use_regex_that_is_off_asks_for_none(String value) {
        IngressPolicies read = read("use-regex", value);

        assertThat(read.regex().asked()).isFalse();
        assertThat(read.diagnostics()).isEmpty();
    }

    @Test
    void use_regex_that_is_no_boolean_is_told_and_off() {
        IngressPolicies read = read("use-regex", "yes");

        assertThat(read.regex().asked()).isFalse();
        assertThat(texts(read)).contains("use-regex]: yes (expected: ");
    }

    @Test
    void a_prefix_stands_beside_a_rewrite_only() {
        assertThat(on("/app(.*)", read("rewrite-target", "/$1", "x-forwarded-prefix", "/app$1")))
                .hasToString("[Rewrite[target=/$1], ForwardedPrefix[value=/app$1]]");
        assertThat(on("/app", read("rewrite-target", "/app", "x-forwarded-prefix", "/app")))
                .isEmpty();

        IngressPolicies alone = read("x-forwarded-prefix", "/app");
        assertThat(alone.rewrite()).isEmpty();
        assertThat(texts(alone)).startsWith("warning ").contains("(expected: rewrite-target beside it)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/x?y", "/$nothing", "/ä"})
    void a_prefix_that_cannot_be_read_is_told_and_not_added(String value) {
        IngressPolicies read = read("rewrite-target", "/", "x-forwarded-prefix", value);

        assertThat(on("/app", read)).hasToString("[Rewrite[target=/]]");
        assertThat(texts(read)).contains("; nothing is added");
    }

    private static String texts(IngressPolicies policies) {
        return policies.diagnostics().stream().map(Diagnostic::text).collect(Collectors.joining("\n"));
    }
}
