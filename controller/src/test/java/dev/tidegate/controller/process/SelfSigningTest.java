package dev.tidegate.controller.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TestCertificates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// When the self-signed certificate is made; seen by whether anybody asks if the start is over.
class SelfSigningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerCertificate selfSigned = SelfSignedCertificate.generate(InstantSource.system());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private final SelfSigning signing = new SelfSigning(selfSigned, () -> {
        asked.countDown();
        return over.get();
    });

    private static Publication presenting(ServerCertificate certificate) {
        return new Publication(RoutingTable.EMPTY, CertificateIndex.of(Map.of(), certificate));
    }

    private static boolean atWork() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(it -> it.getName().equals("self-signing"));
    }

    @Test
    void it_is_made_after_the_start_where_tables_present_it() throws InterruptedException {
        signing.published(presenting(selfSigned));

        assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(atWork()).isTrue();
        over.set(true);
        Awaitility.await().atMost(PATIENCE).until(() -> !atWork());
    }

    @Test
    void it_is_not_made_where_they_present_another() {
        signing.published(presenting(TestCertificates.selfSigned("shop.example").certificate()));

        assertThat(asked.getCount()).isEqualTo(1);
        assertThat(atWork()).isFalse();
    }

    @Test
    void a_stop_ends_the_waiting_for_the_start() {
        signing.published(presenting(selfSigned));
        signing.close();

        Awaitility.await().atMost(PATIENCE).until(() -> !atWork());
    }
}
