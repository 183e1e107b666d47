package dev.tidegate.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PrivateKey;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateKeyManagerTest {

    private final ServerCertificate old =
            TestCertificates.selfSigned("a.example").certificate();
    private final ServerCertificate renewed =
            TestCertificates.selfSigned("a.example").certificate();
    private final AtomicReference<CertificateIndex> index = new AtomicReference<>(CertificateIndex.of(Map.of(), old));
    private final CertificateKeyManager keys = new CertificateKeyManager(index::get);

    @Test
    void a_thread_is_given_the_certificate_it_chose_though_that_has_left_the_index() {
        String alias = keys.chooseEngineServerAlias("EC", null, null);
        index.set(CertificateIndex.of(Map.of(), renewed));

        assertThat(alias).isEqualTo(old.id());
        assertThat(keys.getPrivateKey(old.id())).isEqualTo(old.key());
        assertThat(keys.getCertificateChain(old.id())).containsExactly(old.leaf());
    }

    @Test
    void of_a_certificate_that_has_left_the_index_nothing_is_kept_beyond_the_handshake() {
        keys.chooseEngineServerAlias("EC", null, null);
        index.set(CertificateIndex.of(Map.of(), renewed));
        keys.chooseEngineServerAlias("EC", null, null);

        assertThat(keys.getCertificateChain(old.id())).isNull();
        assertThat(keys.getPrivateKey(old.id())).isNull();
        assertThat(keys.getCertificateChain(renewed.id())).containsExactly(renewed.leaf());
    }

    @Test
    void any_thread_is_given_what_is_in_the_index() throws InterruptedException {
        AtomicReference<@Nullable PrivateKey> seen = new AtomicReference<>();
        Thread.ofVirtual().start(() -> seen.set(keys.getPrivateKey(old.id()))).join();

        assertThat(seen).hasValue(old.key());
    }

    @ParameterizedTest
    @CsvSource({
        "RSA,     RSA,        true",
        "RSA,     EC,         false",
        "RSA,     EdDSA,      false",
        "RSA,     RSASSA-PSS, false",
        "RSA,     DH_RSA,     false",
        "EC,      EC,         true",
        "EC,      RSA,        false",
        "EC,      EdDSA,      false",
        "EC,      EC_RSA,     false",
        "ED25519, EdDSA,      true",
        "ED25519, EC,         true",
        "ED25519, RSA,        false",
    })
    void a_certificate_is_offered_only_for_its_kind_of_key(KeyType type, String asked, boolean offered) {
        index.set(CertificateIndex.of(
                Map.of(), TestCertificates.selfSigned(type, "a.example").certificate()));

        assertThat(keys.chooseEngineServerAlias(asked, null, null) != null).isEqualTo(offered);
        assertThat(keys.chooseServerAlias(asked, null, null) != null).isEqualTo(offered);
    }

    @Test
    void it_has_nothing_for_clients() {
        assertThat(keys.chooseClientAlias(new String[] {"EC"}, null, null)).isNull();
        assertThat(keys.getClientAliases("EC", null)).isNull();
    }
}
