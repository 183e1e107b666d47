package dev.tidegate.controller.source.manifest;

import dev.tidegate.controller.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/// What came of reading one file.
public sealed interface ManifestReading {

    /// Nothing in it at all, not even a comment: rather a file about to be written than a wish to remove everything.
    record Empty() implements ManifestReading {}

    /// The text as a whole cannot be read.
    record Unreadable(Diagnostic finding) implements ManifestReading {}

    /// The text was read; each object in it stands for itself.
    record Parsed(List<ObjectReading> objects) implements ManifestReading {

        public Parsed {
            objects = List.copyOf(objects);
        }
    }

    /// What came of reading one object.
    sealed interface ObjectReading {

        /// `warnings`: it is in effect, but perhaps not as meant.
        record Accepted(Manifest manifest, List<Diagnostic> warnings) implements ObjectReading {

            public Accepted {
                warnings = List.copyOf(warnings);
            }
        }

        /// `id`: which object it was meant to be, where that much can be told.
        record Refused(Optional<ManifestId> id, List<Diagnostic> findings) implements ObjectReading {

            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }
}
