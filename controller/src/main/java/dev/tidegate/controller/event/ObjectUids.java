package dev.tidegate.controller.event;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which object a reference means, by its uid; `kubectl describe` shows only Events that have it.
final class ObjectUids {

    private ObjectUids() {}

    /// Empty if the snapshot does not hold the object.
    static Optional<String> find(Snapshot snapshot, ResourceRef ref) {
        return Optional.ofNullable(object(snapshot, ref))
                .map(object -> object.getMetadata().getUid());
    }

    private static @Nullable HasMetadata object(Snapshot snapshot, ResourceRef ref) {
        ObjectKey key = new ObjectKey(ref.namespace(), ref.name());
        return switch (ref.kind()) {
            case "Ingress" -> snapshot.ingresses().get(key);
            case "IngressClass" -> snapshot.ingressClasses().get(ref.name());
            case "Service" -> snapshot.services().get(key);
            case "Secret" -> snapshot.secrets().get(key);
            case "ConfigMap" -> snapshot.configMaps().get(key);
            case "Namespace" -> snapshot.namespaces().get(ref.name());
            default -> null;
        };
    }
}
