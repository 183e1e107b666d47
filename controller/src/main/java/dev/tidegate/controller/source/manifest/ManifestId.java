package dev.tidegate.controller.source.manifest;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.ResourceRef;

/// Names one object among all.
public record ManifestId(ReadKind kind, ObjectKey key) {

    public ResourceRef ref() {
        return ResourceRef.of(kind.kind(), key.namespace(), key.name());
    }
}
