package dev.tidegate.dns.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.dns.ScriptedNameServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

/// Names that are kept resolved, with a real name server and times so short that a test need not wait.
class KeptNamesTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final NameTimes FAST = new NameTimes(SOON, SOON, SOON, SOON, SOON, Duration.ofDays(1));

    private final ScriptedNameServer server = ScriptedNameServer.start();
    private final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    private final KeptNames names = new KeptNames(
            new Lookup(new ResolvConf(List.of(server.address()), List.of(), 1, Duration.ofMillis(500), 1))::ask,
            FAST,
            InstantSource.system(),
            (name, before, after) -> changes.add(name + " " + after));

    @AfterEach
    void stop() {
        names.close();
        server.close();
    }

    private static Resolution found(String... addresses) {
        return new Resolution.Found(List.of(addresses), Optional.empty());
    }

    private void awaitThat(String name, Resolution expected) {
        await().untilAsserted(() -> assertThat(names.known().get(name)).isEqualTo(expected));
    }

    @Test
    void a_change_of_addresses_is_followed_and_told() {
        server.zone("a.example. 60 IN A 10.0.0.1");
        names.want(Set.of("a.example"));
        awaitThat("a.example", found("10.0.0.1"));
        server.zone("a.example. 60 IN A 10.0.0.2", "a.example. 60 IN A 10.0.0.3");
        awaitThat("a.example", found("10.0.0.2", "10.0.0.3"));
        await().untilAsserted(() -> assertThat(changes).hasSize(2));
    }

    @Test
    void nothing_is_told_and_nothing_new_is_handed_out_while_answers_stay_the_same() {
        server.zone("a.example. 60 IN A 10.0.0.1");
        names.want(Set.of("a.example"));
        awaitThat("a.example", found("10.0.0.1"));
        var known = names.known();
        int asked = server.asked("a.example.");
        await().until(() -> server.asked("a.example.") > asked + 6);
        assertThat(names.known()).isSameAs(known);
        assertThat(changes).hasSize(1);
    }

    @Test
    void a_server_that_fails_leaves_the_last_addresses_until_it_is_well() {
        server.zone("a.example. 60 IN A 10.0.0.1");
        names.want(Set.of("a.example"));
        awaitThat("a.example", found("10.0.0.1"));
        server.fails("a.example.", Rcode.SERVFAIL);
        await().untilAsserted(() -> assertThat(names.known().get("a.example"))
                .isInstanceOfSatisfying(Resolution.Found.class, stale -> {
                    assertThat(stale.addresses()).containsExactly("10.0.0.1");
                    assertThat(stale.stale()).hasValueSatisfying(it -> {
                        assertThat(it.why()).endsWith("SERVFAIL");
                        assertThat(it.until()).isEqualTo(it.told().plus(Duration.ofDays(1)));
                    });
                }));
        server.heals("a.example.");
        awaitThat("a.example", found("10.0.0.1"));
    }

    @Test
    void a_server_that_fails_for_one_family_leaves_the_addresses_of_both_until_it_is_well() {
        server.zone("a.example. 60 IN A 10.0.0.1", "a.example. 60 IN AAAA fd00::1");
        names.want(Set.of("a.example"));
        awaitThat("a.example", found("10.0.0.1", "fd00:0:0:0:0:0:0:1"));
        server.fails("a.example.", "AAAA", Rcode.SERVFAIL);
        server.zone("a.example. 60 IN A 10.0.0.2", "a.example. 60 IN AAAA fd00::2");
        await().untilAsserted(() -> assertThat(names.known().get("a.example"))
                .isInstanceOfSatisfying(Resolution.Found.class, stale -> {
                    assertThat(stale.addresses()).containsExactly("10.0.0.2", "fd00:0:0:0:0:0:0:1");
                    assertThat(stale.stale()).isPresent();
                }));
        server.heals("a.example.");
        awaitThat("a.example", found("10.0.0.2", "fd00:0:0:0:0:0:0:2"));
    }

    @Test
    void when_the_last_addresses_stay_and_when_they_go_is_told_once_each() {
        server.zone("a.example. 60 IN A 10.0.0.1");
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (KeptNames briefly = new KeptNames(
                new Lookup(new ResolvConf(List.of(server.address()), List.of(), 1, Duration.ofMillis(500), 1))::ask,
                new NameTimes(SOON, SOON, SOON, SOON, SOON, Duration.ofSeconds(1)),
                InstantSource.system(),
                (name, before, after) -> told.add(after.getClass().getSimpleName()
                        + (after instanceof Resolution.Found found
                                        && found.stale().isPresent()
                                ? " stale"
                                : "")))) {
            briefly.want(Set.of("a.example"));
            await().untilAsserted(() -> assertThat(told).containsExactly("Found"));
            server.fails("a.example.", Rcode.SERVFAIL);
            await().untilAsserted(() -> assertThat(told).containsExactly("Found", "Found stale", "Failing"));
        }
    }

    @Test
    void a_name_that_is_not_wanted_any_more_is_not_asked_for_and_the_others_stay_known() {
        server.zone("a.example. 60 IN A 10.0.0.1", "b.example. 60 IN A 10.0.0.2");
        names.want(Set.of("a.example", "b.example"));
        awaitThat("a.example", found("10.0.0.1"));
        awaitThat("b.example", found("10.0.0.2"));
        names.want(Set.of("b.example"));
        assertThat(names.known()).containsOnlyKeys("b.example").containsValue(found("10.0.0.2"));
        int asked = server.asked("b.example.");
        await().until(() -> server.asked("b.example.") > asked + 6);
        int last = server.asked("a.example.");
        await().until(() -> server.asked("b.example.") > asked + 12);
        assertThat(server.asked("a.example.")).isEqualTo(last);
    }

    @Test
    void a_thousand_names_are_asked_for_a_few_at_a_time() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch gate = new CountDownLatch(1);
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            wanted.add("n" + i + ".example");
        }
        try (KeptNames many = new KeptNames(
                name -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    pass(gate);
                    now.decrementAndGet();
                    return new Answer.Found(List.of("10.0.0.1"), Duration.ofHours(1));
                },
                NameTimes.DEFAULT,
                InstantSource.system(),
                (name, before, after) -> {})) {
            many.want(wanted);
            await().until(() -> now.get() == 64);
            gate.countDown();
            await().untilAsserted(() ->
                    assertThat(many.known().values()).hasSize(1000).allMatch(found("10.0.0.1")::equals));
            assertThat(most).hasValue(64);
        }
    }

    private static void pass(CountDownLatch gate) {
        try {
            assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_fault_of_the_lookups_own_is_a_failure_of_that_name() {
        try (KeptNames broken = new KeptNames(
                name -> {
                    throw new IllegalStateException("broken");
                },
                NameTimes.DEFAULT,
                InstantSource.system(),
                (name, before, after) -> {})) {
            broken.want(Set.of("a.example"));
            await().untilAsserted(
                            () -> assertThat(broken.known().get("a.example")).isInstanceOf(Resolution.Failing.class));
        }
    }
}
