package dev.tidegate.dns.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dns.ScriptedNameServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TextParseException;

/// Asking real name servers, once.
class LookupTest {

    private static final Duration SHORT = Duration.ofMillis(150);

    private final ScriptedNameServer server = ScriptedNameServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer ask(String name) {
        return ask(name, server.address());
    }

    private static Answer ask(String name, InetSocketAddress... servers) {
        return new Lookup(new ResolvConf(List.of(servers), List.of(), 1, SHORT, 2)).ask(name);
    }

    private Answer search(String name, int ndots, String... domains) throws TextParseException {
        List<Name> search = new ArrayList<>();
        for (String domain : domains) {
            search.add(Name.fromString(domain));
        }
        return new Lookup(new ResolvConf(List.of(server.address()), search, ndots, SHORT, 1)).ask(name);
    }

    private static Answer found(int ttl, String... addresses) {
        return new Answer.Found(List.of(addresses), Duration.ofSeconds(ttl));
    }

    private static Answer missing(Absence absence, int ttl) {
        return new Answer.Missing(absence, Duration.ofSeconds(ttl));
    }

    @Test
    void addresses_of_both_families_come_with_the_least_time_to_live() {
        server.zone(
                "api.example. 60 IN A 10.0.0.1", "api.example. 60 IN A 10.0.0.2", "api.example. 20 IN AAAA fd00::1");
        assertThat(ask("api.example")).isEqualTo(found(20, "10.0.0.1", "10.0.0.2", "fd00:0:0:0:0:0:0:1"));
        assertThat(ask("api.example.")).isEqualTo(ask("API.example"));
    }

    @Test
    void aliases_are_followed_and_the_shortest_lived_of_them_counts() {
        server.zone(
                "www.example. 300 IN CNAME edge.example.",
                "edge.example. 10 IN CNAME pop.example.",
                "pop.example. 60 IN A 10.0.0.1");
        assertThat(ask("www.example")).isEqualTo(found(10, "10.0.0.1"));
    }

    @Test
    void aliases_that_a_server_does_not_follow_are_asked_for() {
        server.leavesAliases()
                .zone(
                        "www.example. 300 IN CNAME edge.example.",
                        "edge.example. 10 IN CNAME pop.example.",
                        "pop.example. 60 IN A 10.0.0.1");
        assertThat(ask("www.example")).isEqualTo(found(10, "10.0.0.1"));
    }

    @Test
    void a_circle_of_aliases_has_an_end() {
        String[] circle = {"a.example. 60 IN CNAME b.example.", "b.example. 60 IN CNAME a.example."};
        assertThat(ask("a.example", server.zone(circle).address())).isInstanceOf(Answer.Failed.class);
        assertThat(ask("a.example", server.leavesAliases().zone(circle).address()))
                .isEqualTo(new Answer.Failed("more than 16 aliases, or a circle of them"));
    }

    @Test
    void an_alias_to_nowhere_is_no_such_name() {
        server.zone("www.example. 300 IN CNAME gone.example.");
        assertThat(ask("www.example")).isEqualTo(missing(Absence.NO_SUCH_NAME, 30));
    }

    @Test
    void what_is_denied_says_for_how_long() {
        server.negativeTtl(7).zone("mail.example. 60 IN MX 10 mx.example.");
        assertThat(ask("gone.example")).isEqualTo(missing(Absence.NO_SUCH_NAME, 7));
        assertThat(ask("mail.example")).isEqualTo(missing(Absence.NO_ADDRESS, 7));
    }

    /// RFC 2308 §5: the lesser of the SOA's own time to live and its `MINIMUM`; with an alias on the way, of that too.
    @ParameterizedTest
    @CsvSource({
        "gone.example, 7, 900, 7",
        "gone.example, 900, 7, 7",
        "mail.example, 900, 7, 7",
        "mail.example, 7, 900, 7",
        "gone.example, 0, 900, 0",
        "www.example,  900, 900, 300",
        "www.example,  7, 900, 7"
    })
    void what_is_denied_is_denied_for_the_least_time(String name, int soaTtl, int minimum, int seconds) {
        server.denies(soaTtl, minimum)
                .zone("mail.example. 60 IN MX 10 mx.example.", "www.example. 300 IN CNAME gone.example.");
        assertThat(ask(name))
                .isInstanceOfSatisfying(
                        Answer.Missing.class,
                        missing -> assertThat(missing.ttl()).hasSeconds(seconds));
    }

    @Test
    void one_family_alone_is_enough() {
        server.zone("four.example. 60 IN A 10.0.0.1", "six.example. 60 IN AAAA fd00::1");
        assertThat(ask("four.example")).isEqualTo(found(60, "10.0.0.1"));
        assertThat(ask("six.example")).isEqualTo(found(60, "fd00:0:0:0:0:0:0:1"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "both.example, A,    IPV4, fd00:0:0:0:0:0:0:1",
                "both.example, AAAA, IPV6, 10.0.0.1",
                "four.example, AAAA, IPV6, 10.0.0.1",
                "four.example, A,    IPV4, none"
            })
    void a_family_that_fails_is_told_beside_the_one_that_answers(
            String name, String type, AddressFamily failed, @Nullable String address) {
        server.zone(
                        "both.example. 60 IN A 10.0.0.1",
                        "both.example. 60 IN AAAA fd00::1",
                        "four.example. 60 IN A 10.0.0.1")
                .fails(name + ".", type, Rcode.SERVFAIL);
        assertThat(ask(name)).isInstanceOfSatisfying(Answer.Half.class, half -> {
            assertThat(half.failed()).isEqualTo(failed);
            assertThat(half.addresses()).isEqualTo(address == null ? List.of() : List.of(address));
            assertThat(half.why()).startsWith(type + ": name server").endsWith("SERVFAIL");
        });
    }

    @Test
    void a_family_that_fails_ends_the_search_too() throws TextParseException {
        server.zone("a.b. 60 IN MX 10 mx.example.", "a.b.team.example. 60 IN A 10.0.0.2")
                .fails("a.b.", "A", Rcode.SERVFAIL);
        assertThat(search("a.b", 1, "team.example.")).isInstanceOf(Answer.Half.class);
        assertThat(server.asked("a.b.team.example.")).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2147483647})
    void times_to_live_are_told_as_they_are_but_for_an_hour_at_most(long ttl) {
        server.zone("api.example. " + ttl + " IN A 10.0.0.1");
        assertThat(ask("api.example")).isEqualTo(found((int) Math.min(ttl, 3600), "10.0.0.1"));
    }

    /// Each family asks by itself, and both begin with the silent server; after that nobody waits for it again.
    @Test
    void a_dead_first_server_costs_one_timeout_and_is_then_asked_last() {
        try (ScriptedNameServer second = ScriptedNameServer.start()) {
            second.zone("a.example. 60 IN A 10.0.0.1");
            server.ignores("a.example.");
            Lookup lookup =
                    new Lookup(new ResolvConf(List.of(server.address(), second.address()), List.of(), 1, SHORT, 2));
            assertThat(lookup.ask("a.example")).isEqualTo(found(60, "10.0.0.1"));
            assertThat(server.asked("a.example.")).isEqualTo(2);
            for (int i = 0; i < 5; i++) {
                assertThat(lookup.ask("a.example")).isEqualTo(found(60, "10.0.0.1"));
            }
            assertThat(server.asked("a.example.")).isEqualTo(2);
        }
    }

    @Test
    void records_of_other_names_are_not_believed() {
        server.zone("api.example. 60 IN A 10.0.0.1").adds("evil.example. 1 IN A 10.6.6.6");
        assertThat(ask("api.example")).isEqualTo(found(60, "10.0.0.1"));
        assertThat(ask("gone.example")).isEqualTo(missing(Absence.NO_SUCH_NAME, 30));
    }

    @Test
    void an_answer_too_large_for_a_datagram_comes_by_tcp() {
        String[] many = new String[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = "many.example. 60 IN A 10.0.1." + i;
        }
        server.truncates("many.example.").zone(many);
        assertThat(ask("many.example"))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.addresses()).hasSize(200));
        assertThat(server.overTcp()).isEqualTo(2);
    }

    @Test
    void a_server_that_is_silent_or_fails_leaves_the_word_to_the_next() {
        try (ScriptedNameServer second = ScriptedNameServer.start()) {
            second.zone("a.example. 60 IN A 10.0.0.1", "b.example. 60 IN A 10.0.0.2");
            server.ignores("a.example.").fails("b.example.", Rcode.SERVFAIL);
            assertThat(ask("a.example", server.address(), second.address())).isEqualTo(found(60, "10.0.0.1"));
            assertThat(ask("b.example", server.address(), second.address())).isEqualTo(found(60, "10.0.0.2"));
        }
    }

    @Test
    void when_no_server_answers_the_last_one_is_named() {
        server.ignores("a.example.").fails("b.example.", Rcode.SERVFAIL);
        String named = "name server 127.0.0.1 port " + server.address().getPort();
        assertThat(ask("a.example")).isEqualTo(new Answer.Failed(named + " does not answer"));
        assertThat(ask("b.example")).isEqualTo(new Answer.Failed(named + " answers SERVFAIL"));
        assertThat(server.asked("b.example.")).as("two attempts, two families").isEqualTo(4);
    }

    @Test
    void the_search_list_is_tried_in_order_and_the_name_itself_by_its_dots() throws TextParseException {
        server.zone(
                "api.team.example. 60 IN A 10.0.0.1",
                "a.b.team.example. 60 IN A 10.0.0.2",
                "a.b. 60 IN A 10.0.0.3",
                "api. 60 IN A 10.0.0.4");
        assertThat(search("api", 1, "none.example.", "team.example.")).isEqualTo(found(60, "10.0.0.1"));
        assertThat(search("api.", 1, "team.example.")).isEqualTo(found(60, "10.0.0.4"));
        assertThat(search("a.b", 1, "team.example.")).isEqualTo(found(60, "10.0.0.3"));
        assertThat(search("a.b", 5, "team.example.")).isEqualTo(found(60, "10.0.0.2"));
        assertThat(search("x", 1, "team.example.")).isEqualTo(missing(Absence.NO_SUCH_NAME, 30));
    }

    @Test
    void a_failure_ends_the_search_so_that_no_other_name_is_taken_for_this_one() throws TextParseException {
        server.zone("a.b.team.example. 60 IN A 10.0.0.2").fails("a.b.", Rcode.SERVFAIL);
        assertThat(search("a.b", 1, "team.example.")).isInstanceOf(Answer.Failed.class);
        assertThat(server.asked("a.b.team.example.")).isZero();
    }

    @Test
    void what_is_no_name_is_not_asked_for() {
        assertThat(ask("a..b")).isEqualTo(new Answer.Failed("not a name"));
        assertThat(ask("x".repeat(64))).isEqualTo(new Answer.Failed("not a name"));
    }
}
