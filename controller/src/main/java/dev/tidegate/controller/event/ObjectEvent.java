package dev.tidegate.controller.event;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.ResourceRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Something to be told about one object: that it has a problem, has it no longer, or is served.
///
/// Its name follows from what it says, so that a restart or another leader adds to the Event that is there instead of
/// writing another.
///
/// Source: events.k8s.io/v1 Event, whose limits on lengths are obeyed.
record ObjectEvent(boolean warning, ResourceRef about, String reason, String note) {

    /// Of the kinds that diagnostics speak of, where they live.
    private static final Map<String, String> API_VERSIONS = Map.of(
            "Ingress", "networking.k8s.io/v1",
            "IngressClass", "networking.k8s.io/v1",
            "EndpointSlice", "discovery.k8s.io/v1",
            "Service", "v1",
            "Secret", "v1",
            "ConfigMap", "v1",
            "Namespace", "v1");

    /// RFC 1123 subdomain: what names of objects look like.
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private static final int MOST_BYTES = 1024;
    private static final int MOST_OF_NAME = 230;

    ObjectEvent {
        requireNonNull(about);
        requireNonNull(reason);
        note = shortened(requireNonNull(note));
    }

    /// Empty if no Event can be about it: a file, or all objects of a kind.
    static Optional<ObjectEvent> appeared(Diagnostic diagnostic) {
        return about(diagnostic.source())
                .map(about -> new ObjectEvent(true, about, diagnostic.reason().camelCase(), text(diagnostic)));
    }

    static Optional<ObjectEvent> resolved(Diagnostic diagnostic) {
        return about(diagnostic.source())
                .map(about -> new ObjectEvent(
                        false, about, "Resolved", diagnostic.reason().camelCase() + ": " + text(diagnostic)));
    }

    static ObjectEvent programmed(ResourceRef ingress) {
        return new ObjectEvent(false, ingress, "Programmed", "its routes are served");
    }

    private static Optional<ResourceRef> about(ResourceRef source) {
        return Optional.of(source)
                .filter(it -> API_VERSIONS.containsKey(it.kind()))
                .filter(it -> NAME.matcher(it.name()).matches());
    }

    private static String text(Diagnostic diagnostic) {
        return diagnostic.field().isEmpty() ? diagnostic.message() : diagnostic.field() + ": " + diagnostic.message();
    }

    String apiVersion() {
        return API_VERSIONS.getOrDefault(about.kind(), "v1");
    }

    /// Events of a cluster-scoped object live in `default`.
    String namespace() {
        return about.namespace().isEmpty() ? "default" : about.namespace();
    }

    /// `uid`: of the object, so that one of the same name made anew has Events of its own.
    String name(String uid) {
        String said = String.join("\n", about.kind(), about.path(), uid, Boolean.toString(warning), reason, note);
        String object =
                about.name().substring(0, Math.min(MOST_OF_NAME, about.name().length()));
        return object + "." + HexFormat.of().formatHex(sha256(said), 0, 8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java has SHA-256", impossible);
        }
    }

    private static String shortened(String note) {
        if (note.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return note;
        }
        StringBuilder kept = new StringBuilder();
        int bytes = "…".getBytes(StandardCharsets.UTF_8).length;
        for (int at = 0; at < note.length(); at += Character.charCount(note.codePointAt(at))) {
            String next = Character.toString(note.codePointAt(at));
            bytes += next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            kept.append(next);
        }
        return kept.append('…').toString();
    }
}
