package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.address.Cidr;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.Forwarding;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.Unlogged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// HTTP/1.1 in, HTTP/1.1 out: what reaches the backend, and what comes back.
class ProxyTest {

    private static String get(TestGateway gateway, String path, String... fields) {
        String extra = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        return RawClient.ask(
                gateway.port(),
                "GET " + path + " HTTP/1.1\r\nHost: shop.example\r\n" + extra + "Connection: close\r\n\r\n");
    }

    private static String echoed(String path, String... fields) {
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            return get(gateway, path, fields);
        }
    }

    @Test
    void a_request_reaches_its_backend_with_its_target_and_host() {
        assertThat(echoed("/cart?x=1&y=%20"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("GET /cart?x=1&y=%20 HTTP_1_1\n")
                .contains("host: shop.example\n");
    }

    /// `enable-access-log: "false"`.
    @Test
    void a_route_may_be_left_out_of_the_log_and_is_counted_all_the_same() {
        try (TestOrigin origin = TestOrigin.named("x")) {
            TestGateway gateway = TestGateway.serving(table().host("shop.example")
                    .with(new Unlogged())
                    .prefix("/quiet", origin.endpoint())
                    .with()
                    .prefix("/", origin.endpoint())
                    .build());
            get(gateway, "/quiet");
            get(gateway, "/told");
            gateway.close();
            assertThat(gateway.log().lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("\"uri\":\"/told\""));
            assertThat(gateway.metrics().requestsBegun()).isEqualTo(2);
        }
    }

    @Test
    void the_backend_learns_where_the_request_came_from() {
        assertThat(echoed("/"))
                .contains("x-real-ip: 127.0.0.1\n")
                .contains("x-forwarded-for: 127.0.0.1\n")
                .contains("x-forwarded-host: shop.example\n")
                .contains("x-forwarded-port: 80\n")
                .contains("x-forwarded-proto: http\n")
                .contains("x-forwarded-scheme: http\n")
                .contains("x-scheme: http\n")
                .containsPattern("x-request-id: [0-9a-f]{32}\n");
    }

    @Test
    void a_client_nobody_trusts_cannot_say_where_it_came_from() {
        assertThat(echoed(
                        "/",
                        "X-Forwarded-For: 1.2.3.4",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: evil",
                        "X-Real-IP: 9.9.9.9"))
                .contains("x-forwarded-for: 127.0.0.1\n")
                .contains("x-forwarded-proto: http\n")
                .contains("x-forwarded-host: shop.example\n")
                .contains("x-real-ip: 127.0.0.1\n")
                .contains("x-original-forwarded-for: 1.2.3.4\n")
                .contains("x-original-forwarded-host: evil\n");
    }

    @Test
    void a_trusted_proxy_is_believed() {
        Forwarding trusting = new Forwarding(
                List.of(Cidr.parse("127.0.0.0/8").orElseThrow()), true, "X-Forwarded-For", Optional.empty());
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(table().prefix("/", origin.endpoint())
                        .forwarding(trusting)
                        .build())) {
            assertThat(get(
                            gateway,
                            "/",
                            "X-Forwarded-For: 8.8.8.8, 203.0.113.7",
                            "X-Forwarded-Proto: https",
                            "X-Forwarded-Port: 444"))
                    .contains("x-real-ip: 203.0.113.7\n")
                    .contains("x-forwarded-for: 8.8.8.8, 203.0.113.7, 127.0.0.1\n")
                    .contains("x-forwarded-proto: https\n")
                    .contains("x-forwarded-port: 444\n");
        }
    }

    /// The client wrote the first line; a proxy that adds one of its own, instead of growing the client's, comes below.
    @Test
    void all_the_lines_of_a_list_are_one_list() {
        Forwarding trusting = new Forwarding(
                List.of(Cidr.parse("127.0.0.0/8").orElseThrow()), true, "X-Forwarded-For", Optional.empty());
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(table().prefix("/", origin.endpoint())
                        .forwarding(trusting)
                        .build())) {
            assertThat(get(gateway, "/", "X-Forwarded-For: 8.8.8.8", "X-Forwarded-For: 203.0.113.7"))
                    .contains("x-real-ip: 203.0.113.7\n")
                    .contains("x-forwarded-for: 8.8.8.8, 203.0.113.7, 127.0.0.1\n")
                    .contains("x-original-forwarded-for: 8.8.8.8, 203.0.113.7\n");
        }
    }

    @Test
    void a_given_request_id_is_kept() {
        assertThat(echoed("/", "X-Request-ID: abc")).contains("x-request-id: abc\n");
    }

    @Test
    void fields_of_the_clients_hop_stay_on_it() {
        assertThat(RawClient.ask(
                        shared(),
                        "GET / HTTP/1.1\r\n"
                                + "Host: a\r\n"
                                + "Connection: close, X-Secret\r\n"
                                + "X-Secret: 1\r\n"
                                + "Keep-Alive: 5\r\n"
                                + "Proxy-Connection: x\r\n"
                                + "Proxy-Authorization: y\r\n"
                                + "TE: gzip\r\n"
                                + "Trailer: z\r\n"
                                + "X-Kept: yes\r\n"
                                + "snake_case: no\r\n"
                                + "Proxy: evil\r\n\r\n"))
                .contains("x-kept: yes\n")
                .doesNotContain(
                        "x-secret",
                        "keep-alive:",
                        "proxy-connection",
                        "proxy-authorization",
                        "\nte:",
                        "\ntrailer:",
                        "snake_case",
                        "\nproxy:");
    }

    private static int shared() {
        return Shared.GATEWAY.port();
    }

    /// One gateway before an echo, for tests that only ask.
    private static final class Shared {
        private static final TestOrigin ORIGIN = TestOrigin.echo();
        private static final TestGateway GATEWAY = TestGateway.serving(everythingTo(ORIGIN.endpoint()));
    }

    @Test
    void fields_of_the_backends_hop_stay_on_it() {
        try (TestOrigin origin = TestOrigin.of(request -> request.response()
                        .putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "1")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("Server", "secret/1.0")
                        .putHeader("X-Kept", "yes")
                        .end("hello"));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            assertThat(get(gateway, "/"))
                    .containsIgnoringCase("X-Kept: yes")
                    .contains("server: tidegate")
                    .containsIgnoringCase("date: ")
                    .contains("content-length: 5")
                    .doesNotContainIgnoringCase("x-hop")
                    .doesNotContainIgnoringCase("keep-alive")
                    .doesNotContain("secret/1.0")
                    .endsWith("\r\n\r\nhello");
        }
    }

    @Test
    void the_string_that_is_matched_is_the_string_that_is_forwarded() {
        try (TestOrigin open = TestOrigin.echo();
                TestOrigin admin = TestOrigin.named("admin");
                TestGateway gateway = TestGateway.serving(table().prefix("/", open.endpoint())
                        .prefix("/admin", admin.endpoint())
                        .build())) {
            for (String dodge :
                    List.of("/x/../admin", "//admin", "/%61dmin", "/x/%2e%2e/admin", "/./admin/", "/admin/.")) {
                assertThat(get(gateway, dodge)).as(dodge).endsWith("\r\n\r\nadmin");
            }
            assertThat(get(gateway, "/a%2Fadmin")).contains("GET /a%2Fadmin ");
            assertThat(get(gateway, "/a//b/../c?q=//x/../y")).contains("GET /a/c?q=//x/../y ");
        }
    }

    @Test
    void a_head_request_gets_the_length_and_no_body() {
        try (TestOrigin origin = TestOrigin.of(request ->
                        request.response().putHeader("Content-Length", "1234").end());
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).containsIgnoringCase("content-length: 1234");
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"); // the connection is still in step
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void answers_that_have_no_body_have_no_length_either() {
        try (TestOrigin origin = TestOrigin.of(
                        request -> request.response().setStatusCode(204).end());
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            assertThat(get(gateway, "/")).startsWith("HTTP/1.1 204").doesNotContainIgnoringCase("content-length");
        }
    }

    @Test
    void connections_on_both_sides_are_kept() {
        try (TestOrigin origin = TestOrigin.named("here");
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            for (int i = 0; i < 50; i++) {
                client.send("GET /" + i + " HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.readUntil("here")).startsWith("HTTP/1.1 200");
            }
            assertThat(origin.connections()).isEqualTo(1);
            assertThat(origin.requests()).isEqualTo(50);
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() {
        try (TestOrigin origin = TestOrigin.of(request -> request.response().end("<" + request.path() + ">"));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient client = new RawClient(gateway.port())) {
            client.send("GET /1 HTTP/1.1\r\n"
                    + "Host: a\r\n\r\n"
                    + "GET /2 HTTP/1.1\r\n"
                    + "Host: a\r\n\r\n"
                    + "GET /3 HTTP/1.1\r\n"
                    + "Host: a\r\n\r\n");
            assertThat(client.readUntil("</3>")).containsSubsequence("</1>", "</2>", "</3>");
        }
    }

    @Test
    void an_http_1_0_client_gets_an_answer_that_ends_by_closing() {
        try (TestOrigin origin = TestOrigin.of(
                        request -> request.response().setChunked(true).end("all of it"));
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()))) {
            assertThat(RawClient.ask(gateway.port(), "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"))
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .endsWith("\r\n\r\nall of it");
        }
    }

    @Test
    void requests_go_round_the_endpoints() {
        try (TestOrigin a = TestOrigin.named("a");
                TestOrigin b = TestOrigin.named("b");
                TestOrigin c = TestOrigin.named("c");
                TestGateway gateway = TestGateway.serving(everythingTo(a.endpoint(), b.endpoint(), c.endpoint()))) {
            for (int i = 0; i < 30; i++) {
                assertThat(get(gateway, "/")).startsWith("HTTP/1.1 200");
            }
            assertThat(List.of(a.requests(), b.requests(), c.requests())).containsOnly(10);
        }
    }

    @Test
    void clear_text_is_sent_to_https_where_the_route_says_so() {
        RoutePolicy redirect = new RoutePolicy.HttpsRedirect(308, false, false);
        try (TestOrigin origin = TestOrigin.echo();
                TestGateway gateway = TestGateway.serving(
                        table().with(redirect).prefix("/", origin.endpoint()).build())) {
            assertThat(get(gateway, "/a/?q=1"))
                    .startsWith("HTTP/1.1 308 Permanent Redirect\r\n")
                    .contains("location: https://shop.example/a/?q=1\r\n")
                    .contains("Tidegate-Reason: https-redirect");
            assertThat(get(gateway, "/")).contains("location: https://shop.example\r\n");
        }
    }

    @Test
    void what_no_route_takes_is_answered_with_a_reason() {
        try (TestOrigin origin = TestOrigin.named("x")) {
            RoutingTable table = table().host("shop.example")
                    .exact("/only", origin.endpoint())
                    .prefix("/empty")
                    .build();
            try (TestGateway gateway = TestGateway.serving(table)) {
                assertThat(get(gateway, "/other"))
                        .startsWith("HTTP/1.1 404")
                        .contains("Tidegate-Reason: no-path")
                        .contains("404 Not Found");
                assertThat(get(gateway, "/empty")).startsWith("HTTP/1.1 503").contains("Tidegate-Reason: no-endpoints");
                assertThat(RawClient.ask(
                                gateway.port(), "GET / HTTP/1.1\r\nHost: else.example\r\nConnection: close\r\n\r\n"))
                        .startsWith("HTTP/1.1 404")
                        .contains("Tidegate-Reason: no-host");
            }
        }
    }

    @Test
    void before_the_first_table_every_answer_is_not_ready() {
        try (TestGateway gateway = TestGateway.serving(RoutingTable.EMPTY)) {
            assertThat(get(gateway, "/")).startsWith("HTTP/1.1 503").contains("Tidegate-Reason: not-ready");
        }
    }

    @Test
    void every_request_is_logged_once_with_its_reason() {
        try (TestOrigin origin = TestOrigin.named("x")) {
            TestGateway gateway = TestGateway.serving(
                    table().host("shop.example").prefix("/", origin.endpoint()).build());
            get(gateway, "/found");
            RawClient.ask(gateway.port(), "GET /lost HTTP/1.1\r\nHost: else\r\nConnection: close\r\n\r\n");
            gateway.close();
            assertThat(gateway.log().lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    "\"uri\":\"/found\"",
                                    "\"status\":200",
                                    "\"ingress_name\":\"test\"",
                                    "\"upstream_status\":\"200\"")
                            .doesNotContain("reason"))
                    .anySatisfy(line ->
                            assertThat(line).contains("\"uri\":\"/lost\"", "\"status\":404", "\"reason\":\"no-host\""));
        }
    }

    @Test
    void an_unreachable_endpoint_is_told_from_a_slow_one() {
        try (TestGateway gateway = TestGateway.serving(everythingTo(new Endpoint("127.0.0.1", 1)))) {
            assertThat(get(gateway, "/")).startsWith("HTTP/1.1 502").contains("Tidegate-Reason: connect-failed");
        }
    }
}
