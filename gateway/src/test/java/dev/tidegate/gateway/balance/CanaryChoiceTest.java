package dev.tidegate.gateway.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.CanaryRules.HeaderRule;
import dev.tidegate.gateway.table.HeaderPattern;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryChoiceTest {

    private static final HeaderRule ALWAYS_OR_NEVER = new HeaderRule.AlwaysOrNever("x-canary");
    private static final HeaderRule EQUAL = new HeaderRule.Equal("x-canary", "DoCanary");
    private static final HeaderRule MATCHING = new HeaderRule.Matching(
            "x-canary", HeaderPattern.of("^Do[A-Z][a-z]+y$").orElseThrow());
    private static final HeaderRule UNREADABLE = new HeaderRule.Unreadable("x-canary");

    private static String decided(HeaderRule header, String headerValue, String cookieValue) {
        Facts request = Facts.request("/");
        if (headerValue != null) {
            request.header("x-canary", headerValue);
        }
        if (cookieValue != null) {
            request.cookie("canary", cookieValue);
        }
        boolean whenUnlikely = takes(header, 0, request);
        boolean whenCertain = takes(header, 100, request);
        return whenUnlikely != whenCertain ? "by chance" : whenCertain ? "canary" : "primary";
    }

    private static boolean takes(HeaderRule header, int weight, Facts request) {
        CanaryRules rules = new CanaryRules(Optional.of(header), Optional.of("canary"), weight, 100);
        return CanaryChoice.takes(rules, request, new Random(7));
    }

    @ParameterizedTest
    @CsvSource({
        "always, ,       canary",
        "always, never,  canary",
        "never,  ,       primary",
        "never,  always, primary",
        "Always, ,       by chance",
        "true,   ,       by chance",
        "true,   always, canary",
        "true,   never,  primary",
        ",       always, canary",
        ",       never,  primary",
        ",       ALWAYS, by chance",
        ",       ,       by chance"
    })
    void header_then_cookie_then_chance(String header, String cookie, String decided) {
        assertThat(decided(ALWAYS_OR_NEVER, header, cookie)).isEqualTo(decided);
    }

    @ParameterizedTest
    @CsvSource({
        "DoCanary, never,  canary",
        "docanary, ,       by chance",
        "always,   ,       by chance",
        "never,    ,       by chance",
        "always,   never,  primary",
        "never,    always, canary",
        ",         ,       by chance"
    })
    void a_value_takes_the_place_of_always_and_never(String header, String cookie, String decided) {
        assertThat(decided(EQUAL, header, cookie)).isEqualTo(decided);
    }

    @ParameterizedTest
    @CsvSource({
        "DoCanary, never,  canary",
        "DoPansy,  ,       canary",
        "docanary, ,       by chance",
        "always,   ,       by chance",
        "never,    always, canary"
    })
    void a_pattern_takes_the_place_of_always_and_never(String header, String cookie, String decided) {
        assertThat(decided(MATCHING, header, cookie)).isEqualTo(decided);
    }

    @ParameterizedTest
    @CsvSource({"DoCanary, , primary", "always, always, primary", ", always, canary", ", , by chance"})
    void where_a_pattern_cannot_be_read_who_sends_the_header_stays(String header, String cookie, String decided) {
        assertThat(decided(UNREADABLE, header, cookie)).isEqualTo(decided);
    }

    /// Each value of the draw once.
    @ParameterizedTest
    @CsvSource({
        "0, 100, 0",
        "1, 100, 1",
        "50, 100, 50",
        "100, 100, 100",
        "100, 200, 100",
        "1000, 1000, 1000",
        "300, 200, 200"
    })
    void so_many_of_the_total_go_to_the_canary(int weight, int total, int taken) {
        CanaryRules rules = new CanaryRules(Optional.empty(), Optional.empty(), weight, total);
        long count = 0;
        for (int draw = 0; draw < total; draw++) {
            count += CanaryChoice.takes(rules, Facts.request("/"), drawing(draw, total)) ? 1 : 0;
        }
        assertThat(count).isEqualTo(taken);
    }

    private static RandomGenerator drawing(int draw, int bound) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("asked for another draw");
            }

            @Override
            public int nextInt(int asked) {
                assertThat(asked).isEqualTo(bound);
                return draw;
            }
        };
    }

    @Test
    void without_rules_nothing_goes_to_the_canary() {
        CanaryRules rules = new CanaryRules(Optional.empty(), Optional.empty(), 0, 100);
        assertThat(CanaryChoice.takes(
                        rules,
                        Facts.request("/").header("x-canary", "always").cookie("canary", "always"),
                        new Random(7)))
                .isFalse();
    }
}
