package dev.tidegate.controller.source.folder;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Diagnostics;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.manifest.Manifest;
import dev.tidegate.controller.source.manifest.ManifestId;
import dev.tidegate.controller.source.manifest.ManifestReader;
import dev.tidegate.controller.source.manifest.ManifestReading;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.persistent.PersistentMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is served of a folder: of each file its objects, or the last good ones, and what is to be said of it.
///
/// Immutable; [#with] and [#without] make the next content of the last, and look only at the objects of the files
/// that changed. Where two files hold the same object, the first file in order of path stands. The same files make
/// the same content in whatever order they are read.
final class FolderContent {

    static final FolderContent EMPTY =
            new FolderContent(PersistentMap.empty(), PersistentMap.empty(), Served.NOTHING, Diagnostics.NONE);

    private final PersistentMap<Path, ServedFile> files;
    private final PersistentMap<ManifestId, List<Place>> places;
    private final Served served;
    private final Diagnostics findings;

    private FolderContent(
            PersistentMap<Path, ServedFile> files,
            PersistentMap<ManifestId, List<Place>> places,
            Served served,
            Diagnostics findings) {
        this.files = files;
        this.places = places;
        this.served = served;
        this.findings = findings;
    }

    /// Where an object stands. Ordered as it is read: by path, then from top to bottom.
    private record Place(Path file, int index, Manifest manifest) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byFile = file.compareTo(other.file);
            return byFile != 0 ? byFile : Integer.compare(index, other.index);
        }
    }

    /// Where each object stands, as `shop.yaml:14:1`.
    Map<ResourceRef, String> places() {
        Map<ResourceRef, String> texts = new HashMap<>();
        places.forEach(
                (id, all) -> texts.put(id.ref(), all.getFirst().manifest().place()));
        return Map.copyOf(texts);
    }

    Collection<Path> paths() {
        return files.keySet();
    }

    FolderContent with(Map<Path, ManifestReading> readings) {
        Map<Path, ServedFile> next = new HashMap<>();
        readings.forEach((path, reading) -> next.put(
                path,
                files.getOrDefault(path, ServedFile.NOTHING)
                        .next(ManifestReader.ref(path.toString()), reading, this::served)));
        return after(next, Set.of());
    }

    FolderContent without(Collection<Path> gone) {
        return after(Map.of(), gone);
    }

    private @Nullable Manifest served(ManifestId id) {
        return first(places.getOrDefault(id, List.of()));
    }

    private FolderContent after(Map<Path, ServedFile> come, Collection<Path> gone) {
        PersistentMap<Path, ServedFile> nextFiles = files.withAll(come);
        for (Path path : gone) {
            nextFiles = nextFiles.without(path);
        }
        Set<Path> touched = new HashSet<>(come.keySet());
        touched.addAll(gone);
        Map<ManifestId, List<Place>> suspects = new HashMap<>();
        Diagnostics said = findings;
        for (Path path : touched) {
            ServedFile was = files.getOrDefault(path, ServedFile.NOTHING);
            ServedFile is = nextFiles.getOrDefault(path, ServedFile.NOTHING);
            said = said.after(was.findings(), is.findings());
            was.manifests()
                    .forEach(manifest -> suspects.computeIfAbsent(manifest.id(), this::copyOfPlaces)
                            .removeIf(place -> place.file().equals(path)));
            for (int i = 0; i < is.manifests().size(); i++) {
                Manifest manifest = is.manifests().get(i);
                suspects.computeIfAbsent(manifest.id(), this::copyOfPlaces).add(new Place(path, i, manifest));
            }
        }
        PersistentMap<ManifestId, List<Place>> nextPlaces = places;
        Served nextServed = served;
        for (Map.Entry<ManifestId, List<Place>> suspect : suspects.entrySet()) {
            ManifestId id = suspect.getKey();
            List<Place> now = suspect.getValue().stream().sorted().toList();
            said = said.after(doubles(places.getOrDefault(id, List.of())), doubles(now));
            nextPlaces = now.isEmpty() ? nextPlaces.without(id) : nextPlaces.with(id, now);
            nextServed = nextServed.with(id, first(now));
        }
        return new FolderContent(nextFiles, nextPlaces, nextServed, said);
    }

    private List<Place> copyOfPlaces(ManifestId id) {
        return new ArrayList<>(places.getOrDefault(id, List.of()));
    }

    private static @Nullable Manifest first(List<Place> places) {
        return places.isEmpty() ? null : places.getFirst().manifest();
    }

    private static List<Diagnostic> doubles(List<Place> places) {
        return places.stream()
                .skip(1)
                .map(Place::manifest)
                .map(manifest -> Diagnostic.error(
                        manifest.id().ref(),
                        "metadata.name",
                        DiagnosticReason.MALFORMED_OBJECT,
                        "stands twice, at " + places.getFirst().manifest().place() + " and at " + manifest.place()
                                + " (expected: once); the first is served"))
                .toList();
    }

    /// `obstacles`: places that could not be looked at, and why.
    Snapshot snapshot(Map<Path, String> obstacles) {
        List<Diagnostic> hidden = obstacles.entrySet().stream()
                .map(it -> Diagnostic.error(
                        ManifestReader.ref(it.getKey().toString()),
                        "",
                        DiagnosticReason.MALFORMED_OBJECT,
                        it.getValue() + "; what was last read below it stays"))
                .toList();
        return served.snapshot(findings.after(List.of(), hidden));
    }
}
