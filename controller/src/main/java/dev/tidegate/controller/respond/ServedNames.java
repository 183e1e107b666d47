package dev.tidegate.controller.respond;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.publish.LiveSubscriber;
import dev.tidegate.controller.records.Addresses;
import dev.tidegate.controller.records.HostClaims;
import dev.tidegate.dns.record.RecordDerivation;
import dev.tidegate.dns.record.WantedRecords;
import dev.tidegate.dns.zone.Zones;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger log = LoggerFactory.getLogger(ServedNames.class);
    private static final long SERIALS = 1L << 32;

    /// After each making there is a rest of nine times as long, so that a busy cluster costs a tenth of a CPU; but no
    /// longer one than this, as names are late by it.
    private static final Duration LONGEST_REST = Duration.ofMillis(500);

    private static final int REST_FACTOR = 9;

    private final DnsOptions options;
    private final WatchedAddresses published;
    private final InstantSource clock;
    private final NameLog told = new NameLog();
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread;
    private volatile @Nullable Compilation current;
    private volatile Zones zones = Zones.UNKNOWN;
    private volatile @Nullable WantedRecords wanted;
    private volatile long serial;
    private final RecordDerivation derivation;
    private HostClaims claims = HostClaims.NONE;
    private @Nullable NameInputs last;

    /// `published`: where the gateway is reached; not asked if the options say what hosts lead to.
    public ServedNames(DnsOptions options, Addresses published, InstantSource clock) {
        this.options = requireNonNull(options);
        this.published = new WatchedAddresses(published, changes::release);
        this.clock = requireNonNull(clock);
        this.derivation = new RecordDerivation(options.zones(), options.ttl());
        this.thread = Thread.ofPlatform().name("dns-zones").daemon().unstarted(this::run);
    }

    /// Once.
    public void start() {
        thread.start();
        if (options.targets().isEmpty()) {
            published.start();
        }
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
        changes.release();
    }

    @Override
    public void onStandIn(Compilation standIn) {
        onLive(standIn);
    }

    private void run() {
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                long startNs = System.nanoTime();
                round();
                rest(System.nanoTime() - startNs);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        Compilation served = current;
        if (served == null) {
            return;
        }
        try {
            swap(inputs(served));
        } catch (RuntimeException fault) {
            log.error("internal fault while making zones; the last ones stay", fault);
        }
    }

    private NameInputs inputs(Compilation served) {
        claims = claims.next(served);
        return new NameInputs(
                claims.byIngress(),
                options.targets().isEmpty() ? published.known() : options.targets(),
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

    /// Waits for nobody; the zones stay as they are.
    @Override
    public void close() {
        published.close();
        thread.interrupt();
    }
}
