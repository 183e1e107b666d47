package dev.tidegate.gateway;

import static dev.tidegate.gateway.Waiting.await;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.listen.GatewayOptions;
import dev.tidegate.gateway.observe.AccessLog;
import dev.tidegate.gateway.observe.GatewayMetrics;
import dev.tidegate.gateway.observe.JsonAccessFormat;
import dev.tidegate.gateway.publication.ActiveTable;
import dev.tidegate.gateway.publication.CertificateWaits;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.upstream.UpstreamOptions;
import dev.tidegate.tls.CertificateIndex;
import dev.tidegate.tls.SelfSignedCertificate;
import dev.tidegate.tls.ServerCertificate;
import dev.tidegate.tls.TlsProfile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// A real gateway on loopback, on ports the system chose.
public final class TestGateway implements AutoCloseable {

    public static final ServerCertificate DEFAULT_CERTIFICATE = SelfSignedCertificate.generate(InstantSource.system());

    private final GatewayMetrics metrics = new GatewayMetrics();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final AccessLog log = AccessLog.start(new JsonAccessFormat(), logged);
    private final ActiveTable active;
    private final Gateway gateway;

    private TestGateway(RoutingTable table, GatewayOptions options) {
        active = new ActiveTable(new Publication(table, CertificateIndex.of(Map.of(), DEFAULT_CERTIFICATE)));
        gateway = await(Gateway.start(options, active, metrics, log));
    }

    public static TestGateway serving(RoutingTable table) {
        return new TestGateway(table, options(ExchangeOptions.DEFAULT, false, 1));
    }

    public static TestGateway serving(RoutingTable table, GatewayOptions options) {
        return new TestGateway(table, options);
    }

    public static GatewayOptions options(ExchangeOptions exchange, boolean nativeTls, int eventLoops) {
        return new GatewayOptions(
                "127.0.0.1", 0, 0, eventLoops, nativeTls, TlsProfile.INTERMEDIATE, exchange, UpstreamOptions.DEFAULT);
    }

    /// Patience in tests: every limit on the client's side is this long.
    public static ExchangeOptions within(Duration each) {
        return new ExchangeOptions(each, each, each, each, each, 3, 443);
    }

    public int port() {
        return gateway.httpPort();
    }

    public int tlsPort() {
        return gateway.httpsPort();
    }

    public Gateway gateway() {
        return gateway;
    }

    public GatewayMetrics metrics() {
        return metrics;
    }

    public void publish(RoutingTable table) {
        active.swap(new Publication(table, active.current().certificates()));
    }

    public void publish(Map<String, ServerCertificate> certificates) {
        active.swap(new Publication(active.current().table(), CertificateIndex.of(certificates, DEFAULT_CERTIFICATE)));
    }

    public void publish(CertificateIndex certificates) {
        active.swap(new Publication(active.current().table(), certificates));
    }

    public CertificateWaits waits() {
        return active.waits();
    }

    /// The access log so far.
    public String log() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        await(gateway.close());
        log.close();
    }
}
