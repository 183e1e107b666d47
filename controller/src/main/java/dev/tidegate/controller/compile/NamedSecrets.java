package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.HashSet;
import java.util.Set;

/// The Secrets that a compilation will ask for: those that Ingresses of our class name, and the default
/// certificate's. A source that watches a cluster needs to read no other.
public final class NamedSecrets {

    private NamedSecrets() {}

    /// Pure and total; objects that are malformed name nothing.
    public static Set<ObjectKey> of(Snapshot snapshot, CompilerOptions options) {
        IngressClasses classes = IngressClasses.of(snapshot.ingressClasses(), options);
        Set<ObjectKey> names = new HashSet<>();
        options.defaultSslCertificate().ifPresent(names::add);
        snapshot.ingresses().forEach((key, ingress) -> {
            if (classes.decide(ingress, IngressReader.ref(key)).ours()) {
                add(key, ingress, names);
            }
        });
        return Set.copyOf(names);
    }

    private static void add(ObjectKey key, Ingress ingress, Set<ObjectKey> names) {
        if (ingress.getSpec() == null) {
            return;
        }
        for (IngressTLS entry : Lists.of(ingress.getSpec().getTls())) {
            if (entry != null
                    && entry.getSecretName() != null
                    && !entry.getSecretName().isEmpty()) {
                names.add(new ObjectKey(key.namespace(), entry.getSecretName()));
            }
        }
    }
}
