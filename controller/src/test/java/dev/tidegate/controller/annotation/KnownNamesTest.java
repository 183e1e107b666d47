package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.annotation.KnownNames.Known;
import dev.tidegate.controller.annotation.KnownNames.Rule;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {

    @Test
    void all_136_annotations_of_ingress_nginx_and_its_two_aliases_are_known() {
        assertThat(KnownNames.ANNOTATIONS.names().stream()
                        .filter(name ->
                                !EnumSet.of(Rule.RETIRED, Rule.OWN).contains(rule(KnownNames.ANNOTATIONS, name))))
                .hasSize(138)
                .contains("whitelist-source-range", "limit-whitelist");
    }

    @Test
    void what_is_listed_as_honoured_is_what_families_read() {
        assertThat(honoured(KnownNames.ANNOTATIONS)).isEqualTo(AnnotationFamilies.honouredNames());
    }

    @Test
    void what_is_listed_as_honoured_is_what_settings_read() {
        assertThat(honoured(KnownNames.SETTINGS)).isEqualTo(Settings.honouredKeys());
    }

    @Test
    void everything_named_auth_decides_access() {
        assertThat(KnownNames.ANNOTATIONS.names().stream().filter(name -> name.startsWith("auth-")))
                .isNotEmpty()
                .allMatch(name -> rule(KnownNames.ANNOTATIONS, name) == Rule.ACCESS);
    }

    @ParameterizedTest
    @CsvSource({
        "proxy-body-sise,         proxy-body-size",
        "ssl-redirects,           ssl-redirect",
        "whitelist-source-ranges, whitelist-source-range",
        "proxy-read_timeout,      proxy-read-timeout"
    })
    void a_misspelt_name_finds_the_one_that_was_meant(String written, String meant) {
        assertThat(KnownNames.ANNOTATIONS.nearest(written)).contains(meant);
    }

    @Test
    void a_name_unlike_any_finds_none() {
        assertThat(KnownNames.ANNOTATIONS.nearest("something-else-altogether")).isEmpty();
    }

    private static Set<String> honoured(KnownNames names) {
        return names.names().stream()
                .filter(name -> EnumSet.of(Rule.HONOURED, Rule.OWN).contains(rule(names, name)))
                .collect(Collectors.toSet());
    }

    private static Rule rule(KnownNames names, String name) {
        return names.find(name).map(Known::rule).orElseThrow();
    }
}
