/// The source that is a folder of manifests: no cluster needed.
///
/// Read [ManifestFolder] first (when to read what), then [FolderLook] (what stands there now) and [FolderContent]
/// (what is served of it, with the last good version of what cannot be read).
@NullMarked
package dev.tidegate.controller.source.folder;

import org.jspecify.annotations.NullMarked;
