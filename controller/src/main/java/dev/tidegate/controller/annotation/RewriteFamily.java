package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.RequestPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `rewrite-target`, as far as it needs no regular expression: the whole path is replaced, and the query stays.
///
/// Source: ingress-nginx. A target with captures, or one that is a URL (which redirects), is refused aloud.
final class RewriteFamily implements AnnotationFamily {

    private static final String TARGET = "rewrite-target";
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9\\-._~/:]*");

    @Override
    public Set<String> names() {
        return Set.of(TARGET);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        String target = annotations.text(TARGET).orElse("");
        if (target.isEmpty()) {
            return List.of();
        }
        if (target.contains("$")) {
            return refuse(
                    annotations,
                    DiagnosticReason.UNSUPPORTED_ANNOTATION,
                    target + " has captures, which are not honoured yet (expected: a path without $); nothing is"
                            + " rewritten");
        }
        if (target.startsWith("http://") || target.startsWith("https://")) {
            return refuse(
                    annotations,
                    DiagnosticReason.UNSUPPORTED_ANNOTATION,
                    target + " would redirect, which is not honoured yet (expected: a path); nothing is redirected");
        }
        return Optional.ofNullable(PATH.matcher(target).matches() ? RequestPath.ofRule(target) : null)
                .<List<Effect>>map(path -> List.of(new Effect.RewriteTo(new RewriteRule(path))))
                .orElseGet(() -> refuse(
                        annotations,
                        DiagnosticReason.INVALID_ANNOTATION,
                        target + " (expected: a path with a leading /, of letters, digits and - . _ ~ / :); nothing is"
                                + " rewritten"));
    }

    private static List<Effect> refuse(ValueReader annotations, DiagnosticReason reason, String message) {
        annotations.error(TARGET, reason, message);
        return List.of();
    }
}
