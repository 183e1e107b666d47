package dev.tidegate.controller.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.gateway.table.Affinity;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalancingFamilyTest {

    private static String text(Reading reading) {
        return reading.policy(Balancing.class)
                .map(balancing -> switch (balancing) {
                    case Affinity it -> it.mode() + " session";
                    case Balancing.Quickest _ -> "quickest";
                    case Balancing.ByHash it -> it.key().text() + " of " + it.group();
                })
                .orElse("in turn");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                                                in turn",
        "load-balance: round_robin,                                         in turn",
        "load-balance: ewma,                                                quickest",
        "upstream-hash-by: $request_uri,                                    ${request_uri} of 1",
        "upstream-hash-by: $request_uri; load-balance: ewma,                ${request_uri} of 1",
        "upstream-hash-by: $uri; upstream-hash-by-subset: true,             ${uri} of 3",
        "upstream-hash-by: $uri; upstream-hash-by-subset-size: 5,           ${uri} of 1",
        "upstream-hash-by: $uri; upstream-hash-by-subset: true; upstream-hash-by-subset-size: 5, ${uri} of 5",
        "upstream-hash-by-subset: true,                                     in turn",
        "affinity: cookie,                                                  BALANCED session",
        "affinity: cookie; upstream-hash-by: $uri; load-balance: ewma,      BALANCED session",
        "affinity: cookie; affinity-mode: persistent,                       PERSISTENT session"
    })
    void what_is_asked_for(String annotations, String balancing) {
        Reading reading = Reading.of(annotations);
        assertThat(text(reading)).isEqualTo(balancing);
        assertThat(reading.said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load-balance: ip_hash | in turn | ip_hash (expected: round_robin or ewma)",
                "upstream-hash-by: $ssl_cipher | in turn | $ssl_cipher (expected: an ASCII text of at most 16 parts"
                        + " with any of",
                "upstream-hash-by: $ssl_cipher; load-balance: ewma | quickest | $ssl_cipher (expected: an ASCII text",
                "upstream-hash-by: $uri; upstream-hash-by-subset: yes | ${uri} of 1 | yes (expected: true or false)",
                "upstream-hash-by: $uri; upstream-hash-by-subset: 1; upstream-hash-by-subset-size: 0 | ${uri} of 3"
                        + " | 0 (expected: a whole number, at least 1)"
            })
    void what_cannot_be_read_is_told_and_its_default_stands(String annotations, String balancing, String said) {
        Reading reading = Reading.of(annotations);
        assertThat(text(reading)).isEqualTo(balancing);
        assertThat(reading.said()).singleElement().asString().startsWith(said);
    }

    @ParameterizedTest
    @CsvSource({
        "ewma,        '',                        quickest",
        "round_robin, '',                        in turn",
        "ewma,        load-balance: round_robin, in turn",
        "round_robin, load-balance: ewma,        quickest",
        "ewma,        upstream-hash-by: $uri,    ${uri} of 1"
    })
    void the_config_map_says_what_holds_where_an_ingress_is_silent(
            String global, String annotations, String balancing) {
        Settings settings = Settings.read(
                ResourceRef.of("ConfigMap", "default", "tidegate"), Map.of("load-balance", global), PolicyMode.EXPLAIN);
        assertThat(settings.diagnostics()).isEmpty();
        assertThat(text(Reading.of(annotations, settings))).isEqualTo(balancing);
    }
}
