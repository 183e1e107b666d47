package dev.tidegate.gateway.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One owner's requests over all event loops. `buckets` count durations up to each of [#boundsSeconds], the last one
/// those above; they are not cumulative.
public record RequestTotals(
        RequestOwner owner,
        Map<String, Long> byStatus,
        List<Long> buckets,
        double durationSeconds,
        long requestBytes,
        long responseBytes) {

    public RequestTotals {
        byStatus = Map.copyOf(byStatus);
        buckets = List.copyOf(buckets);
    }

    public static List<Double> boundsSeconds() {
        return Arrays.stream(RequestCounters.boundsNs())
                .mapToObj(ns -> ns / 1e9)
                .toList();
    }

    /// Adds up counters of several loops.
    static final class Sum {
        private final Map<String, Long> byStatus = new TreeMap<>();
        private final long[] buckets = new long[RequestCounters.boundsNs().length + 1];
        private long durationNs;
        private long requestBytes;
        private long responseBytes;

        void status(String status, long count) {
            byStatus.merge(status, count, Long::sum);
        }

        void bucket(int index, long count) {
            buckets[index] += count;
        }

        void add(long durationNs, long requestBytes, long responseBytes) {
            this.durationNs += durationNs;
            this.requestBytes += requestBytes;
            this.responseBytes += responseBytes;
        }

        RequestTotals total(RequestOwner owner) {
            List<Long> counts = Arrays.stream(buckets).boxed().toList();
            return new RequestTotals(owner, byStatus, counts, durationNs / 1e9, requestBytes, responseBytes);
        }
    }
}
