package dev.tidegate.dns.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Texts, keys and pauses.
class WireTest {

    private static TXTRecord record(String rdata) throws IOException {
        return (TXTRecord) Record.fromString(Name.root, Type.TXT, DClass.IN, 0, rdata, Name.root);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // as it stands in a zone | as we have it
                "\"v=spf1 -all\" | v=spf1 -all",
                "\"a\" \"b\" | \"a\" \"b\"",
                "\"a \\\"b\\\"\" | \"a \\\"b\\\"\"",
                "\"\\195\\164\" | \"\\195\\164\"",
                "\"\" | \"\"",
                "\"c:\\\\x\" | \"c:\\\\x\"",
            })
    void a_text_is_known_again_to_the_byte(String rdata, String text) throws IOException {
        assertThat(Wire.text(record(rdata))).isEqualTo(text);
        assertThat(Wire.text(Name.root, 0, text)).isEqualTo(record(rdata));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 600})
    void a_long_text_is_cut_into_strings(int length) {
        String text = "x".repeat(length);
        assertThat(Wire.text(Name.root, 0, text).getStringsAsByteArrays()).hasSize((length + 254) / 255);
        assertThat(Wire.text(Wire.text(Name.root, 0, text))).isEqualTo(text);
    }

    @Test
    void a_key_never_tells_its_secret() {
        assertThat(TsigKey.of("Tidegate.", TsigKey.Algorithm.of("HMAC-SHA256"), "c2VjcmV0"))
                .hasToString("tidegate (hmac-sha256)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TsigKey.of("k", TsigKey.Algorithm.HMAC_SHA512, "not base64!"))
                .withMessage("secret of key k (expected: base64)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TsigKey.Algorithm.of("hmac-md5"))
                .withMessage("algorithm 'hmac-md5' (expected: hmac-sha256 or hmac-sha512)");
    }

    @Test
    void pauses_double_and_differ() {
        Backoff backoff = new Backoff(5, Duration.ofMillis(100), new Random(1));
        for (int failures = 1, longest = 100; failures < 5; failures++, longest *= 2) {
            assertThat(backoff.pause(failures)).isBetween(Duration.ofMillis(longest / 2), Duration.ofMillis(longest));
        }
        assertThat(backoff.pause(1)).isNotEqualTo(backoff.pause(1));
    }
}
