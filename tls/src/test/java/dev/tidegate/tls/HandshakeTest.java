package dev.tidegate.tls;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Real clients shake hands with real servers that all have one context and one [CertificateKeyManager].
class HandshakeTest {

    private static final TlsClient CLIENT = TlsClient.speaking("TLSv1.3", "TLSv1.2");
    private static final TestAuthority AUTHORITY = TestAuthority.create("authority");
    private static final ServerCertificate DEFAULT =
            AUTHORITY.leaf("default.test").certificate();
    private static final List<ServerCertificate> RENEWALS = IntStream.range(0, 8)
            .mapToObj(renewal -> AUTHORITY.leaf("a.example").certificate())
            .toList();

    private static final Map<KeyType, ServerCertificate> EXACT = ofEachType("a.example");
    private static final Map<KeyType, ServerCertificate> WILDCARD = ofEachType("*.example");
    private static final Map<KeyType, ServerCertificate> FALLBACK = ofEachType("default.test");

    private final AtomicReference<CertificateIndex> index = new AtomicReference<>();

    @ParameterizedTest
    @MethodSource("engines_protocols_and_keys")
    void the_name_that_the_client_indicates_decides(TlsEngine engine, String protocol, KeyType type) throws Exception {
        ServerCertificate exact = requireNonNull(EXACT.get(type));
        ServerCertificate wildcard = requireNonNull(WILDCARD.get(type));
        ServerCertificate fallback = requireNonNull(FALLBACK.get(type));
        index.set(CertificateIndex.of(Map.of("a.example", exact, "*.example", wildcard), fallback));
        TlsClient client = TlsClient.speaking(protocol);

        try (TlsServer server = start(engine)) {
            assertThat(client.connect(server, "a.example")).isEqualTo(exact.leaf());
            assertThat(client.connect(server, "A.EXAMPLE")).isEqualTo(exact.leaf());
            assertThat(client.connect(server, "b.example")).isEqualTo(wildcard.leaf());
            assertThat(client.connect(server, "other.test")).isEqualTo(fallback.leaf());
            assertThat(client.connect(server, null)).isEqualTo(fallback.leaf());
        }
    }

    static Stream<Arguments> engines_protocols_and_keys() {
        return Stream.of(TlsEngine.values())
                .flatMap(engine -> Stream.of("TLSv1.2", "TLSv1.3")
                        .flatMap(protocol ->
                                Stream.of(KeyType.values()).map(type -> Arguments.of(engine, protocol, type))));
    }

    @ParameterizedTest
    @EnumSource
    void each_suite_of_the_profile_can_be_agreed_on(TlsEngine engine) throws Exception {
        ServerCertificate rsa = requireNonNull(EXACT.get(KeyType.RSA));
        ServerCertificate ec = requireNonNull(EXACT.get(KeyType.EC));
        index.set(CertificateIndex.of(Map.of("rsa.example", rsa, "ec.example", ec), DEFAULT));

        try (TlsServer server = start(engine)) {
            for (String suite : TlsProfile.INTERMEDIATE.cipherSuites()) {
                boolean forRsa = suite.contains("_RSA_");
                assertThat(CLIENT.connect(server, forRsa ? "rsa.example" : "ec.example", List.of(suite)))
                        .as(suite)
                        .isEqualTo((forRsa ? rsa : ec).leaf());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_that_cannot_use_the_kind_of_key_is_refused_and_the_next_is_served(TlsEngine engine) throws Exception {
        index.set(CertificateIndex.of(Map.of(), DEFAULT));
        TlsClient rsaOnly = TlsClient.speaking("TLSv1.2");

        try (TlsServer server = start(engine)) {
            assertThatThrownBy(() -> rsaOnly.connect(server, null, List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")))
                    .isInstanceOf(SSLException.class);
            assertThat(CLIENT.connect(server, null)).isEqualTo(DEFAULT.leaf());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_renewed_certificate_is_served_by_the_next_handshake(TlsEngine engine) throws Exception {
        serve(RENEWALS.getFirst());

        try (TlsServer server = start(engine)) {
            for (ServerCertificate renewed : RENEWALS) {
                serve(renewed);
                assertThat(CLIENT.connect(server, "a.example")).isEqualTo(renewed.leaf());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines_and_protocols")
    void a_handshake_that_began_before_renewals_ends_with_the_certificate_it_began_with(
            TlsEngine engine, String protocol) throws Exception {
        serve(RENEWALS.getFirst());
        TlsClient slow = TlsClient.speaking(protocol).during(() -> RENEWALS.forEach(this::serve));

        try (TlsServer server = start(engine)) {
            assertThat(slow.connect(server, "a.example"))
                    .isEqualTo(RENEWALS.getFirst().leaf());
            assertThat(CLIENT.connect(server, "a.example"))
                    .isEqualTo(RENEWALS.getLast().leaf());
        }
    }

    static Stream<Arguments> engines_and_protocols() {
        return Stream.of(TlsEngine.values())
                .flatMap(engine -> Stream.of("TLSv1.2", "TLSv1.3").map(protocol -> Arguments.of(engine, protocol)));
    }

    @ParameterizedTest
    @EnumSource
    void a_handshake_survives_a_renewal_at_every_single_look_at_the_index(TlsEngine engine) throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CertificateKeyManager restless =
                new CertificateKeyManager(() -> indexOf(RENEWALS.get(looks.getAndIncrement() % RENEWALS.size())));

        try (TlsServer server = engine.start(restless)) {
            for (int handshake = 0; handshake < 20; handshake++) {
                assertThat(RENEWALS).extracting(ServerCertificate::leaf).contains(CLIENT.connect(server, "a.example"));
            }
        }
        assertThat(looks.get()).isGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void no_handshake_fails_while_certificates_are_renewed_a_thousand_times_a_second(TlsEngine engine)
            throws Exception {
        serve(RENEWALS.getFirst());
        AtomicInteger renewals = new AtomicInteger();
        List<X509Certificate> served = new ArrayList<>();

        try (TlsServer server = start(engine);
                ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> everyMillisecond = renewing.scheduleAtFixedRate(
                    () -> serve(RENEWALS.get(renewals.getAndIncrement() % RENEWALS.size())),
                    0,
                    1,
                    TimeUnit.MILLISECONDS);
            for (int handshake = 0; handshake < 30; handshake++) {
                served.add(CLIENT.connect(server, "a.example"));
            }
            everyMillisecond.cancel(false);
        }

        assertThat(RENEWALS).extracting(ServerCertificate::leaf).containsAll(served);
        assertThat(new HashSet<>(served)).hasSizeGreaterThan(1);
    }

    private TlsServer start(TlsEngine engine) throws GeneralSecurityException, IOException {
        return engine.start(new CertificateKeyManager(index::get));
    }

    private void serve(ServerCertificate certificate) {
        index.set(indexOf(certificate));
    }

    private static Map<KeyType, ServerCertificate> ofEachType(String host) {
        return Stream.of(KeyType.values())
                .collect(Collectors.toMap(
                        type -> type, type -> AUTHORITY.leaf(type, host).certificate()));
    }

    private static CertificateIndex indexOf(ServerCertificate certificate) {
        return CertificateIndex.of(Map.of("a.example", certificate), DEFAULT);
    }
}
