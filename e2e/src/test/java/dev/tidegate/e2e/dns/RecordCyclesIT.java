package dev.tidegate.e2e.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.Metric;
import dev.tidegate.e2e.TidegateProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to Tidegate and to the API server, no record is withdrawn but that of a host that was deleted.
///
/// The zone's serial grows with each update, so one that stands still says that nothing was withdrawn and made again
/// either. The policy is the one that withdraws most readily: sync, after seconds, the whole zone at once if need be.
@DnsTest
class RecordCyclesIT {

    /// Each is four things that may happen.
    private static final int CYCLES = 25;

    private static final int DELAY_SECONDS = 3;
    private static final String WATCHING = "tidegate_cluster_watches";

    private static final List<String> HOSTS =
            IntStream.range(0, 20).mapToObj(i -> "host-" + i + ".ex.com").toList();

    @TempDir
    Path folder;

    private TidegateProcess started(FickleApiServer api, KnotServer knot) {
        return TidegateProcess.run(Map.of(), List.of(), arguments(api, knot));
    }

    private List<String> arguments(FickleApiServer api, KnotServer knot) {
        return new ArrayList<>(List.of(
                "--kubeconfig=" + api.kubeconfig(folder),
                "--network-policy=off",
                "--warm-up=0",
                "--update-status=false",
                "--disable-leader-election",
                "--dns-publish=rfc2136",
                "--dns-zone=ex.com",
                "--dns-target=192.0.2.1",
                "--dns-policy=sync",
                "--dns-withdraw-delay=" + DELAY_SECONDS + "s",
                "--dns-withdraw-share=100%",
                "--dns-interval=3s",
                "--txt-owner-id=cycles",
                "--rfc2136-host=127.0.0.1",
                "--rfc2136-port=" + knot.address().getPort(),
                "--rfc2136-tsig-keyname=tidegate",
                "--rfc2136-tsig-secret=" + KnotServer.SECRET));
    }

    private static final double ALL = HOSTS.size();

    private static double metric(TidegateProcess tidegate, String name) {
        return Metric.of(tidegate, "tidegate_dns_" + name);
    }

    /// Until it has read the zone, wants so many names, and has nothing to do for them.
    private static void settled(TidegateProcess tidegate, double wanted) {
        Await.until(
                "it has read the zone, and wants " + wanted + " names",
                () -> metric(tidegate, "settled_timestamp_seconds") > 0
                        && metric(tidegate, "wanted_names") == wanted
                        && metric(tidegate, "pending_changes") == 0);
    }

    /// Until the delay is over after which a name that was deleted would go, and the zone was read again since.
    private static void delayOver(TidegateProcess tidegate) {
        double began = metric(tidegate, "settled_timestamp_seconds");
        Await.until(
                "it has looked again after the delay",
                () -> metric(tidegate, "settled_timestamp_seconds") > began + DELAY_SECONDS);
    }

    @Test
    @Timeout(1200)
    void a_hundred_times_something_happens_and_nothing_is_withdrawn() {
        try (KnotServer knot = KnotServer.start(folder);
                FickleApiServer api = FickleApiServer.start(HOSTS)) {
            try (TidegateProcess _ = started(api, knot)) {
                Await.until("all have their records", () -> knot.records().size() == 2 * HOSTS.size());
            }
            List<String> records = knot.records();
            long serial = knot.serial();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                boolean thorough = cycle % 5 == 0;
                String where = "cycle " + cycle;
                emptyFirstList(api, knot, thorough);
                assertThat(knot.serial()).as(where + ", an empty first list").isEqualTo(serial);
                TidegateProcess running = started(api, knot);
                settled(running, ALL);
                assertThat(knot.serial()).as(where + ", a crash and a start").isEqualTo(serial);
                awayAndBack(api, running, thorough);
                assertThat(knot.serial()).as(where + ", the API server away").isEqualTo(serial);
                running.terminate();
                running.awaitExit();
                running.close();
                assertThat(knot.serial()).as(where + ", an orderly end").isEqualTo(serial);
            }
            assertThat(knot.records()).isEqualTo(records);
        }
    }

    /// It starts while the server says that there is nothing; a crash ends it once it has looked at the zone.
    private void emptyFirstList(FickleApiServer api, KnotServer knot, boolean thorough) {
        api.empty(true);
        try (TidegateProcess fooled = started(api, knot)) {
            settled(fooled, 0);
            if (thorough) {
                delayOver(fooled);
            }
        } finally {
            api.empty(false);
        }
    }

    /// The server goes; when it is back it has forgotten everything, and now and then its Ingresses too.
    private static void awayAndBack(FickleApiServer api, TidegateProcess running, boolean forgetful) {
        api.leave();
        Await.until("it has noticed", () -> Metric.of(running, WATCHING) == 0);
        if (forgetful) {
            delayOver(running);
        }
        api.empty(forgetful);
        api.comeBack();
        if (forgetful) {
            listsAnew(api, running, 0);
            delayOver(running);
            api.empty(false);
        }
        listsAnew(api, running, ALL);
        settled(running, ALL);
    }

    private static void listsAnew(FickleApiServer api, TidegateProcess running, double wanted) {
        Await.until("it wants " + wanted + " names", () -> {
            api.forget();
            return metric(running, "wanted_names") == wanted && Metric.of(running, WATCHING) > 0;
        });
    }
}
