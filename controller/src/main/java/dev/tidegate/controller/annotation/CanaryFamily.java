package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.CanaryRules.HeaderRule;
import dev.tidegate.gateway.table.HeaderPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// `canary`, and which requests it takes: `canary-by-header`, `-header-value`, `-header-pattern`, `canary-by-cookie`,
/// `canary-weight` of `canary-weight-total`; `affinity-canary-behavior`.
///
/// Source: ingress-nginx. A pattern that cannot be read keeps all requests that have the header from the canary.
final class CanaryFamily implements AnnotationFamily {

    private static final String CANARY = "canary";
    private static final String HEADER = "canary-by-header";
    private static final String VALUE = "canary-by-header-value";
    private static final String PATTERN = "canary-by-header-pattern";
    private static final String COOKIE = "canary-by-cookie";
    private static final String WEIGHT = "canary-weight";
    private static final String TOTAL = "canary-weight-total";
    private static final String BEHAVIOR = "affinity-canary-behavior";

    private static final Set<String> NAMES = Set.of(CANARY, HEADER, VALUE, PATTERN, COOKIE, WEIGHT, TOTAL, BEHAVIOR);

    private static final int LEAST_TOTAL = 100;

    private static final ValueType<String> HEADER_VALUE =
            ValueType.matching(Pattern.compile("[ -~]{1,1024}"), "at most 1024 printable characters of ASCII");
    private static final ValueType<HeaderPattern> HEADER_PATTERN =
            new ValueType<>(HeaderPattern.EXPECTED, HeaderPattern::of);
    private static final ValueType<String> STICKY_OR_LEGACY =
            ValueType.matching(Pattern.compile("sticky|legacy"), "sticky or legacy");

    /// Is this Ingress a canary of another?
    static boolean isCanary(ValueReader annotations) {
        return annotations.text(CANARY).flatMap(ValueType.BOOLEAN::parse).orElse(false);
    }

    @Override
    public Set<String> names() {
        return NAMES;
    }

    @Override
    public Set<String> namesOnCanary() {
        return names();
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        if (!annotations.read(CANARY, ValueType.BOOLEAN).orElse(false)) {
            for (String name : new TreeSet<>(NAMES)) {
                String text = annotations.text(name).orElse("");
                boolean asks = !text.isEmpty() && !(name.equals(WEIGHT) && text.equals("0"));
                if (asks && !name.equals(CANARY)) {
                    noEffect(annotations, name, "canary: \"true\" beside it");
                }
            }
            return List.of();
        }
        Optional<HeaderRule> header = header(annotations);
        Optional<String> cookie = annotations.read(COOKIE, ValueType.COOKIE_NAME);
        int weight = annotations.read(WEIGHT, ValueType.WEIGHT).orElse(0);
        CanaryRules rules = new CanaryRules(header, cookie, weight, total(annotations));
        boolean shares =
                !annotations.read(BEHAVIOR, STICKY_OR_LEGACY).orElse("").equals("legacy");
        return List.of(new Effect.BeCanary(new CanaryRule(rules, shares)));
    }

    private static Optional<HeaderRule> header(ValueReader annotations) {
        Optional<String> name = annotations.read(HEADER, ValueType.HEADER_NAME);
        Optional<String> value = annotations.read(VALUE, HEADER_VALUE);
        Optional<HeaderPattern> pattern = annotations.read(PATTERN, HEADER_PATTERN);
        if (annotations.text(HEADER).isEmpty()) {
            annotations.text(VALUE).ifPresent(_ -> noEffect(annotations, VALUE, HEADER + " beside it"));
            annotations.text(PATTERN).ifPresent(_ -> noEffect(annotations, PATTERN, HEADER + " beside it"));
            return Optional.empty();
        }
        return name.map(it -> {
            if (annotations.text(VALUE).isPresent()) {
                annotations.text(PATTERN).ifPresent(_ -> noEffect(annotations, PATTERN, "no " + VALUE + " beside it"));
                return value.<HeaderRule>map(text -> new HeaderRule.Equal(it, text))
                        .orElseGet(() -> new HeaderRule.Unreadable(it));
            }
            if (annotations.text(PATTERN).isPresent()) {
                return pattern.<HeaderRule>map(read -> new HeaderRule.Matching(it, read))
                        .orElseGet(() -> new HeaderRule.Unreadable(it));
            }
            return new HeaderRule.AlwaysOrNever(it);
        });
    }

    private static int total(ValueReader annotations) {
        int total = annotations.read(TOTAL, ValueType.WEIGHT).orElse(LEAST_TOTAL);
        if (total < LEAST_TOTAL) {
            annotations.warning(
                    TOTAL,
                    DiagnosticReason.INVALID_ANNOTATION,
                    total + " (expected: more than " + LEAST_TOTAL + ", which counts instead)");
        }
        return Math.max(total, LEAST_TOTAL);
    }

    private static void noEffect(ValueReader annotations, String name, String expected) {
        annotations.warning(
                name, DiagnosticReason.INVALID_ANNOTATION, name + " has no effect (expected: " + expected + ")");
    }
}
