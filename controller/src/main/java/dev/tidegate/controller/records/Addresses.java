package dev.tidegate.controller.records;

import java.util.List;

/// Someone who knows where the gateway is reached: IP addresses and host names.
///
/// Threads: one at a time; may block, as it may ask an API server.
@FunctionalInterface
public interface Addresses {

    /// Those that are known at the moment; none as long as none are.
    List<String> known();
}
