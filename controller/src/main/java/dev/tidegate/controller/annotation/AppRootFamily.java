package dev.tidegate.controller.annotation;

import java.util.List;
import java.util.Set;

/// `app-root`: where `/` of the Ingress's hosts is sent.
final class AppRootFamily implements AnnotationFamily {

    static final String ROOT = "app-root";

    @Override
    public Set<String> names() {
        return Set.of(ROOT);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        return annotations.read(ROOT, ValueType.ROOTED_PATH).stream()
                .<Effect>map(Effect.RootAt::new)
                .toList();
    }
}
