package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.Unlogged;
import java.util.List;
import java.util.Set;

/// `enable-access-log`: whether the Ingress's requests are written to the access log.
final class AccessLogFamily implements AnnotationFamily {

    private static final String ENABLE = "enable-access-log";

    @Override
    public Set<String> names() {
        return Set.of(ENABLE);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        return annotations.read(ENABLE, ValueType.BOOLEAN).orElse(true)
                ? List.of()
                : List.of(new Effect.Enforce(new Unlogged()));
    }
}
