package dev.tidegate.controller.source.look;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.controller.cni.EvidenceReader;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.folder.ManifestFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A look at a folder of manifests, such as `kubectl get -o yaml` fills.
///
/// Fails: [dev.tidegate.controller.source.SourceRefused] if there is no such folder.
public final class FolderSight {

    private FolderSight() {}

    public static Sight of(Path folder, Optional<ObjectKey> lease) {
        List<JsonNode> trees = ManifestFolder.trees(folder);
        EvidenceReader reader = new EvidenceReader();
        trees.forEach(reader::add);
        return new Sight(
                ManifestFolder.read(List.of(folder)),
                reader.evidence(),
                trees.stream().flatMap(it -> workload(it).stream()).toList(),
                Optional.empty(),
                trees.stream()
                        .filter(it -> it.path("kind").asText().equals("Lease")
                                && lease.filter(EvidenceReader.key(it)::equals).isPresent())
                        .map(FolderSight::holder)
                        .findFirst(),
                Map.of(),
                Map.of(),
                Set.of());
    }

    static Optional<Workload> workload(JsonNode object) {
        String kind = object.path("kind").asText();
        return kind.equals("Deployment") || kind.equals("DaemonSet")
                ? Optional.of(new Workload(kind, EvidenceReader.key(object), EvidenceReader.programs(object)))
                : Optional.empty();
    }

    static String holder(JsonNode lease) {
        return lease.at("/spec/holderIdentity").asText("");
    }
}
