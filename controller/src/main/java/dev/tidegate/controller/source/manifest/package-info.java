/// From the text of a manifest to Kubernetes objects and findings: pure, without files or clocks.
///
/// Read [ManifestReader] first: a text becomes documents ([YamlDocuments], [JsonDocuments]), a document becomes
/// objects of a [ReadKind], and each is held against the [ObjectShape] of its kind, with a [FieldPath] to blame.
@NullMarked
package dev.tidegate.controller.source.manifest;

import org.jspecify.annotations.NullMarked;
