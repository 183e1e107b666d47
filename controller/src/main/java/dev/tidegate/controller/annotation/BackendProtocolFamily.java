package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `backend-protocol`: what is spoken to the endpoints, stronger than the Service's own `appProtocol`.
///
/// Source: ingress-nginx; values in any case. `AUTO_HTTP` and `FCGI` are refused aloud: the first takes its scheme
/// from each client, the second is not HTTP.
final class BackendProtocolFamily implements AnnotationFamily {

    private static final String NAME = "backend-protocol";

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> namesOnCanary() {
        return names();
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        String value = annotations.text(NAME).orElse("");
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "" -> List.of();
            case "HTTP" -> List.of(new Effect.Speak(Protocol.HTTP, "http"));
            case "HTTPS" -> List.of(new Effect.Speak(Protocol.HTTPS, "https"));
            case "GRPC" -> List.of(new Effect.Speak(Protocol.H2C, "grpc"));
            case "GRPCS" -> List.of(new Effect.Speak(Protocol.H2, "grpcs"));
            case "AUTO_HTTP", "FCGI" -> refuse(annotations, DiagnosticReason.UNSUPPORTED_ANNOTATION, value);
            default -> refuse(annotations, DiagnosticReason.INVALID_ANNOTATION, value);
        };
    }

    private static List<Effect> refuse(ValueReader annotations, DiagnosticReason reason, String value) {
        annotations.error(NAME, reason, value + " (expected: HTTP, HTTPS, GRPC or GRPCS)");
        return List.of();
    }
}
