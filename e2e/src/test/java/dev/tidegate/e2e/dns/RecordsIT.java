package dev.tidegate.e2e.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TellOnFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The artifact with `--dns-publish=rfc2136`, on a folder that is edited, and a Knot that has the zone.
@DnsTest
@ExtendWith(TellOnFailure.class)
class RecordsIT {

    @TempDir
    Path folder;

    /// A host that stays: that all are gone at once is not taken for a deletion.
    private HostFolder hosts() {
        return new HostFolder(folder, "hosts").put("stays", "stays.ex.com");
    }

    private static String text(String owner, String ingress) {
        return "\"heritage=external-dns,external-dns/owner=" + owner + ",external-dns/resource=ingress/default/"
                + ingress + "\"";
    }

    private static void stands(KnotServer knot, String name, String type, String... values) {
        Await.until(type + " of " + name, () -> knot.ask(name, type).equals(List.of(values)));
    }

    /// What stands there stays so while it is read again.
    private static void stays(RecordKeeper tidegate, KnotServer knot, String name, String... values) {
        tidegate.awaitReadAgain();
        assertThat(knot.ask(name, "A")).containsExactly(values);
    }

    @Test
    void a_host_has_its_records_and_their_owner_and_explain_knows_since_when() {
        HostFolder hosts = hosts();
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper tidegate = hosts.publishing(knot, "us")) {
            hosts.put("shop", "shop.ex.com");

            stands(knot, "shop.ex.com", "AAAA", "2001:db8::1");
            assertThat(knot.ask("shop.ex.com", "A")).containsExactly("192.0.2.1");
            assertThat(knot.ask("a-shop.ex.com", "TXT")).containsExactly(text("us", "shop"));
            assertThat(knot.ask("aaaa-shop.ex.com", "TXT")).containsExactly(text("us", "shop"));
            tidegate.awaitExplained("shop.ex.com", "in-place", "it stands as it is wanted");
            assertThat(tidegate.explained("shop.ex.com"))
                    .contains("\"owner\":\"us\"", "\"resource\":\"ingress/default/shop\"", "\"madeHere\":true")
                    .containsPattern("\"since\":\"20\\d\\d-[^\"]+Z\"");
        }
    }

    @Test
    void another_target_is_another_record() {
        HostFolder hosts = hosts().put("shop", "shop.ex.com", "target: 192.0.2.7", "ttl: 60s");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper _ = hosts.publishing(knot, "us")) {
            stands(knot, "shop.ex.com", "A", "192.0.2.7");
            assertThat(knot.records()).contains("shop.ex.com. 60 A 192.0.2.7");

            hosts.put("shop", "shop.ex.com", "target: 192.0.2.8,192.0.2.9");
            stands(knot, "shop.ex.com", "A", "192.0.2.8", "192.0.2.9");

            hosts.put("shop", "shop.ex.com", "target: lb.example.net");
            stands(knot, "shop.ex.com", "CNAME", "lb.example.net.");
        }
    }

    @Test
    void a_wildcard_host_stands_for_all_below_it() {
        HostFolder hosts = hosts().put("apps", "*.apps.ex.com");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper tidegate = hosts.publishing(knot, "us", "--txt-wildcard-replacement=any")) {
            stands(knot, "whatever.apps.ex.com", "A", "192.0.2.1");
            assertThat(knot.ask("a-any.apps.ex.com", "TXT")).containsExactly(text("us", "apps"));
            tidegate.awaitExplained("whatever.apps.ex.com", "in-place", "\"name\":\"*.apps.ex.com\"");
        }
    }

    @Test
    void the_zones_own_name_is_a_host_too() {
        HostFolder hosts = hosts().put("apex", "ex.com");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper _ = hosts.publishing(knot, "us", "--txt-prefix=%{record_type}-reg.")) {
            stands(knot, "ex.com", "A", "192.0.2.1");
            assertThat(knot.ask("ex.com", "NS")).containsExactly("ns.ex.com.");
            assertThat(knot.ask("a-reg.ex.com", "TXT")).containsExactly(text("us", "apex"));
        }
    }

    @Test
    void a_record_made_by_hand_is_not_touched_and_explain_says_why() {
        HostFolder hosts = hosts().put("shop", "shop.ex.com");
        try (KnotServer knot = KnotServer.start(folder, "shop.ex.com. 300 A 192.0.2.99");
                RecordKeeper tidegate = hosts.publishing(knot, "us", HostFolder.OFTEN)) {
            stands(knot, "stays.ex.com", "A", "192.0.2.1");
            tidegate.awaitExplained(
                    "shop.ex.com", "withheld", "A of shop.ex.com has no ownership record (expected: one of owner us)");
            assertThat(tidegate.explained("shop.ex.com")).contains("192.0.2.99");
            assertThat(tidegate.withheld("unmarked")).isEqualTo(1);
            stays(tidegate, knot, "shop.ex.com", "192.0.2.99");
            assertThat(knot.ask("shop.ex.com", "AAAA")).isEmpty();

            knot.update("del shop.ex.com. A");
            stands(knot, "shop.ex.com", "A", "192.0.2.1");
        }
    }

    @Test
    void with_sync_a_deleted_host_is_withdrawn_after_the_delay_and_not_before() {
        HostFolder hosts = hosts().put("shop", "shop.ex.com");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper tidegate = hosts.publishing(
                        knot, "us", HostFolder.OFTEN, "--dns-policy=sync", "--dns-withdraw-delay=3s")) {
            stands(knot, "shop.ex.com", "AAAA", "2001:db8::1");
            long deletedNs = System.nanoTime();
            hosts.delete("shop");

            tidegate.awaitExplained("shop.ex.com", "left", "shop.ex.com was deleted at ");
            stands(knot, "shop.ex.com", "A");
            assertThat(System.nanoTime() - deletedNs).isGreaterThan(3_000_000_000L);
            assertThat(knot.ask("shop.ex.com", "AAAA")).isEmpty();
            assertThat(knot.ask("a-shop.ex.com", "TXT")).isEmpty();
            assertThat(knot.ask("stays.ex.com", "A")).containsExactly("192.0.2.1");
        }
    }

    @Test
    void with_upsert_only_a_deleted_host_keeps_its_records() {
        HostFolder hosts = hosts().put("shop", "shop.ex.com");
        try (KnotServer knot = KnotServer.start(folder);
                RecordKeeper tidegate = hosts.publishing(knot, "us", HostFolder.OFTEN, "--dns-withdraw-delay=3s")) {
            stands(knot, "shop.ex.com", "A", "192.0.2.1");
            hosts.delete("shop");

            tidegate.awaitExplained("shop.ex.com", "left", "upsert-only leaves it");
            stays(tidegate, knot, "shop.ex.com", "192.0.2.1");
        }
    }

    @Test
    void what_external_dns_owns_is_taken_over_and_given_back() {
        HostFolder hosts = hosts().put("shop", "shop.ex.com");
        try (KnotServer knot = KnotServer.start(folder)) {
            knot.update("add shop.ex.com. 300 A 192.0.2.99", "add a-shop.ex.com. 300 TXT " + text("external", "shop"));
            try (RecordKeeper tidegate = hosts.publishing(knot, "us", HostFolder.OFTEN)) {
                tidegate.awaitExplained("shop.ex.com", "withheld", "is owned by 'external'");
                stays(tidegate, knot, "shop.ex.com", "192.0.2.99");
            }
            try (RecordKeeper tidegate =
                    hosts.publishing(knot, "us", HostFolder.OFTEN, "--migrate-from-txt-owner=external")) {
                stands(knot, "shop.ex.com", "A", "192.0.2.1");
                assertThat(knot.ask("a-shop.ex.com", "TXT")).containsExactly(text("us", "shop"));
                tidegate.awaitExplained("shop.ex.com", "in-place", "\"owner\":\"us\"");
            }
            try (RecordKeeper tidegate = hosts.publishing(knot, "us", HostFolder.OFTEN, "--dns-target=192.0.2.2")) {
                stands(knot, "shop.ex.com", "A", "192.0.2.2");
                // as external-dns does when it takes an owner over
                knot.update("del a-shop.ex.com. TXT", "add a-shop.ex.com. 300 TXT " + text("external", "shop"));
                tidegate.awaitExplained("shop.ex.com", "withheld", "is owned by 'external'");
                hosts.put("shop", "shop.ex.com", "target: 192.0.2.3");
                stays(tidegate, knot, "shop.ex.com", "192.0.2.2");
            }
        }
    }
}
