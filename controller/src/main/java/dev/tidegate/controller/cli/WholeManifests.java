package dev.tidegate.controller.cli;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.SourceRefused;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.nio.file.Path;
import java.util.List;

/// Manifests for a verb that says something about all of them: of which none may be missing for want of being read.
final class WholeManifests {

    private WholeManifests() {}

    /// Fails: [SourceRefused] if a path does not exist, or anything in it cannot be read.
    static Snapshot read(List<Path> paths) {
        Snapshot snapshot = ManifestFolder.read(paths);
        for (Diagnostic finding : snapshot.findings()) {
            if (finding.reason() == DiagnosticReason.MALFORMED_OBJECT) {
                String place = finding.source().path() + (finding.field().isEmpty() ? "" : " " + finding.field());
                throw SourceRefused.of(place, finding.message(), "manifests that can be read");
            }
        }
        return snapshot;
    }
}
