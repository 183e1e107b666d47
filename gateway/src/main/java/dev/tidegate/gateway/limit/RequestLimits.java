package dev.tidegate.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tidegate.address.IpAddress;
import dev.tidegate.gateway.table.Limits;
import dev.tidegate.gateway.table.Reason;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What each client has had lately, and has at the moment, of what is limited; of this replica alone.
///
/// Rates are leaky buckets without a delay, as those of nginx: from rest, a burst and one request more pass at once,
/// and room comes back evenly. Told by the time at which the bucket will be empty ("generic cell rate algorithm"), so a
/// client is one number. It outlives a table: an edit of an Ingress forgives nobody.
///
/// Only so many clients are remembered, the busiest and the latest; of one that is forgotten nothing is held against
/// it. Threads: any.
public final class RequestLimits {

    private static final long MOST_CLIENTS = 200_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final long NS_PER_MINUTE = 60 * NS_PER_SECOND;

    /// `unitNs`: which of the limits of a zone it is.
    private record Bucket(String zone, IpAddress client, long unitNs) {}

    private record Place(String zone, IpAddress client) {}

    private final LongSupplier nanoTime;
    private final long startNs;
    private final ConcurrentMap<Place, Integer> connections = new ConcurrentHashMap<>();
    private final Cache<Bucket, AtomicLong> emptyAtNs = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    /// `nanoTime`: as that of [System].
    public RequestLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.startNs = nanoTime.getAsLong();
    }

    /// Shape: limits and a client → null if its request may go on, and then [#release] is owed, once; else why not.
    public @Nullable Reason admit(Limits limits, IpAddress client) {
        if (limits.exempts(client)) {
            return null;
        }
        if (limits.connections() > 0 && !enter(new Place(limits.zone(), client), limits.connections())) {
            return Reason.CONNECTIONS_LIMITED;
        }
        if (pours(limits, client)) {
            return null;
        }
        release(limits, client);
        return Reason.RATE_LIMITED;
    }

    /// The request is over.
    public void release(Limits limits, IpAddress client) {
        if (limits.connections() > 0 && !limits.exempts(client)) {
            connections.computeIfPresent(
                    new Place(limits.zone(), client), (_, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
        }
    }

    private boolean enter(Place place, int most) {
        boolean[] entered = {false};
        connections.compute(place, (_, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < most;
            return entered[0] ? Integer.valueOf(now + 1) : count;
        });
        return entered[0];
    }

    /// What one bucket refuses is not held against the client in the other.
    private boolean pours(Limits limits, IpAddress client) {
        AtomicLong second = bucket(limits.zone(), client, NS_PER_SECOND, limits.perSecond());
        AtomicLong minute = bucket(limits.zone(), client, NS_PER_MINUTE, limits.perMinute());
        if (!pours(second, NS_PER_SECOND, limits.perSecond(), limits.burstMultiplier())) {
            return false;
        }
        if (pours(minute, NS_PER_MINUTE, limits.perMinute(), limits.burstMultiplier())) {
            return true;
        }
        if (second != null) {
            second.addAndGet(-NS_PER_SECOND / limits.perSecond());
        }
        return false;
    }

    private @Nullable AtomicLong bucket(String zone, IpAddress client, long unitNs, int rate) {
        return rate == 0 ? null : emptyAtNs.get(new Bucket(zone, client, unitNs), _ -> new AtomicLong());
    }

    private boolean pours(@Nullable AtomicLong emptyAt, long unitNs, int rate, int burstMultiplier) {
        if (emptyAt == null) {
            return true;
        }
        long dropNs = unitNs / rate;
        long room = unitNs * burstMultiplier; // a burst of so many times the rate takes so many units to leak
        long now = nanoTime.getAsLong() - startNs;
        long was;
        do {
            was = emptyAt.get();
            if (was - now > room) {
                return false;
            }
        } while (!emptyAt.compareAndSet(was, Math.max(was, now) + dropNs));
        return true;
    }
}
