package dev.tidegate.controller.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import java.time.Duration;

/// What a candidate has seen of a Lease, and since when it has not seen it change.
///
/// The times that stand in a Lease are by the clock of whoever wrote them, and clocks differ; so they are compared
/// with one another for "has it changed?", and with no clock at all. Nanoseconds are those of `System.nanoTime`.
record Observation(LeaseSpec seen, long sinceNs) {

    /// Shape: what stands in the Lease now → this observation, or a new one that begins now.
    Observation next(LeaseSpec spec, long nowNs) {
        return seen.equals(spec) ? this : new Observation(spec, nowNs);
    }

    /// May it be taken from its holder? At once if it has none; else once it stood still for as long as it says, or
    /// for `ttl` if it does not say.
    boolean free(long nowNs, Duration ttl) {
        if (holder(seen).isEmpty()) {
            return true;
        }
        Integer seconds = seen.getLeaseDurationSeconds();
        Duration patience = seconds == null || seconds < 1 ? ttl : Duration.ofSeconds(seconds);
        return nowNs - sinceNs > patience.toNanos();
    }

    static String holder(LeaseSpec spec) {
        return spec.getHolderIdentity() == null ? "" : spec.getHolderIdentity();
    }
}
