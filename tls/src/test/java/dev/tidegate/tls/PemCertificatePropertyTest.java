package dev.tidegate.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.bouncycastle.util.encoders.Base64;

class PemCertificatePropertyTest {

    private static final List<String> NAMES = List.of("rsa", "ec", "ec384", "ed25519", "dsa", "secp256k1");

    @Property(tries = 500)
    void any_bytes_are_answered(@ForAll byte[] certificates, @ForAll byte[] key) {
        assertAnswered(certificates, key);
    }

    @Property(tries = 500)
    void a_mutated_text_is_answered(
            @ForAll("names") String name,
            @ForAll("mutations") List<Mutation> ofCertificates,
            @ForAll("mutations") List<Mutation> ofKey) {
        assertAnswered(
                mutated(OpenSslFixture.bytes(name + ".crt"), ofCertificates),
                mutated(OpenSslFixture.bytes(name + ".key"), ofKey));
    }

    @Property(tries = 500)
    void mutated_der_in_good_pem_is_answered(
            @ForAll("names") String name,
            @ForAll("mutations") List<Mutation> ofCertificates,
            @ForAll("mutations") List<Mutation> ofKey) {
        assertAnswered(
                mutatedInside(OpenSslFixture.bytes(name + ".crt"), ofCertificates),
                mutatedInside(OpenSslFixture.bytes(name + ".key"), ofKey));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        Arbitrary<Integer> at = Arbitraries.integers().between(0, 1 << 16);
        Arbitrary<Mutation> set = Combinators.combine(at, Arbitraries.bytes()).as(Mutation.Overwrite::new);
        Arbitrary<Mutation> cut =
                Combinators.combine(at, Arbitraries.integers().between(1, 64)).as(Mutation.Cut::new);
        Arbitrary<Mutation> repeat =
                Combinators.combine(at, Arbitraries.integers().between(1, 64)).as(Mutation.Repeat::new);
        return Arbitraries.frequencyOf(Tuple.of(4, set), Tuple.of(1, cut), Tuple.of(1, repeat))
                .list()
                .ofMaxSize(4);
    }

    /// One change of some bytes; a position beyond their end begins again at their start.
    sealed interface Mutation {

        record Overwrite(int at, byte value) implements Mutation {}

        record Cut(int at, int length) implements Mutation {}

        record Repeat(int at, int length) implements Mutation {}

        default byte[] on(byte[] bytes) {
            if (bytes.length == 0) {
                return bytes;
            }
            return switch (this) {
                case Overwrite(int at, byte value) -> {
                    byte[] changed = bytes.clone();
                    changed[at % bytes.length] = value;
                    yield changed;
                }
                case Cut(int at, int length) -> spliced(bytes, at % bytes.length, at % bytes.length + length);
                case Repeat(int at, int length) -> spliced(bytes, at % bytes.length + length, at % bytes.length);
            };
        }

        private static byte[] spliced(byte[] bytes, int headEnd, int tailStart) {
            byte[] head = Arrays.copyOf(bytes, Math.min(headEnd, bytes.length));
            byte[] tail = Arrays.copyOfRange(bytes, Math.min(tailStart, bytes.length), bytes.length);
            byte[] joined = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, joined, head.length, tail.length);
            return joined;
        }
    }

    private static byte[] mutated(byte[] bytes, List<Mutation> mutations) {
        byte[] changed = bytes;
        for (Mutation mutation : mutations) {
            changed = mutation.on(changed);
        }
        return changed;
    }

    private static byte[] mutatedInside(byte[] pem, List<Mutation> mutations) {
        String text = new String(pem, ISO_8859_1);
        int bodyStart = text.indexOf('\n', text.lastIndexOf("-----BEGIN")) + 1;
        int bodyEnd = text.lastIndexOf("-----END");
        byte[] der = mutated(Base64.decode(text.substring(bodyStart, bodyEnd)), mutations);
        return (text.substring(0, bodyStart) + Base64.toBase64String(der) + "\n" + text.substring(bodyEnd))
                .getBytes(ISO_8859_1);
    }

    private static void assertAnswered(byte[] certificates, byte[] key) {
        switch (PemCertificate.read(certificates, key)) {
            case CertificateReading.Accepted(ServerCertificate certificate) ->
                assertThat(certificate.chain()).isNotEmpty();
            case CertificateReading.Refused(String field, String problem) -> {
                assertThat(field).isIn("tls.crt", "tls.key");
                assertThat(problem).matches("\\p{Graph}[\\p{Graph} ]* \\(expected: \\p{Graph}[\\p{Graph} ]*\\)");
            }
        }
    }
}
