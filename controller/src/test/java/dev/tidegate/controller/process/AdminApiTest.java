package dev.tidegate.controller.process;

import static dev.tidegate.controller.fixture.Fixtures.exact;
import static dev.tidegate.controller.fixture.Fixtures.ingress;
import static dev.tidegate.controller.fixture.Fixtures.ourClass;
import static dev.tidegate.controller.fixture.Fixtures.prefix;
import static dev.tidegate.controller.fixture.Fixtures.secret;
import static dev.tidegate.controller.fixture.Fixtures.service;
import static dev.tidegate.controller.fixture.Fixtures.slice;
import static dev.tidegate.controller.fixture.Fixtures.withTls;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.address.Cidr;
import dev.tidegate.controller.cli.TidegateCommand;
import dev.tidegate.controller.fixture.FakeSource;
import dev.tidegate.controller.fixture.Snapshots;
import dev.tidegate.tls.TestCertificate;
import dev.tidegate.tls.TestCertificates;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON API of a real controller, asked over HTTP; the controller and what it knows are the same for all tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminApiTest {

    private static final String PASSWORD = "correct-horse-battery-staple";
    private static final String HTPASSWD = "alice:$apr1$salty$0Zq2dC6bGZuXo4DKx9kqh0";
    private static final TestCertificate CERTIFICATE = TestCertificates.selfSigned("shop.example");

    private RunningController controller;

    @BeforeAll
    void start() throws InterruptedException {
        FakeSource source = new FakeSource();
        controller =
                Controllers.startAllowing(source, Cidr.parse("127.0.0.64/26").orElseThrow());
        source.sync(Snapshots.of(estate()));
        assertThat(controller.awaitTable(Duration.ofSeconds(20))).isTrue();
    }

    @AfterAll
    void stop() {
        controller.stop();
    }

    private static List<HasMetadata> estate() {
        return List.of(
                ourClass(),
                service("web"),
                slice("web", "10.0.0.1", "10.0.0.2"),
                secret("shop-tls", CERTIFICATE),
                new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace("default")
                        .withName("users")
                        .endMetadata()
                        .withData(Map.of("auth", base64(HTPASSWD), "password", base64(PASSWORD)))
                        .build(),
                new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace("default")
                        .withName("other")
                        .endMetadata()
                        .withData(Map.of("password", PASSWORD))
                        .build(),
                withTls(
                        ingress("shop", "shop.example", exact("/cart", "web"), prefix("/", "nowhere")),
                        "shop-tls",
                        "shop.example"),
                withTls(ingress("users", "users.example", prefix("/", "web")), "users", "users.example"),
                ingress("all", "*.wild.example", prefix("/", "web")),
                ingress("none", "", prefix("/welcome", "web")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return Http.ask("GET", "127.0.0.1:" + controller.adminPort(), path, headers);
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        return Http.json(response);
    }

    @Test
    void the_index_says_who_answers_and_what_may_be_asked() throws Exception {
        JsonNode index = json("/api");
        assertThat(index.path("pod").asText()).isEqualTo("tidegate-0");
        assertThat(index.path("table").path("generation").asLong()).isEqualTo(1);
        assertThat(Instant.parse(index.path("table").path("compiledAt").asText()))
                .isBefore(Instant.now());
        assertThat(index.path("paths").size()).isEqualTo(10);
    }

    @Test
    void the_table_holds_hosts_with_routes_and_backends_with_endpoints() throws Exception {
        JsonNode table = json("/api/table");
        assertThat(table.path("size").path("hosts").asInt()).isEqualTo(4);
        assertThat(table.path("hosts").findValuesAsText("host"))
                .containsExactly("*", "*.wild.example", "shop.example", "users.example");
        JsonNode cart = table.path("hosts").get(2).path("routes").get(0);
        assertThat(cart.path("pathType").asText()).isEqualTo("Exact");
        assertThat(cart.path("path").asText()).isEqualTo("/cart");
        assertThat(cart.path("backend").asText()).isEqualTo("default/web:80");
        assertThat(cart.path("source").path("name").asText()).isEqualTo("shop");
        assertThat(cart.path("field").asText()).isEqualTo("spec.rules[0].http.paths[0]");
        assertThat(table.path("backends").findValuesAsText("id"))
                .containsExactly("default/nowhere:80", "default/web:80");
        assertThat(table.path("backends").get(0).path("reason").asText()).isEqualTo("service-not-found");
        JsonNode endpoint = table.path("backends").get(1).path("endpoints").get(0);
        assertThat(endpoint.path("address").asText()).isEqualTo("10.0.0.1:8080");
        assertThat(endpoint.path("state").asText()).isEqualTo("ready");
        assertThat(endpoint.path("taken").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"shop.example, 2", "SHOP.example, 2", "%2A.wild.example, 1", "*.wild.example, 1", "*, 1"})
    void a_host_is_found_as_manifests_write_it(String host, int routes) throws Exception {
        JsonNode page = json("/api/hosts/" + host);
        assertThat(page.path("host").path("routes").size()).isEqualTo(routes);
        assertThat(page.path("backends").isEmpty()).isFalse();
        assertThat(page.path("certificate").path("fingerprint").asText()).hasSize(64);
    }

    @Test
    void a_host_that_is_not_there_is_a_404_with_those_that_are_near() throws Exception {
        HttpResponse<String> response = get("/api/hosts/shpo.example");
        assertThat(response.statusCode()).isEqualTo(404);
        JsonNode error = Http.json(response);
        assertThat(error.path("reason").asText()).isEqualTo("HostNotFound");
        assertThat(error.path("message").asText())
                .isEqualTo("host shpo.example is not in the table; its requests go to host *");
        assertThat(error.path("near").toString()).isEqualTo("[\"*\",\"shop.example\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "?severity=error, 2",
        "?severity=WARNING, 0",
        "?namespace=default&name=shop, 1",
        "?namespace=other, 0",
        "?reason=ServiceNotFound, 1",
        "?kind=Ingress&limit=1, 2"
    })
    void diagnostics_can_be_chosen_from(String query, int count) throws Exception {
        JsonNode page = json("/api/diagnostics" + query);
        assertThat(page.path("count").asInt()).isEqualTo(count);
        assertThat(page.path("diagnostics").size()).isEqualTo(query.contains("limit=1") ? 1 : count);
        assertThat(page.has("next")).isEqualTo(query.contains("limit=1"));
    }

    @Test
    void a_diagnostic_names_object_field_and_expectation() throws Exception {
        JsonNode diagnostic =
                json("/api/diagnostics?name=shop").path("diagnostics").get(0);
        assertThat(diagnostic.toString())
                .isEqualTo("{\"severity\":\"error\",\"reason\":\"ServiceNotFound\",\"object\":{\"kind\":\"Ingress\","
                        + "\"namespace\":\"default\",\"name\":\"shop\"},\"field\":"
                        + "\"spec.rules[0].http.paths[1].backend.service.name\",\"message\":"
                        + "\"Service default/nowhere not found\"}");
    }

    @Test
    void certificates_are_told_with_their_secret_and_why_one_is_the_default() throws Exception {
        JsonNode certificates = json("/api/certificates").path("certificates");
        assertThat(certificates.findValuesAsText("host")).containsExactly("*", "shop.example", "users.example");
        assertThat(certificates.get(0).path("why").asText()).isEqualTo("self-signed by this process");
        JsonNode shop = certificates.get(1);
        assertThat(shop.path("secret").path("name").asText()).isEqualTo("shop-tls");
        assertThat(shop.path("names").toString()).isEqualTo("[\"shop.example\"]");
        assertThat(shop.path("validity").asText()).isEqualTo("valid");
        assertThat(shop.path("daysLeft").isIntegralNumber()).isTrue();
        assertThat(shop.path("fingerprint").asText()).matches("[0-9a-f]{64}");
        assertThat(shop.has("why")).isFalse();
        assertThat(certificates.get(2).path("why").asText())
                .isEqualTo("the default certificate: Secret default/users is of no use for it");
    }

    @Test
    void a_request_is_explained_by_the_table_that_is_served() throws Exception {
        JsonNode explanation = json("/api/explain?method=POST&url=https://10.0.0.9/other&header=Host:%20shop.example");
        assertThat(explanation.path("table").path("generation").asLong()).isEqualTo(1);
        assertThat(explanation.path("answer").path("reason").asText()).isEqualTo("service-not-found");
        assertThat(explanation.path("causes").get(0).path("reason").asText()).isEqualTo("ServiceNotFound");
        assertThat(explanation.path("certificate").path("secret").path("name").asText())
                .isEqualTo("shop-tls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/explain",
                "/api/explain?url=ftp://x",
                "/api/explain?url=http://x&header=none",
                "/api/explain?url=http://x&method=get",
                "/api/table?limit=0",
                "/api/hosts?limit=1001",
                "/api/diagnostics?severity=fatal"
            })
    void what_is_not_understood_is_a_400_that_says_what_was_expected(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Http.json(response).path("message").asText()).contains("(expected: ");
    }

    @Test
    void head_is_get_without_a_body_and_other_methods_are_refused() throws Exception {
        String authority = "127.0.0.1:" + controller.adminPort();
        HttpResponse<String> head = Http.ask("HEAD", authority, "/api/table");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("content-length").orElse(0))
                .isEqualTo(get("/api/table").body().length());
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            HttpResponse<String> refused = Http.ask(method, authority, "/api/table");
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(refused.headers().firstValue("allow")).contains("GET, HEAD");
            assertThat(Http.json(refused).path("reason").asText()).isEqualTo("MethodNotAllowed");
        }
    }

    @Test
    void strangers_are_refused_and_told_what_to_do_while_probes_and_metrics_are_open() throws Exception {
        String authority = "127.0.0.1:" + controller.adminPort();
        HttpResponse<String> refused = Http.askFrom("127.0.0.9", authority, "/api/table");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Http.json(refused).path("reason").asText()).isEqualTo("PeerNotAllowed");
        assertThat(Http.json(refused).path("message").asText())
                .contains("127.0.0.9")
                .contains("--admin-allow");
        assertThat(refused.body()).doesNotContain("shop.example");
        for (String open : List.of("/healthz", "/readyz", "/metrics")) {
            assertThat(Http.askFrom("127.0.0.9", authority, open).statusCode())
                    .as(open)
                    .isEqualTo(200);
        }
        assertThat(Http.askFrom("127.0.0.65", authority, "/api/table").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 127.0.0.1, 127.0.0.9, 403",
        "X-Forwarded-For, 10.0.0.1, 127.0.0.1, 200",
        "Forwarded, for=127.0.0.1, 127.0.0.9, 403"
    })
    void what_a_client_says_of_its_address_counts_for_nothing(String name, String value, String peer, int status)
            throws Exception {
        String authority = "127.0.0.1:" + controller.adminPort();
        assertThat(Http.askFrom(peer, authority, "/api", name, value).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, ForeignOrigin",
        "Sec-Fetch-Site, cross-site, ForeignOrigin",
        "Sec-Fetch-Site, same-site, ForeignOrigin"
    })
    void a_page_of_another_origin_is_refused(String name, String value, String reason) throws Exception {
        HttpResponse<String> refused = get("/api/table", name, value);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Http.json(refused).path("reason").asText()).isEqualTo(reason);
        assertThat(refused.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 403", "localhost.evil.example, 403", "127.0.0.1.evil.example, 403", "localhost, 200",
        "LOCALHOST:80, 200", "'[::1]:80', 200", "10.1.2.3:10254, 200", "tidegate.infra.svc:10254, 200"
    })
    void a_name_that_anybody_could_own_is_no_way_in(String host, int status) throws Exception {
        assertThat(RawHttp.status(controller.adminPort(), "/api", host)).isEqualTo(status);
    }

    @Test
    void no_answer_holds_a_secret() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, base64(PASSWORD), HTPASSWD, base64(HTPASSWD)));
        secrets.add("PRIVATE KEY");
        secrets.add(base64(CERTIFICATE.key()).substring(0, 60));
        CERTIFICATE.key().lines().filter(line -> !line.startsWith("-")).forEach(secrets::add);
        List<String> paths = List.of(
                "/api",
                "/api/table",
                "/api/hosts",
                "/api/hosts/shop.example",
                "/api/hosts/users.example",
                "/api/hosts/nope",
                "/api/diagnostics",
                "/api/certificates",
                "/api/explain?url=https://shop.example/cart",
                "/api/explain?url=https://users.example/",
                "/api/replicas",
                "/api/replicas/tidegate-0/table",
                "/api/replicas/tidegate-0/certificates",
                "/metrics",
                "/readyz");
        for (String path : paths) {
            assertThat(get(path).body()).as(path).isNotEmpty().doesNotContain(secrets);
        }
    }

    @Test
    void a_path_that_is_not_there_is_a_404_in_json_that_names_those_that_are() throws Exception {
        HttpResponse<String> response = get("/api/nope");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Http.json(response).path("near").toString()).contains("/api/table");
    }

    @Test
    void explain_on_the_command_line_asks_the_running_one() {
        StringWriter out = new StringWriter();
        int exitCode = TidegateCommand.line(new PrintWriter(out, true), new PrintWriter(out, true))
                .execute(
                        "explain",
                        "https://shop.example/cart",
                        "--admin",
                        "http://localhost:" + controller.adminPort());
        assertThat(out.toString())
                .startsWith("GET https://shop.example/cart\n  answer       from Service default/web, port 80\n")
                .contains("  certificate  for shop.example, until ")
                .containsPattern("  table        1, compiled at .*, \\d+ s ago\n");
        assertThat(exitCode).isEqualTo(0);
    }
}
