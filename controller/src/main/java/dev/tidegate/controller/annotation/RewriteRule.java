package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Rewrite;
import dev.tidegate.gateway.table.Template;
import java.util.Optional;

/// The path that the backends of an Ingress receive, whatever the request's is below the rule's.
///
/// Source: ingress-nginx: a target that is the rule's own path rewrites nothing.
public record RewriteRule(String target) {

    public RewriteRule {
        requireNonNull(target);
    }

    public Optional<Rewrite> on(String rulePath) {
        return rulePath.equals(target) ? Optional.empty() : Optional.of(new Rewrite(Template.of(target)));
    }
}
