package dev.tidegate.controller.source.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.diagnostic.Severity;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading.Accepted;
import dev.tidegate.controller.source.manifest.ManifestReading.ObjectReading.Refused;
import dev.tidegate.controller.source.manifest.ObjectShape.Fault;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one object of one document: what kind it is, what it is called, and whether it has the shape of its kind.
///
/// Kinds that have no say in routing are left alone without a word: people keep whole applications in one folder.
final class ObjectReader {

    private static final String RETIRED_INGRESS = "; change backend.serviceName and servicePort to"
            + " backend.service.name and service.port.number or name, spec.backend to spec.defaultBackend,"
            + " give each path a pathType, and the annotation kubernetes.io/ingress.class becomes"
            + " spec.ingressClassName";

    private final String file;
    private final Document document;
    private final FieldPath base;

    ObjectReader(String file, Document document, FieldPath base) {
        this.file = file;
        this.document = document;
        this.base = base;
    }

    Optional<ObjectReading> read(JsonNode node) {
        if (node.isNull()) {
            return Optional.empty();
        }
        if (!(node instanceof ObjectNode tree)) {
            return refused(Severity.ERROR, "", "not an object (expected: an object with apiVersion and kind)");
        }
        JsonNode apiVersion = tree.path("apiVersion");
        JsonNode kind = tree.path("kind");
        if (apiVersion.isMissingNode() && kind.isMissingNode()) {
            return refused(Severity.WARNING, "", "no Kubernetes object (expected: apiVersion and kind); left alone");
        } else if (!apiVersion.isTextual()) {
            return refused(Severity.ERROR, "apiVersion", "missing or no string (expected: as networking.k8s.io/v1)");
        } else if (!kind.isTextual()) {
            return refused(Severity.ERROR, "kind", "missing or no string (expected: as Ingress)");
        }
        Optional<ReadKind> read = ReadKind.of(apiVersion.asText(), kind.asText());
        return read.isPresent()
                ? Optional.of(named(read.get(), tree))
                : ReadKind.meantBy(apiVersion.asText(), kind.asText())
                        .map(meant -> unsupported(meant, apiVersion.asText(), kind.asText(), tree));
    }

    private ObjectReading named(ReadKind kind, ObjectNode tree) {
        Optional<ManifestId> id = id(kind, tree);
        return id.isPresent()
                ? shaped(id.get(), tree)
                : new Refused(
                        Optional.empty(),
                        List.of(Diagnostic.error(
                                ManifestReader.ref(file),
                                "metadata.name",
                                DiagnosticReason.MALFORMED_OBJECT,
                                "missing (expected: the name of the " + kind.kind() + ")" + at(FieldPath.ROOT))));
    }

    private ObjectReading shaped(ManifestId id, ObjectNode tree) {
        ObjectShape shape = new ObjectShape(id.kind() == ReadKind.SECRET);
        ObjectNode fitted = shape.fit(id.kind().type(), UsedFields.of(id.kind(), tree));
        List<Fault> faults = new ArrayList<>(shape.faults());
        if (faults.stream().noneMatch(fault -> fault.severity() == Severity.ERROR)) {
            placeInNamespace(id, fitted);
            faults.addAll(ServerDefaults.apply(id.kind(), fitted));
        }
        List<Diagnostic> findings =
                faults.stream().map(fault -> finding(id, fault)).toList();
        return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR)
                ? new Refused(Optional.of(id), findings)
                : accepted(id, fitted, findings);
    }

    private ObjectReading accepted(ManifestId id, ObjectNode tree, List<Diagnostic> warnings) {
        try {
            HasMetadata object = ObjectShape.object(id.kind().type(), tree);
            return new Accepted(new Manifest(id, tree, object, place(FieldPath.ROOT)), warnings);
        } catch (IllegalArgumentException unfit) {
            // Types that only the model knows, such as quantities, which no field that routes has.
            String message = "cannot be read (expected: a " + id.kind().kind() + ")";
            return new Refused(
                    Optional.of(id), List.of(finding(id, new Fault(Severity.ERROR, FieldPath.ROOT, message))));
        }
    }

    private static void placeInNamespace(ManifestId id, ObjectNode tree) {
        ObjectNode metadata = tree.withObject("/metadata");
        if (id.kind().namespaced()) {
            metadata.put("namespace", id.key().namespace());
        } else {
            metadata.remove("namespace");
        }
    }

    private Diagnostic finding(ManifestId id, Fault fault) {
        DiagnosticReason reason =
                fault.severity() == Severity.ERROR ? DiagnosticReason.MALFORMED_OBJECT : DiagnosticReason.INVALID_FIELD;
        return new Diagnostic(
                fault.severity(), id.ref(), fault.path().text(), reason, fault.message() + at(fault.path()));
    }

    private ObjectReading unsupported(ReadKind meant, String apiVersion, String kind, ObjectNode tree) {
        Optional<ManifestId> id = id(meant, tree);
        ResourceRef owner = id.map(ManifestId::ref).orElse(ManifestReader.ref(file));
        boolean retired = meant == ReadKind.INGRESS && apiVersion.endsWith("/v1beta1");
        String message = apiVersion + " " + kind + " (expected: " + meant.apiVersion() + " " + meant.kind() + ")"
                + at(FieldPath.ROOT) + (retired ? RETIRED_INGRESS : "");
        String field = kind.equals(meant.kind()) ? "apiVersion" : "kind";
        return new Refused(id, List.of(Diagnostic.error(owner, field, DiagnosticReason.UNSUPPORTED_KIND, message)));
    }

    private static Optional<ManifestId> id(ReadKind kind, ObjectNode tree) {
        JsonNode name = tree.path("metadata").path("name");
        JsonNode namespace = tree.path("metadata").path("namespace");
        if (!name.isTextual() || name.asText().isEmpty()) {
            return Optional.empty();
        }
        boolean said = namespace.isTextual() && !namespace.asText().isEmpty();
        String where = kind.namespaced() ? (said ? namespace.asText() : "default") : "";
        return Optional.of(new ManifestId(kind, new ObjectKey(where, name.asText())));
    }

    private Optional<ObjectReading> refused(Severity severity, String field, String message) {
        return Optional.of(new Refused(
                Optional.empty(),
                List.of(new Diagnostic(
                        severity,
                        ManifestReader.ref(file),
                        field,
                        DiagnosticReason.MALFORMED_OBJECT,
                        message + at(FieldPath.ROOT)))));
    }

    private String at(FieldPath path) {
        return " at " + place(path);
    }

    private String place(FieldPath path) {
        String place = document.place().apply(base.join(path));
        return place.isEmpty() ? file : file + ":" + place;
    }
}
