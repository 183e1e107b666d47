package dev.tidegate.controller.status;

import java.util.List;

/// Someone who knows at which addresses this controller is reached.
///
/// Threads: one at a time, and never the control loop's: it may ask the API server, and wait for it.
public interface AddressSource {

    /// Shape: nothing → addresses in order, once each; none if there are none at the moment.
    ///
    /// Fails: [io.fabric8.kubernetes.client.KubernetesClientException] if it cannot be known at the moment.
    List<StatusAddress> read();

    /// For the log: `--publish-service infra/lb`.
    String describe();
}
