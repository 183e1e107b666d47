package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

/// What decides which addresses a backend has, beyond its Service and slices.
///
/// `externalNames`: whether a Service may be a name elsewhere.
record EndpointRules(EndpointAddresses addresses, Locality locality, boolean externalNames) {

    EndpointRules {
        requireNonNull(addresses);
        requireNonNull(locality);
    }

    static EndpointRules of(CompilerOptions options) {
        return new EndpointRules(
                new EndpointAddresses(options.loopbackEndpoints()), options.locality(), options.externalNames());
    }
}
