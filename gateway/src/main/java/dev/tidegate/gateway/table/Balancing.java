package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// To which of its backend's endpoints a route's requests go, where they do not take turns.
///
/// It belongs to the route: two routes may share a backend and spread their requests differently. Source:
/// ingress-nginx; a session goes before a hash, and a hash before what is quickest.
public sealed interface Balancing extends RoutePolicy permits Affinity, Balancing.ByHash, Balancing.Quickest {

    /// To the one of two, drawn at random, that has begun to answer sooner of late. (`ewma`)
    record Quickest() implements Balancing {}

    /// To the same endpoint as all requests that fill the text in alike; with `group` above 1, to any of that many.
    record ByHash(RequestText key, int group) implements Balancing {
        public ByHash {
            requireNonNull(key);
            if (group < 1) {
                throw new IllegalArgumentException("group: " + group + " (expected: >= 1)");
            }
        }
    }
}
