package dev.tidegate.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.e2e.Await;
import dev.tidegate.e2e.TidegateProcess;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clocks differ by an hour: no leader loses its Lease by that, and none that is gone is waited for.
@ClusterTest
class ClockSkewIT {

    private static final String HOST = "skew.example";
    private static final String GHOST = "ghost_of-another-clock";
    private static final String TTL = "--election-ttl=6s";
    /// In some eight seconds, more than the election's patience.
    private static final int RENEWALS = 10;
    private static final int LOOKS = 8;
    /// Debian's libfaketime, which shifts a process' clock by `LD_PRELOAD`.
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final TestBed bed;

    ClockSkewIT(TestBed bed) {
        this.bed = bed;
    }

    @BeforeEach
    void settle() {
        bed.forgetLeader();
    }

    /// Whoever compared clocks would take the Lease at once that is an hour old, or wait an hour for the other.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"-PT1H", "PT1H"})
    void a_lease_is_taken_once_it_stands_still_whatever_time_it_says(Duration skew) {
        assumeTrue(bed.cluster().server().isPresent(), "the cluster of KUBECONFIG writes no audit log for us");
        bed.cluster().admin().resource(renewed(new Lease(), skew)).create();
        long mark = audit().mark();
        try (TidegateProcess _ = bed.tidegateIn("tidegate-skew", "--update-status=false", "--election-ttl=3s")) {
            for (int looks = 2; looks <= LOOKS; looks += 2) {
                awaitLooks(mark, looks); // so what follows from the look before is done
                Lease standing = bed.lease().get();
                assertThat(standing.getSpec().getHolderIdentity()).isEqualTo(GHOST);
                bed.cluster().admin().resource(renewed(standing, skew)).update();
            }
            Await.until("it leads", () -> bed.leader().startsWith("tidegate-skew_"));
        }
    }

    @Test
    void a_replica_whose_clock_is_an_hour_ahead_waits_for_its_turn_and_leads_then() {
        assumeTrue(Files.exists(FAKETIME), FAKETIME + ": no such file (expected: Debian's faketime)");
        try (TestClass _ = TestClass.create(bed, "tidegate", "tidegate.dev/ingress-controller");
                TestNamespace namespace = bed.namespace();
                TidegateProcess right = bed.tidegateIn("tidegate-right", "--publish-status-address=192.0.2.1", TTL);
                TidegateProcess ahead = bed.tidegateWith(
                        Map.of(
                                "POD_NAME", "tidegate-ahead",
                                "LD_PRELOAD", FAKETIME.toString(),
                                "FAKETIME", "+3600",
                                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                                // Else no wait of the JVM ends.
                                "FAKETIME_FORCE_MONOTONIC_FIX", "0"),
                        "--publish-status-address=192.0.2.2",
                        TTL)) {
            assertThat(timeOf(ahead)).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
            Set<Object> renewals = new HashSet<>();
            Await.until("the first has renewed often", () -> {
                assertThat(bed.leader()).startsWith("tidegate-right_");
                renewals.add(bed.lease().get().getSpec().getRenewTime());
                return renewals.size() > RENEWALS;
            });
            namespace.service("echo", 1);
            namespace.create(KubeObjects.ingress(HOST, "echo", "tidegate"));
            new Caller(ahead).awaitOutcome(HOST, "/", "echo");
            right.kill();
            Await.until("the other leads", () -> bed.leader().startsWith("tidegate-ahead_"));
            Await.until(
                    "it writes",
                    () -> namespace.addresses(HOST).stream()
                            .anyMatch(address -> address.getIp().equals("192.0.2.2")));
        }
    }

    /// As by one whose clock is off by so much.
    private static Lease renewed(Lease lease, Duration skew) {
        return new LeaseBuilder(lease)
                .editOrNewMetadata()
                .withNamespace(TidegateAccount.NAMESPACE)
                .withName("tidegate-leader")
                .endMetadata()
                .editOrNewSpec()
                .withHolderIdentity(GHOST)
                .withLeaseDurationSeconds(4)
                .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC).plus(skew))
                .endSpec()
                .build();
    }

    private void awaitLooks(long mark, int count) {
        Await.until(
                "it has looked at the Lease " + count + " times",
                () -> audit().since(mark, TidegateAccount.NAME).stream()
                                .filter(request -> request.resource().equals("leases")
                                        && request.verb().equals("get"))
                                .count()
                        >= count);
    }

    private AuditLog audit() {
        return bed.cluster().server().orElseThrow().audit();
    }

    /// By its own clock, as its log begins each line.
    private static Instant timeOf(TidegateProcess tidegate) {
        return Instant.parse(tidegate.stderrLines().getFirst().split(" ", 2)[0]);
    }
}
