package dev.tidegate.controller.annotation;

import dev.tidegate.gateway.table.RoutePolicy;
import java.util.List;
import java.util.Set;

/// `ssl-redirect`, `force-ssl-redirect`: from http to https; `preserve-trailing-slash`, `use-port-in-redirects`: to
/// which location.
final class RedirectFamily implements AnnotationFamily {

    private static final String ON_TLS = "ssl-redirect";
    private static final String ALWAYS = "force-ssl-redirect";
    private static final String KEEP_SLASH = "preserve-trailing-slash";
    static final String NAME_PORT = "use-port-in-redirects";

    @Override
    public Set<String> names() {
        return Set.of(ON_TLS, ALWAYS, KEEP_SLASH, NAME_PORT);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        RedirectRule global = settings.redirect();
        return List.of(new Effect.RedirectToHttps(new RedirectRule(
                annotations.read(ON_TLS, ValueType.BOOLEAN).orElse(global.onTls()),
                annotations.read(ALWAYS, ValueType.BOOLEAN).orElse(global.always()),
                new RoutePolicy.HttpsRedirect(
                        global.location().status(),
                        annotations
                                .read(KEEP_SLASH, ValueType.BOOLEAN)
                                .orElse(global.location().keepsTrailingSlash()),
                        annotations
                                .read(NAME_PORT, ValueType.BOOLEAN)
                                .orElse(global.location().namesPort())),
                global.exemptPaths())));
    }
}
