package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.AddressRanges;
import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.ClientAccess;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.RoutingTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which endpoints take a client's requests, by its address.
class ClientAccessTest {

    private static final Forwarding TRUSTING = new Forwarding(
            List.of(Cidr.parse("127.0.0.0/8").orElseThrow()), false, "X-Forwarded-For", Optional.empty());

    private static final AddressRanges OFFICE = only("203.0.113.7");
    private static final AddressRanges LAB = only("198.51.100.9");

    @Test
    void a_client_that_no_endpoint_takes_is_refused_with_the_reason() {
        try (TestOrigin origin = TestOrigin.named("in");
                TestGateway gateway = TestGateway.serving(serving(List.of(OFFICE), origin.endpoint()))) {
            assertThat(get(gateway, "203.0.113.7")).startsWith("HTTP/1.1 200").endsWith("in");
            assertThat(get(gateway, "203.0.113.8"))
                    .startsWith("HTTP/1.1 403")
                    .contains("Tidegate-Reason: policy-denied-client");
            assertThat(get(gateway, "not an address")).startsWith("HTTP/1.1 403");
            assertThat(origin.requests()).isOne();
        }
    }

    @Test
    void a_client_is_sent_only_to_endpoints_that_take_it() {
        try (TestOrigin office = TestOrigin.named("office");
                TestOrigin lab = TestOrigin.named("lab");
                TestGateway gateway = TestGateway.serving(
                        serving(List.of(OFFICE, LAB, OFFICE), office.endpoint(), lab.endpoint(), office.endpoint()))) {
            for (int i = 0; i < 6; i++) {
                assertThat(get(gateway, "203.0.113.7")).endsWith("office");
                assertThat(get(gateway, "198.51.100.9")).endsWith("lab");
            }
        }
    }

    @Test
    void a_request_that_fails_is_not_tried_where_its_client_may_not_go() {
        Endpoint nobody = new Endpoint("127.0.0.1", 1);
        try (TestOrigin lab = TestOrigin.named("lab");
                TestGateway gateway = TestGateway.serving(serving(List.of(OFFICE, LAB), nobody, lab.endpoint()))) {
            assertThat(get(gateway, "203.0.113.7"))
                    .startsWith("HTTP/1.1 502")
                    .contains("Tidegate-Reason: connect-failed");
            assertThat(lab.requests()).isZero();
        }
    }

    private static RoutingTable serving(List<AddressRanges> clients, Endpoint... endpoints) {
        return table().forwarding(TRUSTING)
                .admitting(new ClientAccess(clients))
                .prefix("/", endpoints)
                .build();
    }

    private static String get(TestGateway gateway, String client) {
        return RawClient.ask(
                gateway.port(),
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: " + client + "\r\n\r\n");
    }

    private static AddressRanges only(String address) {
        IpAddress one = IpAddress.parse(address).orElseThrow();
        return AddressRanges.builder().add(one, one).build();
    }
}
