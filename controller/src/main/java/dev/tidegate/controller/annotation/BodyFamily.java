package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.RoutePolicy.BodyLimit;
import java.util.List;
import java.util.Set;

/// `proxy-body-size`: the largest request body.
final class BodyFamily implements AnnotationFamily {

    static final String SIZE = "proxy-body-size";

    @Override
    public Set<String> names() {
        return Set.of(SIZE);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        BodyLimit limit = annotations.read(SIZE, ValueType.BODY_SIZE).orElse(settings.bodyLimit());
        return limit.equals(BodyLimit.UNLIMITED) ? List.of() : List.of(new Effect.Enforce(limit));
    }
}
