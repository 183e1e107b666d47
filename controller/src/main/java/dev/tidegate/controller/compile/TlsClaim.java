package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.Optional;

/// That an Ingress wants a host served with a Secret's certificate, or with the default one where it names none.
///
/// `implied`: the entry lists no hosts, so it stands for those rule hosts that the certificate covers.
record TlsClaim(String host, Optional<ObjectKey> secret, boolean implied, String hostField, String secretField) {
    TlsClaim {
        requireNonNull(host);
        requireNonNull(secret);
        requireNonNull(hostField);
        requireNonNull(secretField);
    }
}
