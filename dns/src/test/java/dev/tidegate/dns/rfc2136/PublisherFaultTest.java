package dev.tidegate.dns.rfc2136;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ScriptedNameServer;
import dev.tidegate.dns.ownership.Identity;
import dev.tidegate.dns.plan.Memory;
import dev.tidegate.dns.plan.PublishPolicy;
import dev.tidegate.dns.publish.Failure;
import dev.tidegate.dns.publish.Fault;
import dev.tidegate.dns.publish.Publisher;
import dev.tidegate.dns.publish.Round;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.record.Zones;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;

/// What a server that answers oddly, or not at all, is taken for.
class PublisherFaultTest {

    private static final TsigKey KEY = TsigKey.of("k", TsigKey.Algorithm.HMAC_SHA256, "c2VjcmV0");

    private static Failure failure(ScriptedNameServer server) {
        NameServer asked = NameServer.of(server.address(), KEY).withTimeout(Duration.ofMillis(300));
        Identity us = Identity.of("us");
        Backoff backoff = new Backoff(3, Duration.ofMillis(1), new Random(1));
        Publisher publisher = new Publisher(new NameServerRecords(asked, us, backoff), us, Zones.of("example"));
        Round round = publisher.round(WantedRecords.EMPTY, Memory.NONE, PublishPolicy.DEFAULT, Instant.EPOCH, 9);
        assertThat(round.unread()).hasSize(1);
        assertThat(round.outcomes()).isEmpty();
        return round.unread().getFirst();
    }

    @Test
    void an_answer_that_is_not_signed_is_anybodys() {
        try (ScriptedNameServer server =
                ScriptedNameServer.start().zone("example. 30 IN SOA example. example. 1 1 1 1 1")) {
            assertThat(failure(server).fault()).isEqualTo(Fault.UNVERIFIED);
            assertThat(server.asked("example.")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVFAIL, 3", "REFUSED, 1", "NOTAUTH, 1", "NOTZONE, 1"})
    void what_may_pass_is_tried_again_and_no_more_than_that(Fault fault, int asked) {
        try (ScriptedNameServer server = ScriptedNameServer.start().fails("example.", Rcode.value(fault.name()))) {
            Failure failure = failure(server);
            assertThat(failure.fault()).isEqualTo(fault);
            assertThat(failure.message())
                    .startsWith("server 127.0.0.1 port " + server.address().getPort()
                            + ", zone example, name example: it says " + fault + " (expected: ");
            assertThat(server.asked("example.")).isEqualTo(asked);
        }
    }

    @Test
    void a_server_that_is_silent_is_asked_so_often_and_no_more() {
        try (ScriptedNameServer server = ScriptedNameServer.start().ignores("example.")) {
            assertThat(failure(server).fault()).isEqualTo(Fault.UNREACHABLE);
            assertThat(server.asked("example.")).isEqualTo(3);
        }
    }

    @Test
    void a_server_whose_name_has_no_address_says_so() {
        NameServer nowhere = NameServer.of(InetSocketAddress.createUnresolved("nowhere.invalid", 53), KEY);
        Identity us = Identity.of("us");
        Backoff once = new Backoff(1, Duration.ZERO, new Random(1));
        Round round = new Publisher(new NameServerRecords(nowhere, us, once), us, Zones.of("example"))
                .round(WantedRecords.EMPTY, Memory.NONE, PublishPolicy.DEFAULT, Instant.EPOCH, 9);

        assertThat(round.unread())
                .extracting(Failure::message)
                .containsExactly("server nowhere.invalid port 53, zone example, name example: it does not answer"
                        + " (expected: an answer within 2000 ms): its name has no address");
    }

    @Test
    void a_server_is_found_by_its_name() {
        try (ScriptedNameServer server = ScriptedNameServer.start().fails("example.", Rcode.REFUSED)) {
            NameServer named = NameServer.of(
                    InetSocketAddress.createUnresolved(
                            "localhost", server.address().getPort()),
                    KEY);
            Identity us = Identity.of("us");
            Backoff once = new Backoff(1, Duration.ZERO, new Random(1));
            Round round = new Publisher(new NameServerRecords(named, us, once), us, Zones.of("example"))
                    .round(WantedRecords.EMPTY, Memory.NONE, PublishPolicy.DEFAULT, Instant.EPOCH, 9);

            assertThat(round.unread()).extracting(Failure::fault).containsExactly(Fault.REFUSED);
        }
    }
}
