package dev.tidegate.dns.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidegate.dns.record.DomainName;
import dev.tidegate.dns.record.RecordType;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where ownership records stand, by the examples of external-dns.
class OwnershipNamesTest {

    private static final DomainName ZONE = DomainName.of("ex.com");

    private static OwnershipNames names(String prefix, String suffix, String wildcard) {
        return new OwnershipNames(prefix, suffix, wildcard);
    }

    @ParameterizedTest
    @CsvSource({
        // prefix, suffix, wildcard, name, type, ownership record
        "'', '', '', foo.ex.com, A, a-foo.ex.com",
        "'', '', '', foo.ex.com, AAAA, aaaa-foo.ex.com",
        "'', '', '', foo.ex.com, CNAME, cname-foo.ex.com",
        "%{record_type}-, '', '', foo.ex.com, A, a-foo.ex.com",
        "'', -%{record_type}, '', foo.ex.com, A, foo-a.ex.com",
        "txt-, '', wild, *.ex.com, A, txt-a-wild.ex.com",
        "'', '', '', *.ex.com, A, a-*.ex.com",
        "'', '', ANY, *.ex.com, AAAA, aaaa-any.ex.com",
        "%{record_type}-abc-., '', '', ex.com, CNAME, cname-abc-.ex.com",
        "%{record_type}-abc-., '', '', www.ex.com, CNAME, cname-abc-.www.ex.com",
        "'', -.%{record_type}, '', www.ex.com, CNAME, www-.cname.ex.com",
        "'', -txt, '', www.ex.com, A, a-www-txt.ex.com",
        "Prefix-, '', '', www.ex.com, A, prefix-a-www.ex.com",
    })
    void a_record_has_its_own(
            String prefix, String suffix, String wildcard, String name, RecordType type, String ownership) {
        OwnershipNames names = names(prefix, suffix, wildcard);
        assertThat(names.nameFor(DomainName.of(name), type, ZONE).text()).isEqualTo(ownership);
        assertThat(names.namesToRead(DomainName.of(name), type)).startsWith(DomainName.of(ownership));
        String read = name.startsWith("*") && !wildcard.isEmpty()
                ? wildcard.toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
        assertThat(names.owned(ownership)).contains(new OwnershipNames.Owned(read, Optional.of(type)));
    }

    @ParameterizedTest
    @CsvSource({
        // prefix, suffix, name, type
        "'', '', ex.com, A",
        "'', -.%{record_type}, ex.com, CNAME",
        "txt-, '', ex.com, A",
    })
    void outside_the_zone_it_is_refused_with_what_would_help(
            String prefix, String suffix, String name, RecordType type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names(prefix, suffix, "").nameFor(DomainName.of(name), type, ZONE))
                .withMessageContaining("is not in zone ex.com (expected: a prefix that ends in a dot");
    }

    @Test
    void a_label_that_becomes_too_long_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OwnershipNames.PLAIN.nameFor(DomainName.of("a".repeat(62) + ".ex.com"), RecordType.A, ZONE));
    }

    @Test
    void a_host_called_like_the_replacement_of_the_wildcard_is_refused() {
        OwnershipNames names = names("", "", "any");
        assertThat(names.nameFor(DomainName.of("*.ex.com"), RecordType.A, ZONE)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.nameFor(DomainName.of("any.ex.com"), RecordType.A, ZONE))
                .withMessageContaining("is that of the wildcard");
        assertThat(names.namesToRead(DomainName.of("any.ex.com"), RecordType.A)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // prefix, suffix, name, type, names that are read
        "'', '', foo.ex.com, A, a-foo.ex.com foo.ex.com",
        "'', '', foo.ex.com, CNAME, cname-foo.ex.com foo.ex.com",
        "'', '', foo.ex.com, AAAA, aaaa-foo.ex.com",
        "txt., '', foo.ex.com, A, txt.a-foo.ex.com txt.foo.ex.com",
        "txt-%{record_type}., '', foo.ex.com, A, txt-a.foo.ex.com txt-.foo.ex.com",
        "'', -txt, foo.ex.com, A, a-foo-txt.ex.com foo-txt.ex.com",
        // `a-foo` without a type would be the ownership record of the A of `foo`
        "'', '', a-foo.ex.com, A, a-a-foo.ex.com",
        "'', '', cname-x.ex.com, A, a-cname-x.ex.com",
    })
    void names_of_older_versions_are_read(String prefix, String suffix, String name, RecordType type, String read) {
        assertThat(names(prefix, suffix, "").namesToRead(DomainName.of(name), type))
                .extracting(DomainName::text)
                .containsExactly(read.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "txt., '', a-foo.ex.com",
        "'', -txt, foo.ex.com",
        "'', -.%{record_type}, foo",
    })
    void what_bears_no_affix_of_ours_is_not_ours(String prefix, String suffix, String ownership) {
        assertThat(names(prefix, suffix, "").owned(ownership)).isEmpty();
    }

    @Test
    void a_prefix_and_a_suffix_are_one_too_many() {
        assertThatIllegalArgumentException().isThrownBy(() -> names("a", "b", ""));
    }
}
