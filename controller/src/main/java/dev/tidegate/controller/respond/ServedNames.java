package dev.tidegate.controller.respond;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.publish.LiveSubscriber;
import dev.tidegate.controller.records.Addresses;
import dev.tidegate.controller.records.HostClaims;
import dev.tidegate.controller.turn.Turns;
import dev.tidegate.dns.record.RecordDerivation;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.zone.Zones;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The zones of what is served, as they are now. Before the first table they are [Zones#UNKNOWN].
///
/// Zones are made by a thread of its own, of what is live when it comes to it; a burst of tables makes few. They are
/// swapped whole. They are made of the same claims as records elsewhere; of a leader nobody asks, as every replica
/// answers.
///
/// The serial is the time in seconds, or one more than the last where that is not less. So it grows whenever a zone
/// changes, over restarts too, with nothing kept; a replica's may differ from another's by the seconds between them.
///
/// Threads: any. Fails: never; a fault is logged, and the zones stay.
public final class ServedNames implements LiveSubscriber, AutoCloseable {

    private static final long SERIALS = 1L << 32;

    /// After each making there is a rest of nine times as long, so that a busy cluster costs a tenth of a CPU; but no
    /// longer one than this, as names are late by it.
    private static final Duration LONGEST_REST = Duration.ofMillis(500);

    private static final int REST_FACTOR = 9;

    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    private final DnsOptions options;
    private final Addresses published;
    private final InstantSource clock;
    private final NameLog told = new NameLog();
    private final Turns turns = new Turns("dns-zones", "making zones (the last ones stay)", AFTER_FAULT, this::turn);
    private volatile @Nullable Compilation current;
    private volatile Zones zones = Zones.UNKNOWN;
    private volatile @Nullable WantedRecords wanted;
    private volatile long serial;
    private final RecordDerivation derivation;
    private HostClaims claims = HostClaims.NONE;
    private @Nullable NameInputs last;

    /// `published`: where hosts lead to; they must not block.
    public ServedNames(DnsOptions options, Addresses published, InstantSource clock) {
        this.options = requireNonNull(options);
        this.published = requireNonNull(published);
        this.clock = requireNonNull(clock);
        this.derivation = new RecordDerivation(options.zones(), options.ttl());
    }

    /// Once.
    public void start() {
        turns.start();
    }

    /// Look again, for the addresses may be others.
    public void wake() {
        turns.wake();
    }

    /// Cheap: one volatile read.
    public Zones zones() {
        return zones;
    }

    /// What the zones of the hosts are made of, once there are any.
    public Optional<WantedRecords> wanted() {
        return Optional.ofNullable(wanted);
    }

    /// Of all zones; 0 before the first.
    public long serial() {
        return serial;
    }

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public void onLive(Compilation live) {
        current = live;
        turns.wake();
    }

    @Override
    public void onStandIn(Compilation standIn) {
        onLive(standIn);
    }

    private Duration turn() throws InterruptedException {
        Compilation served = current;
        if (served != null) {
            long startNs = System.nanoTime();
            swap(inputs(served));
            rest(System.nanoTime() - startNs);
        }
        return Turns.UNTIL_WOKEN;
    }

    private NameInputs inputs(Compilation served) {
        claims = claims.next(served);
        return new NameInputs(
                claims.byIngress(),
                published.known(),
                options.clusterDomain().map(_ -> FolderObjects.of(served.lastGood())));
    }

    private void swap(NameInputs inputs) {
        if (inputs.equals(last)) {
            return;
        }
        long next = Math.max(clock.instant().getEpochSecond(), serial + 1) % SERIALS;
        NameInputs.Made made = inputs.make(options, derivation, next);
        zones = made.zones();
        wanted = made.wanted();
        serial = next;
        last = inputs;
        told.tell(made);
    }

    private static void rest(long tookNs) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(REST_FACTOR * tookNs, LONGEST_REST.toNanos()));
    }

    /// The zones stay as they are.
    @Override
    public void close() {
        turns.close();
    }
}
