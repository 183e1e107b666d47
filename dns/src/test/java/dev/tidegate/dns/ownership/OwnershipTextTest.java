package dev.tidegate.dns.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What ownership records say, by the examples of external-dns.
class OwnershipTextTest {

    private static OwnershipText plain(String record) {
        return ((OwnershipText.Plain) OwnershipText.read(record)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // record | owner | resource
                "heritage=external-dns,external-dns/owner=example,external-dns/resource=ingress/default/example"
                        + " | example | ingress/default/example",
                "\"heritage=external-dns,external-dns/owner=default,external-dns/resource=service/default/nginx\""
                        + " | default | service/default/nginx",
                "heritage=external-dns,external-dns/owner=default | default | ",
                "external-dns/owner=late,heritage=external-dns | late | ",
                "heritage=external-dns,foo=bar,nonsense,external-dns/owner=a,external-dns/resource=x=y | a | ",
                "heritage=external-dns |  | ",
            })
    void plain_ones_name_an_owner_and_a_resource(String record, String owner, String resource) {
        OwnershipText text = plain(record);
        assertThat(text.owner().orElse(null)).isEqualTo(owner);
        assertThat(text.resource().orElse(null)).isEqualTo(resource);
    }

    @Test
    void it_is_written_as_external_dns_writes_it() {
        assertThat(OwnershipText.of("cluster-a", "ingress/web/shop").text())
                .isEqualTo("heritage=external-dns,external-dns/owner=cluster-a,external-dns/resource=ingress/web/shop");
    }

    @Test
    void what_we_do_not_know_is_written_back() {
        String record = "heritage=external-dns,external-dns/a-new-key=1,external-dns/owner=one,external-dns/resource=r";
        assertThat(plain(record).text()).isEqualTo(record);
        assertThat(plain(record).ownedBy("two", "ingress/a/b").text())
                .isEqualTo("heritage=external-dns,external-dns/a-new-key=1,external-dns/owner=two,"
                        + "external-dns/resource=ingress/a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "v=spf1 -all",
                "heritage=mate,external-dns/owner=a",
                "heritage=external-dns,heritage=mate",
                "external-dns/owner=a,external-dns/resource=ingress/a/b",
                "google-site-verification=rXOxyZounnZasA8Z7oaD3c14JdjS9aKSWvsR1EbUSIQ",
                "c2hvcnQ="
            })
    void other_records_are_none(String record) {
        assertThat(OwnershipText.read(record)).isInstanceOf(OwnershipText.Unrelated.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"4y1XVzZd7Vn1cXQ7jv1m8gkV9P2Yb3Zl0bqhJkF7sYw3Jt6x7Q8cG1dE2fH5iK9LmN0oP4qR6sT8uV0wXyZ1a2B3\"",
                "4y1XVzZd7Vn1cXQ7jv1m8gkV9P2Yb3Zl0bqhJkF7sYw3Jt6x7Q8cG1dE2fH5iK9LmN0oP4qR6sT8uV0wXyZ1a2B3"
            })
    void encrypted_ones_are_recognised(String record) {
        assertThat(OwnershipText.read(record)).isInstanceOf(OwnershipText.Encrypted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b", "a=b", "a b", "a\"b", "é"})
    void an_owner_that_could_not_be_read_back_is_refused(String owner) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identity.of(owner))
                .withMessageStartingWith("'" + owner + "' (expected: ");
    }

    @Test
    void ours_is_what_bears_our_owner_or_one_taken_over() {
        Identity us = Identity.of("tidegate").takingOver("external");
        assertThat(us.owns(OwnershipText.of("tidegate", "r"))).isTrue();
        assertThat(us.owns(OwnershipText.of("external", "r"))).isTrue();
        assertThat(us.owns(OwnershipText.of("default", "r"))).isFalse();
        assertThat(us.owns(plain("heritage=external-dns"))).isFalse();
    }
}
