package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// What holds for a whole host, whichever of its routes takes the request.
///
/// `appRoot`: the path that `/` itself is sent to; empty if it is not. `rest`: who may learn that a path of the host
/// is nobody's.
public record HostPolicies(String appRoot, SourceRanges rest) {

    public static final HostPolicies NONE = new HostPolicies("", SourceRanges.ANYBODY);

    public HostPolicies {
        requireNonNull(appRoot);
        requireNonNull(rest);
        if (!appRoot.isEmpty() && !appRoot.startsWith("/")) {
            throw new IllegalArgumentException("appRoot: " + appRoot + " (expected: a leading /)");
        }
    }
}
