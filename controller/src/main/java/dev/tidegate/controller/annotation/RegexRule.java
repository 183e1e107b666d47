package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

/// Whether an Ingress asks for its paths to be regular expressions, and whether they make those of others ones too.
///
/// Source: ingress-nginx `use-regex`.
public record RegexRule(boolean asked, RegexScope scope) {

    static final RegexRule DEFAULT = new RegexRule(false, RegexScope.HOST);

    public RegexRule {
        requireNonNull(scope);
    }
}
