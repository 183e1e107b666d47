package dev.tidegate.controller.source.folder;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.source.manifest.Manifest;
import dev.tidegate.controller.source.manifest.ManifestId;
import dev.tidegate.controller.source.manifest.ManifestReading;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is served of one file. A pure step leads from each reading to the next:
///
/// - the text cannot be read, or nothing is in it: all objects stay as they were last good;
/// - an object is not what it should be: its own last good version stays, the others are served as they now are;
/// - an object is no longer named in a file that has errors: it stays, for the error may be what became of it, or the
///   file may have been cut off there; it goes when the file is good again;
/// - an object that has not changed stays the same instance, also when it came from another file.
record ServedFile(List<Manifest> manifests, List<Diagnostic> findings) {

    static final ServedFile NOTHING = new ServedFile(List.of(), List.of());

    ServedFile {
        manifests = List.copyOf(manifests);
        findings = List.copyOf(findings);
    }

    /// `served`: all objects that are served now, from whatever file.
    ServedFile next(ResourceRef file, ManifestReading reading, Function<ManifestId, @Nullable Manifest> served) {
        return switch (reading) {
            case ManifestReading.Empty ignored -> empty(file);
            case ManifestReading.Unreadable(Diagnostic finding) ->
                new ServedFile(manifests, List.of(manifests.isEmpty() ? finding : lastGoodStays(finding)));
            case ManifestReading.Parsed(List<ObjectReading> objects) -> parsed(file, objects, served);
        };
    }

    private ServedFile empty(ResourceRef file) {
        return manifests.isEmpty()
                ? NOTHING
                : new ServedFile(
                        manifests,
                        List.of(Diagnostic.error(
                                file,
                                "",
                                DiagnosticReason.MALFORMED_OBJECT,
                                "empty (expected: objects; delete the file to remove them);"
                                        + " its last good version stays")));
    }

    private ServedFile parsed(
            ResourceRef file, List<ObjectReading> objects, Function<ManifestId, @Nullable Manifest> served) {
        List<Manifest> next = new ArrayList<>();
        List<Diagnostic> said = new ArrayList<>();
        boolean refused = false;
        for (ObjectReading object : objects) {
            switch (object) {
                case ObjectReading.Accepted(Manifest manifest, List<Diagnostic> warnings) -> {
                    Manifest last = served.apply(manifest.id());
                    next.add(last == null ? manifest : manifest.reusing(last));
                    said.addAll(warnings);
                }
                case ObjectReading.Refused(var id, List<Diagnostic> findings) -> {
                    @Nullable Manifest last = id.map(served).orElse(null);
                    if (last != null) {
                        next.add(last);
                    }
                    findings.forEach(finding -> said.add(last == null ? finding : lastGoodStays(finding)));
                    refused = true;
                }
            }
        }
        if (refused) {
            List<Manifest> missing = noLongerIn(next);
            next.addAll(missing);
            missing.forEach(manifest -> said.add(missing(manifest, file)));
        }
        return new ServedFile(next, said);
    }

    private List<Manifest> noLongerIn(List<Manifest> next) {
        Set<ManifestId> named = new HashSet<>();
        next.forEach(manifest -> named.add(manifest.id()));
        return manifests.stream().filter(each -> !named.contains(each.id())).toList();
    }

    private static Diagnostic missing(Manifest manifest, ResourceRef file) {
        return lastGoodStays(Diagnostic.warning(
                manifest.id().ref(),
                "",
                DiagnosticReason.MALFORMED_OBJECT,
                "no longer in " + file.name() + ", which has errors (expected: a file without, to remove it)"));
    }

    private static Diagnostic lastGoodStays(Diagnostic finding) {
        return new Diagnostic(
                finding.severity(),
                finding.source(),
                finding.field(),
                finding.reason(),
                finding.message() + "; its last good version stays");
    }
}
