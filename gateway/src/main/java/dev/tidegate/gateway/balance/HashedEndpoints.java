package dev.tidegate.gateway.balance;

import dev.tidegate.gateway.table.Endpoint;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A backend's endpoints in their order, and where keys lead among them. Immutable.
///
/// How: rendezvous hashing (Thaler and Ravishankar, 1998). A key gives each endpoint a score and goes to the
/// highest. So where one leaves, only its own keys move, and where one comes, only those that it takes; each
/// endpoint has its fair share; and the next best are at hand where the best has failed. It costs one
/// multiplication or two an endpoint, and there is no ring to build.
public final class HashedEndpoints {

    private final List<Endpoint> endpoints;
    private final long[] hashes;

    private HashedEndpoints(List<Endpoint> endpoints, long[] hashes) {
        this.endpoints = endpoints;
        this.hashes = hashes;
    }

    public static HashedEndpoints of(List<Endpoint> endpoints) {
        return new HashedEndpoints(
                List.copyOf(endpoints),
                endpoints.stream().mapToLong(HashedEndpoints::hash).toArray());
    }

    public static long hash(Endpoint endpoint) {
        return StableHash.of(endpoint.text());
    }

    /// The place of the endpoint that the key leads to, of all but these; -1 if there is none.
    public int best(long key, List<Endpoint> without) {
        int best = -1;
        long highest = 0;
        for (int i = 0; i < hashes.length; i++) {
            long score = score(key, hashes[i]);
            if ((best < 0 || score > highest) && !without.contains(endpoints.get(i))) {
                best = i;
                highest = score;
            }
        }
        return best;
    }

    /// The place of one of the endpoints that are the key's best, as many as the group has, drawn at random; where all
    /// of them are left out, that of the next best. -1 if there is none.
    ///
    /// Sorts, so that a large group of many endpoints takes no longer than they do.
    public int inGroup(long key, int group, List<Endpoint> without, RandomGenerator random) {
        if (hashes.length == 0) {
            return -1;
        }
        long[] ranked = new long[hashes.length];
        for (int i = 0; i < ranked.length; i++) {
            ranked[i] = score(key, hashes[i]);
        }
        Arrays.sort(ranked);
        int size = Math.min(group, ranked.length);
        int first = random.nextInt(size);
        for (int i = 0; i < ranked.length; i++) {
            int rank = i < size ? (first + i) % size : i;
            int place = place(key, ranked[ranked.length - 1 - rank]);
            if (!without.contains(endpoints.get(place))) {
                return place;
            }
        }
        return -1;
    }

    private int place(long key, long score) {
        int place = 0;
        while (score(key, hashes[place]) != score) {
            place++;
        }
        return place;
    }

    /// The place of the endpoint with this hash; -1 if it is not among them.
    public int named(long hash) {
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash) {
                return i;
            }
        }
        return -1;
    }

    private static long score(long key, long endpoint) {
        return StableHash.finish(key ^ endpoint);
    }
}
