package dev.tidegate.controller.source.folder;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.Map;

/// Manifests that were read once: what they hold, and where each object stands, as `shop.yaml:14:1`.
public record ReadManifests(Snapshot snapshot, Map<ResourceRef, String> places) {
    public ReadManifests {
        requireNonNull(snapshot);
        places = Map.copyOf(places);
    }
}
