package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.gateway.exchange.ExchangeOptions;
import dev.tidegate.gateway.table.Endpoint;
import dev.tidegate.gateway.table.RoutingTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tables that change under requests in flight.
class SwapTest {

    private static final Endpoint NOBODY = new Endpoint("127.0.0.1", 1);

    /// Endpoints join, leave, and refuse, so that requests are being tried again while the lists they were picked
    /// from change.
    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void no_request_notices_that_the_table_is_swapped(HttpVersion version) {
        Vertx vertx = Vertx.vertx();
        try (TestOrigin a = TestOrigin.named("a");
                TestOrigin b = TestOrigin.named("b");
                TestGateway gateway = TestGateway.serving(
                        everythingTo(a.endpoint()), TestGateway.options(ExchangeOptions.DEFAULT, false, 2))) {
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false));
            List<RoutingTable> tables = List.of(
                    everythingTo(a.endpoint()),
                    everythingTo(NOBODY, a.endpoint(), b.endpoint()),
                    everythingTo(b.endpoint()),
                    everythingTo(b.endpoint(), NOBODY));
            for (int round = 0; round < 40; round++) {
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    answers.add(client.request(HttpMethod.GET, gateway.port(), "127.0.0.1", "/" + i)
                            .compose(HttpClientRequest::send)
                            .map(HttpClientResponse::statusCode));
                }
                gateway.publish(tables.get(round % tables.size()));
                answers.forEach(answer -> assertThat(await(answer)).isEqualTo(200));
            }
        } finally {
            await(vertx.close());
        }
    }
}
