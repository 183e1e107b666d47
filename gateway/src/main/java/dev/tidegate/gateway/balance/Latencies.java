package dev.tidegate.gateway.balance;

import dev.tidegate.gateway.table.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// How long each endpoint of a backend has taken of late to begin its answers, on one event loop.
///
/// How: a moving average that forgets with time, so that an endpoint that was slow is asked again after a while; of
/// two endpoints drawn at random the one with the lesser average is chosen, so that not all requests run to the same
/// one (Mitzenmacher, 2001). One that nobody has asked yet begins with the average of the others.
public final class Latencies {

    /// What a failed attempt counts as: else an endpoint that refuses at once would look like the quickest.
    public static final long FAILURE_NS = 10_000_000_000L;

    private static final double MEMORY_NS = 10e9;

    private final List<Endpoint> endpoints;
    private final double[] averageNs;
    private final long[] touchedNs;

    private Latencies(List<Endpoint> endpoints, double[] averageNs, long[] touchedNs) {
        this.endpoints = endpoints;
        this.averageNs = averageNs;
        this.touchedNs = touchedNs;
    }

    public static Latencies of(List<Endpoint> endpoints) {
        double[] unknown = new double[endpoints.size()];
        Arrays.fill(unknown, Double.NaN);
        return new Latencies(List.copyOf(endpoints), unknown, new long[endpoints.size()]);
    }

    /// The same of other endpoints: those that stay keep what is known of them.
    public Latencies after(List<Endpoint> next, long nowNs) {
        Latencies after = of(next);
        double usual = Arrays.stream(averageNs)
                .filter(average -> !Double.isNaN(average))
                .average()
                .orElse(Double.NaN);
        for (int i = 0; i < after.averageNs.length; i++) {
            int was = endpoints.indexOf(after.endpoints.get(i));
            after.averageNs[i] = was < 0 ? usual : averageNs[was];
            after.touchedNs[i] = was < 0 ? nowNs : touchedNs[was];
        }
        return after;
    }

    /// The place of the quicker of two endpoints, of all but these; -1 if there is none.
    public int quicker(List<Endpoint> without, RandomGenerator random, long nowNs) {
        int one = drawn(without, -1, random);
        int other = one < 0 ? -1 : drawn(without, one, random);
        if (other < 0) {
            return one;
        }
        return score(other, nowNs) < score(one, nowNs) ? other : one;
    }

    /// Any but these and that one; -1 if there is none.
    private int drawn(List<Endpoint> without, int but, RandomGenerator random) {
        int count = averageNs.length;
        int start = count == 0 ? 0 : random.nextInt(count);
        for (int i = 0; i < count; i++) {
            int place = (start + i) % count;
            if (place != but && !without.contains(endpoints.get(place))) {
                return place;
            }
        }
        return -1;
    }

    /// An endpoint has taken this long. One that has left meanwhile is passed over.
    public void took(Endpoint endpoint, long ns, long nowNs) {
        int place = endpoints.indexOf(endpoint);
        if (place >= 0) {
            double kept = kept(place, nowNs);
            double average = averageNs[place];
            averageNs[place] = Double.isNaN(average) ? ns : average * kept + ns * (1 - kept);
            touchedNs[place] = nowNs;
        }
    }

    /// An endpoint of which nothing is known is worth a try.
    private double score(int place, long nowNs) {
        double average = averageNs[place];
        return Double.isNaN(average) ? 0 : average * kept(place, nowNs);
    }

    /// How much of what was known still counts.
    private double kept(int place, long nowNs) {
        return Math.exp(-Math.max(0, nowNs - touchedNs[place]) / MEMORY_NS);
    }
}
