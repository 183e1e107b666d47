package dev.tidegate.controller.source.folder;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.ServiceSlices;
import dev.tidegate.controller.source.manifest.Manifest;
import dev.tidegate.controller.source.manifest.ManifestId;
import dev.tidegate.controller.source.manifest.ManifestReader;
import dev.tidegate.controller.source.manifest.ManifestReading;
import dev.tidegate.controller.source.manifest.ReadKind;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is served of a folder: of each file its objects, or the last good ones, and what is to be said of it.
///
/// Immutable; [#with] and [#without] make the next content of the last. Where two files hold the same object, the
/// first file in order of path stands. The same files make the same content in whatever order they are read.
final class FolderContent {

    static final FolderContent EMPTY = new FolderContent(new TreeMap<>());

    private final SortedMap<Path, ServedFile> files;
    private final Map<ManifestId, Manifest> objects = new LinkedHashMap<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private FolderContent(SortedMap<Path, ServedFile> files) {
        this.files = files;
        for (ServedFile file : files.values()) {
            findings.addAll(file.findings());
            file.manifests().forEach(this::add);
        }
    }

    private void add(Manifest manifest) {
        Manifest first = objects.putIfAbsent(manifest.id(), manifest);
        if (first != null) {
            findings.add(Diagnostic.error(
                    manifest.id().ref(),
                    "metadata.name",
                    DiagnosticReason.MALFORMED_OBJECT,
                    "stands twice, at " + first.place() + " and at " + manifest.place()
                            + " (expected: once); the first is served"));
        }
    }

    Collection<Path> paths() {
        return files.keySet();
    }

    FolderContent with(Map<Path, ManifestReading> readings) {
        SortedMap<Path, ServedFile> next = new TreeMap<>(files);
        readings.forEach((path, reading) -> next.put(
                path,
                files.getOrDefault(path, ServedFile.NOTHING)
                        .next(ManifestReader.ref(path.toString()), reading, objects)));
        return new FolderContent(next);
    }

    FolderContent without(Collection<Path> gone) {
        SortedMap<Path, ServedFile> next = new TreeMap<>(files);
        next.keySet().removeAll(gone);
        return new FolderContent(next);
    }

    /// `obstacles`: places that could not be looked at, and why.
    Snapshot snapshot(Map<Path, String> obstacles) {
        List<Diagnostic> said = new ArrayList<>(findings);
        obstacles.forEach((path, problem) -> said.add(Diagnostic.error(
                ManifestReader.ref(path.toString()),
                "",
                DiagnosticReason.MALFORMED_OBJECT,
                problem + "; what was last read below it stays")));
        return new Snapshot(
                keyed(Ingress.class, ReadKind.INGRESS),
                named(IngressClass.class, ReadKind.INGRESS_CLASS),
                keyed(Service.class, ReadKind.SERVICE),
                PersistentMap.copyOf(ServiceSlices.group(
                        keyed(EndpointSlice.class, ReadKind.ENDPOINT_SLICE).values())),
                keyed(Secret.class, ReadKind.SECRET),
                keyed(ConfigMap.class, ReadKind.CONFIG_MAP),
                named(Namespace.class, ReadKind.NAMESPACE),
                said.stream().sorted().toList());
    }

    private <T extends HasMetadata> PersistentMap<String, T> named(Class<T> type, ReadKind kind) {
        return PersistentMap.copyOf(keyed(type, kind).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
    }

    private <T extends HasMetadata> PersistentMap<ObjectKey, T> keyed(Class<T> type, ReadKind kind) {
        Map<ObjectKey, T> keyed = new HashMap<>();
        for (Manifest manifest : objects.values()) {
            if (manifest.id().kind() == kind) {
                keyed.put(manifest.id().key(), type.cast(manifest.object()));
            }
        }
        return PersistentMap.copyOf(keyed);
    }
}
