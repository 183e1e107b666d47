package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.RoutePolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `permanent-redirect`, `temporal-redirect`: whatever is asked for, the client is sent to one place; their codes; and
/// `relative-redirects`, whether a place without a host is told so. The temporal one outranks the permanent one.
final class FixedRedirectFamily implements AnnotationFamily {

    private static final String PERMANENT = "permanent-redirect";
    private static final String PERMANENT_CODE = "permanent-redirect-code";
    private static final String TEMPORAL = "temporal-redirect";
    private static final String TEMPORAL_CODE = "temporal-redirect-code";
    static final String RELATIVE = "relative-redirects";

    @Override
    public Set<String> names() {
        return Set.of(PERMANENT, PERMANENT_CODE, TEMPORAL, TEMPORAL_CODE, RELATIVE);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        boolean relative = annotations.read(RELATIVE, ValueType.BOOLEAN).orElse(settings.relativeRedirects());
        int temporalCode =
                annotations.read(TEMPORAL_CODE, ValueType.TEMPORAL_CODE).orElse(302);
        int permanentCode =
                annotations.read(PERMANENT_CODE, ValueType.PERMANENT_CODE).orElse(301);
        Optional<RoutePolicy.Redirect> temporal = annotations
                .read(TEMPORAL, ValueType.ABSOLUTE_URL)
                .map(url -> new RoutePolicy.Redirect(temporalCode, url, !relative));
        Optional<RoutePolicy.Redirect> permanent = annotations
                .read(PERMANENT, ValueType.REDIRECT_TARGET)
                .map(url -> new RoutePolicy.Redirect(permanentCode, url, !relative));
        return temporal.or(() -> permanent).stream()
                .<Effect>map(Effect.Enforce::new)
                .toList();
    }
}
