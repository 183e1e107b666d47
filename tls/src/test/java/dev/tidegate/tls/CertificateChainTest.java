package dev.tidegate.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateChainTest {

    private static final TestAuthority ROOT = TestAuthority.create("root");
    private static final TestAuthority UPPER = ROOT.intermediate("upper");
    private static final TestAuthority LOWER = UPPER.intermediate("lower");
    private static final TestCertificate LEAF = LOWER.leaf("a.example");

    private static final Map<String, X509Certificate> NAMED = Map.of(
            "leaf", LEAF.certificate().chain().get(0),
            "lower", LEAF.certificate().chain().get(1),
            "upper", LEAF.certificate().chain().get(2),
            "root", ROOT.root(),
            "stranger", TestAuthority.create("stranger").root());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        leaf                         | leaf
        leaf lower upper             | leaf lower upper
        leaf lower upper root        | leaf lower upper root
        root upper lower leaf        | leaf lower upper root
        lower leaf upper             | leaf lower upper
        leaf upper lower             | leaf lower upper
        leaf stranger lower upper    | leaf lower upper stranger
        leaf upper stranger          | leaf upper stranger
        leaf leaf lower lower upper  | leaf lower upper
        """)
    void a_chain_is_sent_leaf_first_and_then_by_issuer(String given, String sent) {
        String pem = TestAuthority.pem(certificates(given).toArray());

        assertThat(PemCertificate.read(pem.getBytes(US_ASCII), LEAF.key().getBytes(US_ASCII)))
                .isInstanceOfSatisfying(
                        CertificateReading.Accepted.class,
                        accepted -> assertThat(accepted.certificate().chain()).isEqualTo(certificates(sent)));
    }

    private static List<X509Certificate> certificates(String names) {
        return Stream.of(names.split(" ")).map(NAMED::get).toList();
    }
}
