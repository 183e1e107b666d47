package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.ForwardedPrefix;
import dev.tidegate.gateway.table.Rewrite;
import dev.tidegate.gateway.table.RewriteRedirect;
import dev.tidegate.gateway.table.RoutePolicy;
import dev.tidegate.gateway.table.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of the path of an Ingress's requests: another one, with captures and variables filled, or, if the
/// target is a URL, a redirect there. `prefix`: what the backend is told beside it.
///
/// Source: ingress-nginx: a target that is the rule's own path rewrites nothing.
public record RewriteRule(Template target, Optional<Template> prefix) {

    public RewriteRule {
        requireNonNull(target);
        requireNonNull(prefix);
    }

    /// Does it rewrite the requests of this path?
    public boolean concerns(String rulePath) {
        return !rulePath.equals(target.text());
    }

    public List<RoutePolicy> on(String rulePath) {
        if (!concerns(rulePath)) {
            return List.of();
        }
        if (RewriteRedirect.isUrl(target.text())) {
            return List.of(new RewriteRedirect(target));
        }
        List<RoutePolicy> policies = new ArrayList<>();
        policies.add(new Rewrite(target));
        prefix.map(ForwardedPrefix::new).ifPresent(policies::add);
        return policies;
    }
}
