package dev.tidegate.gateway.observe;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/// What one owner's requests came to on one event loop: how many by status, and how long they took.
///
/// One writer, any readers: the loop adds with plain reads and ordered writes, a scrape reads whenever it likes and
/// may be an instant behind. At most 16 different statuses are told apart; the rest are counted by class, so a
/// backend that invents statuses cannot grow the metrics.
public final class RequestCounters {

    /// Upper bounds of the duration histogram, in nanoseconds: Prometheus' default buckets, as ingress-nginx has
    /// them.
    private static final long[] BOUNDS_NS = {
        5_000_000L,
        10_000_000L,
        25_000_000L,
        50_000_000L,
        100_000_000L,
        250_000_000L,
        500_000_000L,
        1_000_000_000L,
        2_500_000_000L,
        5_000_000_000L,
        10_000_000_000L
    };

    private static final int STATUSES = 16;
    private static final int CLASSES = 6;
    private static final int SUM_NS = BOUNDS_NS.length + 1;
    private static final int RESPONSE_BYTES = SUM_NS + 1;
    private static final int REQUEST_BYTES = SUM_NS + 2;

    private final AtomicIntegerArray statuses = new AtomicIntegerArray(STATUSES);
    private final AtomicLongArray byStatus = new AtomicLongArray(STATUSES + CLASSES);
    private final AtomicLongArray values = new AtomicLongArray(REQUEST_BYTES + 1);

    public void count(int status, long durationNs, long requestBytes, long responseBytes) {
        add(byStatus, slot(status), 1);
        add(values, bucket(durationNs), 1);
        add(values, SUM_NS, durationNs);
        add(values, REQUEST_BYTES, requestBytes);
        add(values, RESPONSE_BYTES, responseBytes);
    }

    private int slot(int status) {
        for (int i = 0; i < STATUSES; i++) {
            int there = statuses.getPlain(i);
            if (there == status) {
                return i;
            }
            if (there == 0) {
                statuses.setRelease(i, status);
                return i;
            }
        }
        return STATUSES + Math.clamp(status / 100, 0, CLASSES - 1);
    }

    private static int bucket(long durationNs) {
        for (int i = 0; i < BOUNDS_NS.length; i++) {
            if (durationNs <= BOUNDS_NS[i]) {
                return i;
            }
        }
        return BOUNDS_NS.length;
    }

    private static void add(AtomicLongArray to, int index, long amount) {
        to.setRelease(index, to.getPlain(index) + amount);
    }

    /// Adds what this loop counted to the totals.
    void addTo(RequestTotals.Sum sum) {
        for (int i = 0; i < STATUSES; i++) {
            int status = statuses.getAcquire(i);
            if (status != 0) {
                sum.status(Integer.toString(status), byStatus.getAcquire(i));
            }
        }
        for (int i = 0; i < CLASSES; i++) {
            long others = byStatus.getAcquire(STATUSES + i);
            if (others > 0) {
                sum.status(i + "xx", others);
            }
        }
        for (int i = 0; i <= BOUNDS_NS.length; i++) {
            sum.bucket(i, values.getAcquire(i));
        }
        sum.add(values.getAcquire(SUM_NS), values.getAcquire(REQUEST_BYTES), values.getAcquire(RESPONSE_BYTES));
    }

    static long[] boundsNs() {
        return BOUNDS_NS.clone();
    }
}
