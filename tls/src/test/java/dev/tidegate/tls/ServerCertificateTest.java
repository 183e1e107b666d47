package dev.tidegate.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCertificateTest {

    private static final TestAuthority AUTHORITY = TestAuthority.create("authority");

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T23:59:59.999Z, NOT_YET_VALID",
        "2026-02-01T00:00:00Z,     VALID",
        "2026-02-15T12:00:00Z,     VALID",
        "2026-03-01T00:00:00Z,     VALID",
        "2026-03-01T00:00:00.001Z, EXPIRED",
    })
    void both_ends_belong_to_the_period_of_a_certificate(Instant moment, Validity validity) {
        ServerCertificate february = AUTHORITY
                .leaf(
                        KeyType.EC,
                        Instant.parse("2026-02-01T00:00:00Z"),
                        Instant.parse("2026-03-01T00:00:00Z"),
                        "a.example")
                .certificate();

        assertThat(february.validityAt(moment)).isEqualTo(validity);
    }

    @Test
    void an_expired_certificate_is_readable_and_says_so() {
        assertThat(AUTHORITY.expired("a.example").certificate().validityAt(Instant.now()))
                .isEqualTo(Validity.EXPIRED);
    }

    @Test
    void a_renewed_certificate_has_another_id() {
        assertThat(AUTHORITY.leaf("a.example").certificate().id())
                .isNotEqualTo(AUTHORITY.leaf("a.example").certificate().id());
    }

    @Test
    void the_key_is_not_printed() {
        assertThat(AUTHORITY.leaf("a.example").certificate())
                .asString()
                .contains("a.example", "[redacted]")
                .doesNotContain("PRIVATE");
    }
}
