package dev.tidegate.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateIndexTest {

    private static final ServerCertificate EXACT =
            TestCertificates.selfSigned("shop.example").certificate();
    private static final ServerCertificate WILDCARD =
            TestCertificates.selfSigned("*.example").certificate();
    private static final ServerCertificate DEFAULT =
            TestCertificates.selfSigned("default.test").certificate();
    private static final CertificateIndex INDEX =
            CertificateIndex.of(Map.of("shop.example", EXACT, "*.example", WILDCARD), DEFAULT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shop.example   | shop.example
        SHOP.Example   | shop.example
        shop.example.  | shop.example
        blog.example   | *.example
        a.shop.example | default.test
        example        | default.test
        .example       | default.test
        other.test     | default.test
        ''             | default.test
                       | default.test
        """)
    void the_exact_name_comes_before_the_wildcard_and_that_before_the_default(String serverName, String presented) {
        assertThat(INDEX.find(serverName).names().names()).containsExactly(presented);
    }

    @Test
    void a_certificate_is_found_by_its_id_as_long_as_it_is_in_the_index() {
        assertThat(INDEX.byId(EXACT.id())).isSameAs(EXACT);
        assertThat(INDEX.byId(DEFAULT.id())).isSameAs(DEFAULT);
        assertThat(CertificateIndex.of(Map.of(), DEFAULT).byId(EXACT.id())).isNull();
    }

    @Test
    void one_certificate_may_serve_many_hosts_and_be_the_default() {
        CertificateIndex index = CertificateIndex.of(Map.of("a.test", DEFAULT, "b.test", DEFAULT), DEFAULT);

        assertThat(index.byId(DEFAULT.id())).isSameAs(DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        new.shop       | of new.shop
        NEW.shop.      | of new.shop
        a.new.shop     | the default
        a.soon.test    | of *.soon.test
        known.soon.test |
        listed.soon.test | the default
        blog.example   |
        other.test     | the default
                       | the default
        """)
    void who_asks_for_what_is_not_read_yet_is_told_what_to_wait_for(String serverName, String place) {
        CertificateIndex index = INDEX.with("known.soon.test", EXACT)
                .with("listed.soon.test", DEFAULT)
                .awaiting("new.shop", "of new.shop")
                .awaiting("*.soon.test", "of *.soon.test")
                .awaitingDefault(DEFAULT, "the default");

        assertThat(index.awaited(serverName)).isEqualTo(Optional.ofNullable(place));
    }

    @Test
    void what_has_come_is_awaited_no_longer() {
        CertificateIndex index = INDEX.awaiting("new.shop", "of new.shop")
                .awaiting("gone.shop", "")
                .awaitingDefault(DEFAULT, "");

        CertificateIndex after =
                index.with("new.shop", EXACT).without("gone.shop").withDefault(DEFAULT);

        assertThat(after.awaited()).isEmpty();
        assertThat(after).isEqualTo(INDEX.with("new.shop", EXACT)).isNotEqualTo(index);
    }

    @Test
    void a_certificate_that_is_awaited_again_is_presented_no_longer() {
        CertificateIndex index = INDEX.awaiting("shop.example", "of shop.example");

        assertThat(index.byHost()).doesNotContainKey("shop.example");
        assertThat(index.byId(EXACT.id())).isNull();
        assertThat(index.awaited("shop.example")).contains("of shop.example");
    }
}
