package dev.tidegate.dns.respond;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private long nanos = -5;
    private final RateLimit limit = new RateLimit(10, 42, () -> nanos);

    private int admitted(String client, RateLimit.Kind kind) {
        int admitted = 0;
        while (limit.admits(InetAddress.ofLiteral(client), kind)) {
            admitted++;
        }
        return admitted;
    }

    @Test
    void so_many_at_once_and_so_many_a_second() {
        assertThat(admitted("203.0.113.7", RateLimit.Kind.RECORDS)).isEqualTo(10);
        nanos += Duration.ofMillis(300).toNanos();
        assertThat(admitted("203.0.113.7", RateLimit.Kind.RECORDS)).isEqualTo(3);
        nanos += Duration.ofHours(1).toNanos();
        assertThat(admitted("203.0.113.7", RateLimit.Kind.RECORDS)).isEqualTo(10);
    }

    @Test
    void kinds_are_apart() {
        assertThat(admitted("203.0.113.7", RateLimit.Kind.NO_NAME)).isEqualTo(10);
        assertThat(admitted("203.0.113.7", RateLimit.Kind.RECORDS)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.200, true",
        "203.0.113.7, 203.0.114.7, false",
        "2001:db8:0:aa00::1, 2001:db8:0:aaff::2, true",
        "2001:db8:0:aa00::1, 2001:db8:0:ab00::1, false",
    })
    void a_network_is_one(String first, String second, boolean same) {
        admitted(first, RateLimit.Kind.RECORDS);
        assertThat(admitted(second, RateLimit.Kind.RECORDS)).isEqualTo(same ? 0 : 10);
    }
}
