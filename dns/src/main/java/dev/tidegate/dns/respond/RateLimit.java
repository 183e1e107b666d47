package dev.tidegate.dns.respond;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/// How many answers of one kind a network is sent over UDP: so many a second, and as many at once.
///
/// A network is a /24 or a /56, as whoever forges one address of it can forge them all. Kinds are kept apart, so that
/// a flood of names that do not exist takes nothing from those that do.
///
/// Each has one number, the time when it would be through with what it was sent, in a table of fixed size; two that
/// fall upon one place share it, which costs them an answer and never memory. The places are drawn by lot at the
/// start, so that nobody can choose whose to share.
///
/// Threads: any; no locks.
///
/// Source: ITU-T I.371 (generic cell rate algorithm); response-rate limiting as BIND and Knot have it.
final class RateLimit {

    /// What an answer says.
    enum Kind {
        RECORDS,
        NO_DATA,
        NO_NAME,
        ERROR
    }

    private static final int PLACES = 1 << 16;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int IPV4_PREFIX_BYTES = 3;
    private static final int IPV6_PREFIX_BYTES = 7;

    private final AtomicLongArray through = new AtomicLongArray(PLACES);
    private final long interval;
    private final long seed;
    private final LongSupplier nanos;
    private final long start;

    /// `seed`: not to be guessed. `nanos`: [System#nanoTime].
    RateLimit(int perSecond, long seed, LongSupplier nanos) {
        this.interval = SECOND / perSecond;
        this.seed = seed;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    boolean admits(InetAddress client, Kind kind) {
        int place = place(client, kind);
        long now = nanos.getAsLong() - start;
        while (true) {
            long before = through.get(place);
            long after = Math.max(before, now) + interval;
            if (after - now > SECOND) {
                return false;
            }
            if (through.compareAndSet(place, before, after)) {
                return true;
            }
        }
    }

    /// Equal for the addresses of one network.
    static long network(InetAddress client) {
        byte[] bytes = client.getAddress();
        boolean four = client instanceof Inet4Address;
        long network = four ? 4 : 6;
        for (int i = 0; i < (four ? IPV4_PREFIX_BYTES : IPV6_PREFIX_BYTES); i++) {
            network = network << 8 | (bytes[i] & 0xff);
        }
        return network;
    }

    private int place(InetAddress client, Kind kind) {
        long mixed = (network(client) * Kind.values().length + kind.ordinal()) ^ seed;
        // the finaliser of SplitMix64
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return (int) ((mixed ^ (mixed >>> 31)) & (PLACES - 1));
    }
}
