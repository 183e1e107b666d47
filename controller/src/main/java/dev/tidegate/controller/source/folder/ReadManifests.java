package dev.tidegate.controller.source.folder;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.manifest.ManifestReader;
import dev.tidegate.controller.source.manifest.ManifestReading;
import dev.tidegate.gateway.table.ResourceRef;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Manifests that were read once: what they hold, and where each object stands, as `shop.yaml:14:1`.
public record ReadManifests(Snapshot snapshot, Map<ResourceRef, String> places) {
    public ReadManifests {
        requireNonNull(snapshot);
        places = Map.copyOf(places);
    }

    /// The same of texts that stand in no file. `texts`: by the names to call them by, as `pods.json`.
    public static ReadManifests of(Map<String, byte[]> texts) {
        Map<Path, ManifestReading> readings = new HashMap<>();
        texts.forEach((name, text) -> readings.put(Path.of(name), ManifestReader.read(name, text)));
        FolderContent content = FolderContent.EMPTY.with(readings);
        return new ReadManifests(content.snapshot(Map.of()), content.places());
    }
}
