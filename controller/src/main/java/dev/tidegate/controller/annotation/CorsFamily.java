package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.Cors;
import dev.tidegate.gateway.table.OriginPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `enable-cors` and `cors-*`: which origins' pages may read the answers.
///
/// A list of origins of which none can be read allows nobody, where ingress-nginx allows everybody.
final class CorsFamily implements AnnotationFamily {

    private static final String ENABLE = "enable-cors";
    private static final String ORIGINS = "cors-allow-origin";
    private static final String METHODS = "cors-allow-methods";
    private static final String HEADERS = "cors-allow-headers";
    private static final String CREDENTIALS = "cors-allow-credentials";
    private static final String EXPOSED = "cors-expose-headers";
    private static final String MAX_AGE = "cors-max-age";

    private static final String USUAL_METHODS = "GET, PUT, POST, DELETE, PATCH, OPTIONS";
    private static final String USUAL_HEADERS =
            "DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization";
    private static final String USUAL_MAX_AGE = "1728000";

    private static final Pattern ORIGIN =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)(?<any>\\*\\.)?(?<rest>[A-Za-z0-9\\-._\\[\\]:]+)");

    @Override
    public Set<String> names() {
        return Set.of(ENABLE, ORIGINS, METHODS, HEADERS, CREDENTIALS, EXPOSED, MAX_AGE);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        if (!annotations.read(ENABLE, ValueType.BOOLEAN).orElse(false)) {
            return List.of();
        }
        String methods = annotations.read(METHODS, ValueType.METHODS).orElse(USUAL_METHODS);
        String headers = annotations.read(HEADERS, ValueType.HEADER_NAMES).orElse(USUAL_HEADERS);
        boolean credentials = annotations.read(CREDENTIALS, ValueType.BOOLEAN).orElse(true);
        String exposed = annotations.read(EXPOSED, ValueType.HEADER_NAMES).orElse("");
        String maxAge =
                annotations.read(MAX_AGE, ValueType.NUMBER).map(String::valueOf).orElse(USUAL_MAX_AGE);
        return origins(annotations).stream()
                .<Effect>map(origins ->
                        new Effect.Enforce(new Cors(origins, methods, headers, credentials, exposed, maxAge)))
                .toList();
    }

    /// An empty list is all origins; nothing is none.
    private static Optional<List<OriginPattern>> origins(ValueReader annotations) {
        List<String> items =
                annotations.text(ORIGINS).map(text -> List.of(text.split(","))).orElse(List.of("*")).stream()
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
        if (items.contains("*")) {
            return Optional.of(List.of());
        }
        List<OriginPattern> origins = new ArrayList<>();
        for (String item : items) {
            origin(item).ifPresentOrElse(origins::add, () -> refuse(annotations, item));
        }
        if (origins.isEmpty()) {
            annotations.error(
                    ORIGINS, DiagnosticReason.INVALID_ANNOTATION, "no origin is left, so none may read the answers");
            return Optional.empty();
        }
        return Optional.of(origins);
    }

    private static Optional<OriginPattern> origin(String text) {
        if (text.equals("null")) {
            return Optional.of(new OriginPattern("", false, text));
        }
        Matcher parts = ORIGIN.matcher(text);
        return parts.matches()
                ? Optional.of(new OriginPattern(parts.group("scheme"), parts.group("any") != null, parts.group("rest")))
                : Optional.empty();
    }

    private static void refuse(ValueReader annotations, String item) {
        annotations.error(
                ORIGINS,
                DiagnosticReason.INVALID_ANNOTATION,
                ValueReader.shorten(item)
                        + " (expected: an origin as https://shop.example, https://*.shop.example or *)");
    }
}
