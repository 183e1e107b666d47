package dev.tidegate.dns.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What external-dns documents for the annotations of an Ingress.
class AnnotatedWishesTest {

    private static final String ALPHA = "external-dns.alpha.kubernetes.io/";
    private static final String NEW = "external-dns.kubernetes.io/";

    private static Wishes wishes(String key, String value) {
        AnnotatedWishes read = AnnotatedWishes.read(Map.of(ALPHA + key, value));
        assertThat(read.faults()).isEmpty();
        assertThat(AnnotatedWishes.read(Map.of(NEW + key, value))).isEqualTo(read);
        return read.wishes();
    }

    @Test
    void other_annotations_say_nothing() {
        assertThat(AnnotatedWishes.read(Map.of("nginx.ingress.kubernetes.io/rewrite-target", "/", "ttl", "60")))
                .isEqualTo(AnnotatedWishes.read(Map.of()))
                .extracting(AnnotatedWishes::wishes)
                .isEqualTo(Wishes.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60",
        "1, 1",
        "2147483647, 2147483647",
        "10m, 600",
        "1m30s, 90",
        "1.5s, 1",
        "1h, 3600",
        "+5s, 5",
        "1500ms, 1",
        ".5m, 30",
    })
    void a_ttl_is_seconds_or_a_go_duration(String value, long seconds) {
        assertThat(wishes("ttl", value).ttl()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "500ms"})
    void no_ttl_is_the_default(String value) {
        assertThat(wishes("ttl", value).ttl()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "foo", "-1", "-5s", "2147483648", "10 m", "10M", "1d", "99999999999999999h", "1e3", "."})
    void a_ttl_that_is_none_is_told_and_passed_over(String value) {
        AnnotatedWishes read = AnnotatedWishes.read(Map.of(ALPHA + "ttl", value));
        assertThat(read.wishes()).isEqualTo(Wishes.NONE);
        assertThat(read.faults())
                .containsExactly(new AnnotationFault(
                        ALPHA + "ttl",
                        AnnotationFault.Kind.MALFORMED,
                        "'" + value + "' (expected: 1 to 2147483647 seconds, as a number or as a duration like 5m)"));
    }

    @Test
    void hostnames_and_targets_are_lists_with_commas() {
        assertThat(wishes("hostname", "a.example, b.example,,a.example").hostnames())
                .containsExactly("a.example", "b.example");
        assertThat(wishes("target", "1.2.3.4,2001:db8::1").targets()).containsExactly("1.2.3.4", "2001:db8::1");
        assertThat(wishes("target", "").targets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "controller, dns-controller, false",
        "controller, none, true",
        "controller, '', true",
        "exclude, true, true",
        "exclude, false, false",
    })
    void an_object_may_be_somebody_elses_or_nobodys(String key, String value, boolean excluded) {
        assertThat(wishes(key, value).excluded()).isEqualTo(excluded);
    }

    @ParameterizedTest
    @CsvSource({
        "defined-hosts-only, HOSTS_ONLY",
        "Defined-Hosts-Only, HOSTS_ONLY",
        "annotation-only, HOSTNAMES_ONLY",
    })
    void names_come_from_the_hosts_the_annotation_or_both(String value, Wishes.Source source) {
        assertThat(wishes("ingress-hostname-source", value).source()).isEqualTo(source);
    }

    @Test
    void another_source_is_told_and_passed_over() {
        AnnotatedWishes read = AnnotatedWishes.read(Map.of(NEW + "ingress-hostname-source", "rules"));
        assertThat(read.wishes().source()).isEqualTo(Wishes.Source.BOTH);
        assertThat(read.faults()).extracting(AnnotationFault::kind).containsExactly(AnnotationFault.Kind.MALFORMED);
    }

    @Test
    void of_two_prefixes_the_newer_is_believed_and_a_difference_told() {
        Map<String, String> same = Map.of(NEW + "ttl", "60", ALPHA + "ttl", "60");
        assertThat(AnnotatedWishes.read(same).faults()).isEmpty();
        AnnotatedWishes read = AnnotatedWishes.read(Map.of(NEW + "ttl", "60", ALPHA + "ttl", "30"));
        assertThat(read.wishes()).isEqualTo(Wishes.NONE.withTtl(Duration.ofMinutes(1)));
        assertThat(read.faults())
                .containsExactly(new AnnotationFault(
                        ALPHA + "ttl",
                        AnnotationFault.Kind.AMBIGUOUS,
                        "'30', but external-dns.kubernetes.io/ttl says '60' and is believed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-identifier", "alias", "aws-weight", "cloudflare-proxied", "internal-hostname", "tll"})
    void what_cannot_be_done_is_told(String key) {
        AnnotatedWishes read = AnnotatedWishes.read(Map.of(ALPHA + key, "x"));
        assertThat(read.wishes()).isEqualTo(Wishes.NONE);
        assertThat(List.copyOf(read.faults()))
                .extracting(AnnotationFault::kind)
                .containsExactly(AnnotationFault.Kind.NOT_HONOURED);
    }
}
