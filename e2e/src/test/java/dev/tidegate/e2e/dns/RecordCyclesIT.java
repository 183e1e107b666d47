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
                "--update-status=false",
                "--disable-leader-election",
                "--dns-publish=rfc2136",
                "--dns-zone=ex.com",
                "--dns-target=192.0.2.1",
                "--dns-policy=sync",
                "--dns-withdraw-delay=3s",
                "--dns-withdraw-share=100%",
                "--dns-interval=3s",
                "--txt-owner-id=cycles",
                "--rfc2136-host=127.0.0.1",
                "--rfc2136-port=" + knot.address().getPort(),
                "--rfc2136-tsig-keyname=tidegate",
                "--rfc2136-tsig-secret=" + KnotServer.SECRET));
    }

    /// Until it has looked at the zone again, and found everything as it ought to be, or what is no more to be left.
    private static void settled(TidegateProcess tidegate, String wanted) {
        double looked = Metric.of(tidegate, "tidegate_dns_settled_timestamp_seconds");
        Await.until(
                "it has looked at the zone, and wants " + wanted + " names",
                () -> Metric.of(tidegate, "tidegate_dns_settled_timestamp_seconds") > looked
                        && Metric.of(tidegate, "tidegate_dns_wanted_names") == Double.parseDouble(wanted));
    }

    @Test
    @Timeout(900)
    void a_hundred_times_something_happens_and_nothing_is_withdrawn() {
        try (KnotServer knot = KnotServer.start(folder);
                FickleApiServer api = FickleApiServer.start(HOSTS)) {
            try (TidegateProcess first = started(api, knot)) {
                Await.until("all have their records", () -> knot.records().size() == 2 * HOSTS.size());
                settled(first, "" + HOSTS.size());
            }
            List<String> records = knot.records();
            long serial = knot.serial();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                String where = "cycle " + cycle;
                emptyFirstList(api, knot);
                assertThat(knot.serial()).as(where + ", an empty first list").isEqualTo(serial);
                TidegateProcess running = started(api, knot);
                settled(running, "" + HOSTS.size());
                assertThat(knot.serial()).as(where + ", a crash and a start").isEqualTo(serial);
                awayAndBack(api, running, cycle);
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
    private void emptyFirstList(FickleApiServer api, KnotServer knot) {
        api.empty(true);
        try (TidegateProcess fooled = started(api, knot)) {
            settled(fooled, "0");
        } finally {
            api.empty(false);
        }
    }

    /// The server goes, and when it is back it has forgotten everything, and at first its Ingresses too.
    private static void awayAndBack(FickleApiServer api, TidegateProcess running, int cycle) {
        api.leave();
        settled(running, "" + HOSTS.size());
        api.empty(cycle % 2 == 0);
        api.comeBack();
        api.forget();
        if (cycle % 2 == 0) {
            Await.until("it has heard that there is nothing", () -> {
                api.forget();
                return Metric.of(running, "tidegate_dns_wanted_names") == 0;
            });
            settled(running, "0");
            api.empty(false);
            Await.until("it has heard that all are there", () -> {
                api.forget();
                return Metric.of(running, "tidegate_dns_wanted_names") == HOSTS.size();
            });
        }
        settled(running, "" + HOSTS.size());
    }
}
