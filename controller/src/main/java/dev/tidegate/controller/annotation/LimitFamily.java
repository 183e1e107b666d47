package dev.tidegate.controller.annotation;

import dev.tidegate.address.Cidr;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.Limits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `limit-rps`, `limit-rpm`, `limit-connections`: how much of an Ingress one client may have; all its paths are counted
/// together. `limit-allowlist` (older: `limit-whitelist`): who has no limit.
final class LimitFamily implements AnnotationFamily {

    private static final String PER_SECOND = "limit-rps";
    private static final String PER_MINUTE = "limit-rpm";
    private static final String MULTIPLIER = "limit-burst-multiplier";
    private static final String CONNECTIONS = "limit-connections";
    private static final String EXEMPT = "limit-allowlist";
    private static final String EXEMPT_ALIAS = "limit-whitelist";
    static final String RATE_STATUS = "limit-req-status-code";
    static final String CONNECTIONS_STATUS = "limit-conn-status-code";

    private static final int USUAL_MULTIPLIER = 5;

    @Override
    public Set<String> names() {
        return Set.of(PER_SECOND, PER_MINUTE, MULTIPLIER, CONNECTIONS, EXEMPT, EXEMPT_ALIAS);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        int perSecond = annotations.read(PER_SECOND, ValueType.COUNT).orElse(0);
        int perMinute = annotations.read(PER_MINUTE, ValueType.COUNT).orElse(0);
        int connections = annotations.read(CONNECTIONS, ValueType.COUNT).orElse(0);
        int multiplier = annotations.read(MULTIPLIER, ValueType.COUNT).orElse(USUAL_MULTIPLIER);
        List<Cidr> exempt = exempt(annotations);
        if (perSecond == 0 && perMinute == 0 && connections == 0) {
            return List.of();
        }
        return List.of(new Effect.Enforce(new Limits(
                annotations.source().path(),
                perSecond,
                perMinute,
                multiplier,
                connections,
                exempt,
                settings.limitStatuses().rate(),
                settings.limitStatuses().connections())));
    }

    private static List<Cidr> exempt(ValueReader annotations) {
        Optional<String> alias = annotations.text(EXEMPT_ALIAS);
        if (annotations.text(EXEMPT).isEmpty()) {
            return annotations.read(EXEMPT_ALIAS, ValueType.CIDRS).orElse(List.of());
        }
        if (alias.isPresent() && !alias.equals(annotations.text(EXEMPT))) {
            annotations.warning(
                    EXEMPT_ALIAS, DiagnosticReason.INVALID_ANNOTATION, alias.get() + " (overruled by " + EXEMPT + ")");
        }
        return annotations.read(EXEMPT, ValueType.CIDRS).orElse(List.of());
    }
}
