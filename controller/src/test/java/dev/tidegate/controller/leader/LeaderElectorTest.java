package dev.tidegate.controller.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidegate.controller.fixture.TestApiServer;
import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaderElectorTest {

    private static final ObjectKey LEASE = new ObjectKey("infra", "tidegate-leader");
    private static final Duration TTL = Duration.ofSeconds(2);
    /// For those who must not lose it, however slow the machine is.
    private static final Duration LONG_TTL = Duration.ofSeconds(9);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final TestApiServer server = TestApiServer.start();
    private final KubernetesClient client = server.client();
    private final List<LeaderElector> electors = new ArrayList<>();

    @AfterEach
    void close() {
        electors.forEach(LeaderElector::close);
        client.close();
        server.close();
    }

    @Test
    void one_who_is_alone_leads_and_says_so_in_the_lease() {
        LeaderElector only = start("a_1", clock(NOON));
        await().until(only::leading);

        LeaseSpec spec = spec();
        assertThat(spec.getHolderIdentity()).isEqualTo("a_1");
        assertThat(spec.getLeaseDurationSeconds()).isEqualTo(2);
        assertThat(spec.getLeaseTransitions()).isZero();
        assertThat(spec.getAcquireTime().toInstant()).isBetween(NOON, NOON.plusSeconds(60));
    }

    @Test
    void of_two_one_leads_and_goes_on_leading() {
        LeaderElector first = start("a_1", clock(NOON), LONG_TTL);
        await().until(first::leading);
        LeaderElector second = start("b_2", clock(NOON), LONG_TTL);
        int asked = server.requests().size();
        await().until(() -> server.requests().size() > asked + 8);

        assertThat(first.leading()).isTrue();
        assertThat(second.leading()).isFalse();
    }

    @Test
    void one_who_resigns_is_followed_at_once() {
        LeaderElector first = start("a_1", clock(NOON));
        await().until(first::leading);
        LeaderElector second = start("b_2", clock(NOON));
        first.close();

        assertThat(first.leading()).isFalse();
        await().until(second::leading);
        assertThat(spec().getHolderIdentity()).isEqualTo("b_2");
        assertThat(spec().getLeaseTransitions()).isEqualTo(1);
    }

    @Test
    void a_released_lease_has_no_holder_and_a_short_duration() {
        LeaderElector only = start("a_1", clock(NOON));
        await().until(only::leading);
        only.close();

        assertThat(spec().getHolderIdentity()).isNull();
        assertThat(spec().getLeaseDurationSeconds()).isEqualTo(1);
    }

    @Test
    void one_who_is_silent_for_the_duration_is_followed() {
        hold("dead_1", NOON, 1);
        LeaderElector second = start("b_2", clock(NOON));

        await().until(second::leading);
        assertThat(spec().getLeaseTransitions()).isEqualTo(8);
    }

    /// A clock that is an hour ahead sees each renewal as long past.
    @Test
    void a_clock_that_is_ahead_takes_no_lease_from_a_healthy_leader() {
        LeaderElector first = start("a_1", clock(NOON), LONG_TTL);
        await().until(first::leading);
        LeaderElector ahead = start("b_2", clock(NOON.plusSeconds(3600)), LONG_TTL);
        int asked = server.requests().size();
        await().until(() -> server.requests().size() > asked + 8);

        assertThat(first.leading()).isTrue();
        assertThat(ahead.leading()).isFalse();
    }

    /// And one whose lease was renewed in the future would never see it run out.
    @Test
    void a_lease_of_a_dead_leader_whose_clock_was_ahead_is_taken_all_the_same() {
        hold("dead_1", NOON.plusSeconds(3600), 1);
        LeaderElector second = start("b_2", clock(NOON));

        await().until(second::leading);
    }

    @Test
    void one_who_cannot_renew_stops_to_lead_before_another_may() {
        AtomicInteger changes = new AtomicInteger();
        LeaderElector only = start("a_1", clock(NOON), changes::incrementAndGet);
        await().until(only::leading);
        server.refuse("/leases");

        await().until(() -> !only.leading());
        await().until(() -> changes.get() == 2);
        server.allowAll();
        await().until(only::leading);
    }

    @Test
    void one_whose_lease_was_taken_by_force_stops_at_once() {
        LeaderElector only = start("a_1", clock(NOON));
        await().until(only::leading);
        Lease lease = lease();
        client.resource(new LeaseBuilder(lease)
                        .editMetadata()
                        .withResourceVersion(null)
                        .endMetadata()
                        .editSpec()
                        .withHolderIdentity("c_3")
                        .endSpec()
                        .build())
                .update();

        await().until(() -> !only.leading());
        assertThat(spec().getHolderIdentity()).isEqualTo("c_3");
    }

    @Test
    void a_process_that_never_stood_can_be_closed() {
        LeaderElector never = elector("a_1", clock(NOON), TTL, () -> {});
        never.close();

        assertThat(server.requests()).isEmpty();
    }

    private void hold(String holder, Instant renewed, int seconds) {
        client.resource(new LeaseBuilder()
                        .withNewMetadata()
                        .withNamespace(LEASE.namespace())
                        .withName(LEASE.name())
                        .endMetadata()
                        .withNewSpec()
                        .withHolderIdentity(holder)
                        .withLeaseDurationSeconds(seconds)
                        .withRenewTime(renewed.atZone(ZoneOffset.UTC))
                        .withLeaseTransitions(7)
                        .endSpec()
                        .build())
                .create();
    }

    private Lease lease() {
        return client.resources(Lease.class)
                .inNamespace(LEASE.namespace())
                .withName(LEASE.name())
                .get();
    }

    private LeaseSpec spec() {
        return lease().getSpec();
    }

    /// A clock that shows this time now, and goes on from there.
    private static InstantSource clock(Instant time) {
        return InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), time));
    }

    private LeaderElector start(String identity, InstantSource clock) {
        return start(identity, clock, TTL);
    }

    private LeaderElector start(String identity, InstantSource clock, Duration ttl) {
        LeaderElector elector = elector(identity, clock, ttl, () -> {});
        elector.start();
        return elector;
    }

    private LeaderElector start(String identity, InstantSource clock, Runnable onChange) {
        LeaderElector elector = elector(identity, clock, TTL, onChange);
        elector.start();
        return elector;
    }

    private LeaderElector elector(String identity, InstantSource clock, Duration ttl, Runnable onChange) {
        LeaderElector elector = new LeaderElector(client, new Election(LEASE, identity, ttl), clock, onChange);
        electors.add(elector);
        return elector;
    }
}
