package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.Optional;

/// That an Ingress wants a host served with a Secret's certificate. `certificateId`: what came of the Secret.
public record TlsWish(
        ResourceRef source,
        String hostField,
        String secretField,
        Optional<ObjectKey> secret,
        Optional<String> certificateId) {

    public TlsWish {
        requireNonNull(source);
        requireNonNull(hostField);
        requireNonNull(secretField);
        requireNonNull(secret);
        requireNonNull(certificateId);
    }
}
