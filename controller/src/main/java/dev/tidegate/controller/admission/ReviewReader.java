package dev.tidegate.controller.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Reads the body of an admission request.
///
/// Shape: bytes, any bytes at all → a [ReviewReading]; never throws. Pure; threads: any.
///
/// Source: `admission.k8s.io/v1` `AdmissionReview`.
public final class ReviewReader {

    static final String API_VERSION = "admission.k8s.io/v1";
    static final String KIND = "AdmissionReview";

    private static final ObjectMapper MAPPER = mapper();
    private static final int LONGEST_QUOTE = 80;

    private ReviewReader() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);
        serialization.getUnmatchedFieldTypeModule().setLogWarnings(false);
        return mapper;
    }

    public static ReviewReading read(byte[] body) {
        try {
            return new ReviewReading.Read(review(MAPPER.readTree(body)));
        } catch (Malformed malformed) {
            return new ReviewReading.Refused(malformed.problem);
        } catch (JsonMappingException mistyped) {
            return new ReviewReading.Refused(reason(mistyped) + " (expected: an Ingress of networking.k8s.io/v1)");
        } catch (JsonProcessingException broken) {
            return new ReviewReading.Refused(reason(broken) + " (expected: valid JSON)");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading bytes", impossible);
        }
    }

    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String problem;

        Malformed(String field, String value, String expected) {
            super(field, null, false, false);
            this.problem = field + ": " + quoted(value) + " (expected: " + expected + ")";
        }
    }

    private static Review review(JsonNode root) throws Malformed, JsonProcessingException {
        expect("apiVersion", root.path("apiVersion").asText(), API_VERSION);
        expect("kind", root.path("kind").asText(), KIND);
        JsonNode request = root.path("request");
        if (!request.isObject()) {
            throw new Malformed("request", "", "an AdmissionRequest");
        }
        String uid = request.path("uid").asText();
        if (uid.isEmpty()) {
            throw new Malformed("request.uid", "", "the uid of the request");
        }
        JsonNode kind = request.path("kind");
        expect("request.kind.group", kind.path("group").asText(), "networking.k8s.io");
        expect("request.kind.version", kind.path("version").asText(), "v1");
        expect("request.kind.kind", kind.path("kind").asText(), "Ingress");
        Optional<Ingress> ingress = ingress(request, "object");
        String operation = request.path("operation").asText();
        if (ingress.isEmpty() && (operation.equals("CREATE") || operation.equals("UPDATE"))) {
            throw new Malformed("request.object", "", "the Ingress to be stored");
        }
        ObjectKey key = key(request, ingress);
        ingress.ifPresent(it -> name(it, key));
        Optional<Ingress> before = ingress(request, "oldObject");
        before.ifPresent(it -> name(it, key));
        return new Review(
                uid,
                operation,
                key,
                request.path("userInfo").path("username").asText(),
                request.path("dryRun").asBoolean(),
                ingress,
                before);
    }

    private static void expect(String field, String value, String expected) throws Malformed {
        if (!value.equals(expected)) {
            throw new Malformed(field, value, expected);
        }
    }

    private static Optional<Ingress> ingress(JsonNode request, String field) throws Malformed, JsonProcessingException {
        JsonNode object = request.path(field);
        if (object.isMissingNode() || object.isNull()) {
            return Optional.empty();
        }
        if (!object.isObject()) {
            throw new Malformed("request." + field, object.asText(), "an Ingress");
        }
        return Optional.of(MAPPER.treeToValue(object, Ingress.class));
    }

    /// A name that the API server made up, of `generateName`, stands in the object and not in the request.
    private static ObjectKey key(JsonNode request, Optional<Ingress> ingress) {
        String name = request.path("name").asText();
        Optional<ObjectMeta> metadata = ingress.map(Ingress::getMetadata);
        String own = metadata.map(ObjectMeta::getName).orElse("");
        return new ObjectKey(request.path("namespace").asText(), own.isEmpty() ? name : own);
    }

    private static void name(Ingress ingress, ObjectKey key) {
        if (ingress.getMetadata() == null) {
            ingress.setMetadata(new ObjectMeta());
        }
        ingress.getMetadata().setNamespace(key.namespace());
        ingress.getMetadata().setName(key.name());
    }

    private static String reason(JsonProcessingException failure) {
        String line = failure.getOriginalMessage().lines().findFirst().orElse("");
        return quoted(line);
    }

    private static String quoted(String text) {
        String line = text.lines().findFirst().orElse("");
        String shown = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
        return shown.isEmpty() ? "none" : shown;
    }
}
