package dev.tidegate.controller.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `enable-global-auth`, and the access rules of the global ConfigMap: while those cannot be honoured, every
/// Ingress that they cover is closed. `enable-global-auth: "false"` takes an Ingress out of the authentication, not
/// out of the address lists.
final class GlobalAccessFamily implements AnnotationFamily {

    private static final String NAME = "enable-global-auth";

    @Override
    public Set<String> names() {
        return Set.of(NAME);
    }

    @Override
    public boolean decidesAccess() {
        return true;
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        boolean authenticated = annotations.read(NAME, ValueType.BOOLEAN).orElse(true);
        List<Effect> effects = new ArrayList<>();
        for (String key : settings.accessKeys()) {
            if (authenticated || !key.equals(Settings.GLOBAL_AUTH)) {
                effects.add(new Effect.CloseAccess("the global setting " + key));
            }
        }
        return effects;
    }
}
