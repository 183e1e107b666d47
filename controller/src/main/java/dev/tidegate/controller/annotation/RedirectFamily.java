package dev.tidegate.controller.annotation;

import java.util.List;
import java.util.Set;

/// `ssl-redirect`, `force-ssl-redirect`: from http to https.
final class RedirectFamily implements AnnotationFamily {

    private static final String ON_TLS = "ssl-redirect";
    private static final String ALWAYS = "force-ssl-redirect";

    @Override
    public Set<String> names() {
        return Set.of(ON_TLS, ALWAYS);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        RedirectRule global = settings.redirect();
        return List.of(new Effect.RedirectToHttps(new RedirectRule(
                annotations.read(ON_TLS, ValueType.BOOLEAN).orElse(global.onTls()),
                annotations.read(ALWAYS, ValueType.BOOLEAN).orElse(global.always()),
                global.status(),
                global.exemptPaths())));
    }
}
