package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.AnswerRewrite;
import dev.tidegate.gateway.table.AnswerRewrite.Substitution;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `proxy-cookie-domain`, `proxy-cookie-path`, `proxy-redirect-from` and `-to`: what a backend says of itself in its
/// answers, and what clients hear instead.
final class AnswerRewriteFamily implements AnnotationFamily {

    private static final String COOKIE_DOMAIN = "proxy-cookie-domain";
    private static final String COOKIE_PATH = "proxy-cookie-path";
    private static final String FROM = "proxy-redirect-from";
    private static final String TO = "proxy-redirect-to";
    private static final String OFF = "off";

    @Override
    public Set<String> names() {
        return Set.of(COOKIE_DOMAIN, COOKIE_PATH, FROM, TO);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        AnswerRewrite rewrite = new AnswerRewrite(
                pair(annotations, COOKIE_DOMAIN), pair(annotations, COOKIE_PATH), redirect(annotations));
        return rewrite.cookieDomain().isEmpty()
                        && rewrite.cookiePath().isEmpty()
                        && rewrite.location().isEmpty()
                ? List.of()
                : List.of(new Effect.Enforce(rewrite));
    }

    private static Optional<Substitution> pair(ValueReader annotations, String name) {
        return set(annotations, name)
                .flatMap(_ -> annotations.read(name, ValueType.PAIR))
                .map(words -> new Substitution(words.getFirst(), words.getLast()));
    }

    private static Optional<Substitution> redirect(ValueReader annotations) {
        boolean from = set(annotations, FROM).isPresent();
        boolean to = set(annotations, TO).isPresent();
        if (from != to) {
            annotations.error(
                    from ? FROM : TO,
                    DiagnosticReason.INVALID_ANNOTATION,
                    "alone (expected: both, " + FROM + " and " + TO + "); nothing is rewritten");
        }
        return from && to
                ? annotations
                        .read(FROM, ValueType.PREFIX)
                        .flatMap(what -> annotations.read(TO, ValueType.PREFIX).map(by -> new Substitution(what, by)))
                : Optional.empty();
    }

    private static Optional<String> set(ValueReader annotations, String name) {
        return annotations.text(name).filter(text -> !text.equals(OFF));
    }
}
