package dev.tidegate.gateway;

import static dev.tidegate.gateway.Tables.everythingTo;
import static dev.tidegate.gateway.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A gateway that leaves, and clients that have not heard of it.
class LeaveTest {

    private static final String ASK = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String CLOSES = "connection: close";
    private static final Duration BOUND = Duration.ofSeconds(30);

    /// Its client may have sent it already: a close would meet it on the way.
    @Test
    void a_connection_that_was_just_used_has_its_next_request_served_and_is_told_to_go() {
        try (TestOrigin origin = TestOrigin.named("web");
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient busy = new RawClient(gateway.port())) {
            assertThat(busy.send(ASK).readUntil("web")).doesNotContainIgnoringCase(CLOSES);
            Future<Void> drained = gateway.gateway().drain(BOUND);
            assertThat(RawClient.ask(gateway.port(), ASK)).containsIgnoringCase(CLOSES);
            assertThat(busy.send(ASK).readAll())
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase(CLOSES)
                    .endsWith("web");
            await(drained);
        }
    }

    @Test
    void a_connection_that_stays_silent_is_closed_before_the_gateway_is() {
        try (TestOrigin origin = TestOrigin.named("web");
                TestGateway gateway = TestGateway.serving(everythingTo(origin.endpoint()));
                RawClient silent = new RawClient(gateway.port())) {
            silent.send(ASK).readUntil("web");
            Future<Void> drained = gateway.gateway().drain(BOUND);
            assertThat(silent.readAll()).isEmpty();
            await(drained);
        }
    }
}
