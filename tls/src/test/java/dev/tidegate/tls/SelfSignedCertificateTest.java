package dev.tidegate.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelfSignedCertificateTest {

    private static final Instant BOOT = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void it_is_valid_from_an_hour_before_boot_for_a_year() {
        ServerCertificate made = SelfSignedCertificate.generate(InstantSource.fixed(BOOT));

        assertThat(made.notBefore()).isEqualTo("2026-05-01T09:00:00Z");
        assertThat(made.notAfter()).isEqualTo("2027-05-01T10:00:00Z");
    }

    @Test
    void it_tells_who_made_it_and_has_a_dns_name() throws GeneralSecurityException {
        ServerCertificate made = SelfSignedCertificate.generate(InstantSource.fixed(BOOT));

        assertThat(made.leaf().getSubjectX500Principal()).hasToString("CN=Tidegate Default Certificate, O=Tidegate");
        assertThat(made.leaf().getIssuerX500Principal()).isEqualTo(made.leaf().getSubjectX500Principal());
        assertThat(made.names().names()).containsExactly("tidegate.local");
        assertThat(made.keyType()).isEqualTo(KeyType.EC);
        made.leaf().verify(made.leaf().getPublicKey());
    }

    @Test
    void what_it_tells_before_it_is_made_is_what_it_is() {
        ServerCertificate made = SelfSignedCertificate.generate(InstantSource.fixed(BOOT.plusMillis(123)));

        assertThat(made.serialNumber()).isEqualTo(made.leaf().getSerialNumber());
        assertThat(made.notBefore()).isEqualTo(made.leaf().getNotBefore().toInstant());
        assertThat(made.notAfter()).isEqualTo(made.leaf().getNotAfter().toInstant());
        assertThat(made.names()).isEqualTo(CertificateNames.of(made.leaf()));
        assertThat(KeyType.of(made.key())).contains(made.keyType());
    }

    @Test
    void it_is_made_once() {
        ServerCertificate certificate = SelfSignedCertificate.generate(Clock.systemUTC());

        List<String> seen = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> certificate.fingerprint())
                .distinct()
                .toList();

        assertThat(seen).hasSize(1);
    }

    @Test
    void each_boot_makes_another() {
        assertThat(SelfSignedCertificate.generate(Clock.systemUTC()))
                .isNotEqualTo(SelfSignedCertificate.generate(Clock.systemUTC()));
    }
}
