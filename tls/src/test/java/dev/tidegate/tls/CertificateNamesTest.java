package dev.tidegate.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a.example              | a.example   | true
        a.example              | b.example   | false
        a.example              | x.a.example | false
        a.example              | example     | false
        a.example              | *.example   | false
        *.example              | a.example   | true
        *.example              | *.example   | true
        *.example              | example     | false
        *.example              | b.a.example | false
        *.example              | *.a.example | false
        *.a.example            | *.a.example | true
        a*.example             | ab.example  | false
        *                      | a.example   | false
        *                      | example     | false
        a.example, *.b.example | x.b.example | true
        a.example, *.b.example | a.example   | true
        a.example, *.b.example | b.example   | false
        A.Example              | a.example   | true
        """)
    void a_host_is_covered_by_its_own_name_or_by_a_wildcard_in_the_place_of_its_first_label(
            String names, String host, boolean covered) {
        ServerCertificate certificate =
                TestCertificates.selfSigned(names.split(", ")).certificate();

        assertThat(certificate.names().cover(host)).isEqualTo(covered);
    }

    @Test
    void the_common_name_counts_only_where_there_are_no_alternative_names() {
        CertificateReading reading =
                PemCertificate.read(OpenSslFixture.bytes("rsa.crt"), OpenSslFixture.bytes("rsa.key"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        CertificateReading.Accepted.class,
                        accepted -> assertThat(accepted.certificate().names().names())
                                .containsExactly("rsa.example"));
        assertThat(CertificateNames.of(TestAuthority.create("root.example").root())
                        .names())
                .containsExactly("root.example");
        assertThat(TestCertificates.selfSigned("first.example", "second.example")
                        .certificate()
                        .names()
                        .names())
                .isEqualTo(List.of("first.example", "second.example"));
    }
}
