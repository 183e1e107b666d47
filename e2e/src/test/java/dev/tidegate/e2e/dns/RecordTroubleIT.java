package dev.tidegate.e2e.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TellOnFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Records are kept through what may happen: a key that is wrong, a server that dies, another Tidegate in the zone.
@DnsTest
@ExtendWith(TellOnFailure.class)
class RecordTroubleIT {

    private static final String FAILING = "failing_zones";
    private static final String TAKEN = "owned-by-another";

    @TempDir
    Path folder;

    private static void stands(KnotServer knot, String host, String value) {
        Await.until("A of " + host, () -> knot.ask(host, "A").equals(List.of(value)));
    }

    /// While each of them reads the zone once more, and finds that it has nothing to do.
    private static void serialStands(KnotServer knot, RecordKeeper... all) {
        long serial = knot.serial();
        for (RecordKeeper each : all) {
            each.awaitReadAgain();
        }
        assertThat(knot.serial()).as("the zone's serial").isEqualTo(serial);
    }

    @Test
    void with_a_wrong_secret_it_serves_and_says_so_and_does_not_tell_the_secret() throws Exception {
        String wrong = "d3JvbmcgYnV0IGp1c3QgYXMgbG9uZywgMzIgYnl0ZXM=";
        HostFolder hosts = new HostFolder(folder, "hosts").put("shop", "shop.ex.com");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper tidegate =
                        hosts.publishing(knot, "us", "--rfc2136-tsig-secret=" + wrong, HostFolder.OFTEN)) {
            Await.until("it says that a zone fails", () -> tidegate.metric(FAILING) == 1);
            assertThat(tidegate.routes("shop.ex.com")).isTrue();
            assertThat(tidegate.process().readiness()).isEqualTo(200);
            assertThat(tidegate.process().stderrLines())
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    "server 127.0.0.1 port " + knot.address().getPort(),
                                    "key tidegate",
                                    "another secret"));
            assertThat(tidegate.process().stderr()).doesNotContain(wrong, "Exception", "\tat ");
            assertThat(tidegate.explained("shop.ex.com"))
                    .contains("\"state\":\"unread\"", "another secret")
                    .doesNotContain(wrong);
            assertThat(knot.records()).isEmpty();
        }
    }

    @Test
    void what_was_missed_while_the_name_server_was_dead_is_made_when_it_is_back() throws Exception {
        HostFolder hosts = new HostFolder(folder, "hosts").put("shop", "shop.ex.com");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper tidegate = hosts.publishing(knot, "us", HostFolder.OFTEN)) {
            stands(knot, "shop.ex.com", "192.0.2.1");
            knot.kill();
            hosts.put("missed", "missed.ex.com");
            Await.untilServed("the host", () -> tidegate.routes("missed.ex.com"));
            Await.until("it says that a zone fails", () -> tidegate.metric(FAILING) == 1);

            knot.startAgain();
            stands(knot, "missed.ex.com", "192.0.2.1");
            stands(knot, "shop.ex.com", "192.0.2.1");
            Await.until("none fails any more", () -> tidegate.metric(FAILING) == 0);
        }
    }

    @Test
    void of_two_owners_that_want_one_name_one_has_it_and_the_other_says_so() {
        HostFolder ours = new HostFolder(folder, "ours").put("shop", "shop.ex.com");
        HostFolder theirs = new HostFolder(folder, "theirs").put("shop", "shop.ex.com");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper us = ours.publishing(knot, "us", HostFolder.OFTEN, "--dns-target=192.0.2.1");
                RecordKeeper them = theirs.publishing(knot, "them", HostFolder.OFTEN, "--dns-target=192.0.2.2")) {
            Await.until("one says that the other has it", () -> us.withheld(TAKEN) + them.withheld(TAKEN) == 1);
            boolean weHaveIt = us.withheld(TAKEN) == 0;

            serialStands(knot, us, them);
            assertThat(knot.ask("shop.ex.com", "A")).containsExactly(weHaveIt ? "192.0.2.1" : "192.0.2.2");
            assertThat((weHaveIt ? them : us).process().stderr())
                    .contains("A of shop.ex.com is owned by '" + (weHaveIt ? "us" : "them") + "'");
        }
    }

    /// As two replicas would be, both of which believe for a moment that they lead.
    @Test
    void two_in_the_name_of_one_owner_do_not_undo_one_another() {
        HostFolder hosts = new HostFolder(folder, "hosts");
        for (int i = 0; i < 20; i++) {
            hosts.put("host-" + i, "host-" + i + ".ex.com");
        }
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper first = hosts.publishing(knot, "us", HostFolder.OFTEN);
                RecordKeeper second = hosts.publishing(knot, "us", HostFolder.OFTEN)) {
            Await.until("all have A, AAAA and as many TXT", () -> knot.records().size() == 80);
            serialStands(knot, first, second);

            hosts.put("host-7", "host-7.ex.com", "target: 192.0.2.7");
            stands(knot, "host-7.ex.com", "192.0.2.7");
            serialStands(knot, first, second);
            assertThat(knot.records()).hasSize(80);
        }
    }
}
