package dev.tidegate.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IssuedCertificateTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final List<String> NAMES = List.of("tidegate-admission.tidegate.svc", "tidegate-admission.tidegate");

    private final IssuedCertificate issued = IssuedCertificate.issue(NAMES, NOW);

    @Test
    void it_is_read_like_any_other_and_covers_its_names_and_the_loopback() throws Exception {
        ServerCertificate certificate = read(issued);
        assertThat(NAMES).allMatch(certificate.names()::cover);
        assertThat(certificate.leaf().getSubjectAlternativeNames())
                .extracting(it -> String.valueOf(it.get(1)))
                .contains("127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void it_is_valid_from_an_hour_before_until_a_year_after() {
        ServerCertificate certificate = read(issued);
        assertThat(certificate.notBefore()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(certificate.notAfter()).isEqualTo(NOW.plus(IssuedCertificate.LIFETIME));
    }

    @Test
    void its_authority_is_trusted_for_it_and_for_no_other() {
        TrustedAuthorities authorities = TrustedAuthorities.read(issued.authority());
        assertThat(authorities.trust(read(issued), NOW)).isTrue();
        assertThat(authorities.trust(read(IssuedCertificate.issue(NAMES, NOW)), NOW))
                .isFalse();
        assertThat(authorities.trust(read(issued), NOW.plus(IssuedCertificate.LIFETIME.plusSeconds(1))))
                .isFalse();
    }

    @Test
    void a_leaf_signs_nothing_and_an_authority_only_leaves() {
        X509Certificate leaf = read(issued).leaf();
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(TrustedAuthorities.read(issued.authority()).pemOfIssuer(read(issued)))
                .isEqualTo(issued.authority());
    }

    @Test
    void what_is_no_pem_is_trusted_for_nothing() {
        assertThat(TrustedAuthorities.read("nonsense".getBytes(US_ASCII)).trust(read(issued), NOW))
                .isFalse();
        assertThat(TrustedAuthorities.read(new byte[0]).pemOfIssuer(read(issued)))
                .isEmpty();
    }

    @Test
    void its_key_is_not_printed() {
        assertThat(issued).hasToString("IssuedCertificate[key redacted]");
    }

    private static ServerCertificate read(IssuedCertificate issued) {
        return switch (PemCertificate.read(issued.certificate(), issued.key())) {
            case CertificateReading.Accepted it -> it.certificate();
            case CertificateReading.Refused it -> throw new AssertionError(it.field() + ": " + it.problem());
        };
    }
}
