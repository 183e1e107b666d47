package dev.tidegate.controller.admission;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Optional;

/// What the API server asks: may this Ingress be stored?
///
/// `uid`: of the question, to be echoed. `ingress`: what is to be stored; empty if something is to go. `before`: what
/// is stored now, if it is an update. Source: `admission.k8s.io/v1` `AdmissionRequest`.
public record Review(
        String uid,
        String operation,
        ObjectKey key,
        String user,
        boolean dryRun,
        Optional<Ingress> ingress,
        Optional<Ingress> before) {

    public Review {
        requireNonNull(uid);
        requireNonNull(operation);
        requireNonNull(key);
        requireNonNull(user);
        requireNonNull(ingress);
        requireNonNull(before);
    }
}
