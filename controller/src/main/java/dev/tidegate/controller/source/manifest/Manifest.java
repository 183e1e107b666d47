package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// One object, the tree it was made of, and where it stands: `shop.yaml:14:1`. Nobody edits any of it.
public record Manifest(ManifestId id, JsonNode tree, HasMetadata object, String place) {

    /// This one, but with the very instance of an earlier reading where nothing about the object has changed.
    public Manifest reusing(Manifest earlier) {
        return tree.equals(earlier.tree) ? new Manifest(id, earlier.tree, earlier.object, place) : this;
    }

    /// Never the tree: it may hold a secret.
    @Override
    public String toString() {
        return id + " at " + place;
    }
}
