package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.Cidr;
import dev.tidegate.address.IpAddress;
import java.util.List;

/// How much of a route one client may have, a client being an address.
///
/// `zone`: what is counted together; all routes of one zone share their limits. `perSecond`, `perMinute`: requests; 0
/// is no limit. `burstMultiplier`: so many times as many may come at once, and one more. `connections`: requests at the
/// same time; 0 is no limit. `exempt`: who has no limit. The statuses are what is answered beyond a limit.
public record Limits(
        String zone,
        int perSecond,
        int perMinute,
        int burstMultiplier,
        int connections,
        List<Cidr> exempt,
        int rateStatus,
        int connectionsStatus)
        implements RoutePolicy {

    public Limits {
        requireNonNull(zone);
        exempt = List.copyOf(exempt);
        if (perSecond < 0 || perMinute < 0 || burstMultiplier < 0 || connections < 0) {
            throw new IllegalArgumentException("limits of " + zone + ": negative (expected: 0 or more)");
        }
    }

    public boolean exempts(IpAddress client) {
        return Forwarding.anyHolds(exempt, client);
    }

    /// Shape: why a request is refused → the status that is answered.
    public int status(Reason refusal) {
        return refusal == Reason.CONNECTIONS_LIMITED ? connectionsStatus : rateStatus;
    }
}
