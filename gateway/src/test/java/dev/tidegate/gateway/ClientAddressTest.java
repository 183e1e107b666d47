package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.listen.GatewayOptions;
import dev.tidegate.gateway.upstream.UpstreamOptions;
import dev.tidegate.tls.TlsProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every topology over real sockets: the peers have addresses of their own on loopback, and the gateway listens on both
/// families with one socket, as it does in a cluster of both.
class ClientAddressTest {

    private static final GatewayOptions BOTH_FAMILIES = new GatewayOptions(
            "::", 0, 0, 1, false, TlsProfile.INTERMEDIATE, ExchangeOptions.DEFAULT, UpstreamOptions.DEFAULT);

    private static TestOrigin origin;
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        origin = TestOrigin.echo();
        gateway = TestGateway.serving(Tables.everythingTo(origin.endpoint()), BOTH_FAMILIES);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        origin.close();
    }

    @ParameterizedTest
    @MethodSource("dev.tidegate.gateway.Topology#all")
    void the_backend_and_the_log_learn_who_the_client_is(Topology topology) throws IOException {
        gateway.publish(table().prefix("/", origin.endpoint())
                .forwarding(topology.forwarding())
                .build());
        String path = "/" + topology.name().replaceAll("\\W+", "-");

        assertThat(ask(topology, path))
                .startsWith("HTTP/1.1 200")
                .contains("\nx-real-ip: " + topology.client() + "\n")
                .contains("\nx-forwarded-for: " + topology.chain() + "\n")
                .contains("\nx-forwarded-host: shop.example\n")
                .contains("\nx-forwarded-proto: " + topology.scheme() + "\n")
                .contains("\nx-forwarded-port: " + topology.port() + "\n");

        Awaitility.await()
                .atMost(Waiting.BOUND)
                .untilAsserted(() -> assertThat(gateway.log().lines().filter(line -> line.contains(path + "\"")))
                        .singleElement()
                        .asString()
                        .contains("\"remote_addr\":\"" + topology.client() + "\""));
    }

    private static String ask(Topology topology, String path) throws IOException {
        InetAddress from = InetAddress.ofLiteral(topology.peer());
        InetAddress to = topology.peer().contains(":") ? from : InetAddress.ofLiteral("127.0.0.1");
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.setSoTimeout((int) Waiting.BOUND.toMillis());
            socket.connect(new InetSocketAddress(to, gateway.port()));
            if (!topology.proxyHeader().isEmpty()) {
                socket.getOutputStream().write(ProxyHeaderBytes.of(topology.proxyHeader()));
            }
            StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: shop.example\r\n");
            topology.fields().forEach(field -> request.append(field).append("\r\n"));
            request.append("Connection: close\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
