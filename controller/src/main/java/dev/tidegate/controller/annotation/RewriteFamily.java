package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.RequestPath;
import dev.tidegate.gateway.table.RewriteRedirect;
import dev.tidegate.gateway.table.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `use-regex`: paths are regular expressions; `rewrite-target`: the whole path is replaced, and the query stays;
/// `x-forwarded-prefix`: what the backend is told of it.
///
/// Source: ingress-nginx. A value that cannot be read is told, and nothing is rewritten.
final class RewriteFamily implements AnnotationFamily {

    private static final String REGEX = "use-regex";
    private static final String TARGET = "rewrite-target";
    private static final String PREFIX = "x-forwarded-prefix";
    static final String SCOPE = "regex-scope";

    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9\\-._~/:$]+");
    private static final Pattern URL = Pattern.compile("https?://[^/:].*");

    @Override
    public Set<String> names() {
        return Set.of(REGEX, TARGET, PREFIX);
    }

    /// A canary's paths are read as its primary's are; they are rewritten as that says.
    @Override
    public Set<String> namesOnCanary() {
        return Set.of(REGEX);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        List<Effect> effects = new ArrayList<>();
        boolean asked = annotations.read(REGEX, ValueType.BOOLEAN).orElse(false);
        effects.add(new Effect.MatchByRegex(new RegexRule(asked, settings.regexScope())));
        Optional<Template> target = target(annotations);
        Optional<Template> prefix = template(annotations, PREFIX, "nothing is added");
        target.ifPresent(it -> effects.add(new Effect.RewriteTo(new RewriteRule(it, prefix))));
        if (prefix.isPresent() && annotations.text(TARGET).isEmpty()) {
            annotations.warning(
                    PREFIX,
                    DiagnosticReason.INVALID_ANNOTATION,
                    prefix.get().text() + " is told to the backend of paths that are rewritten, and none is (expected:"
                            + " rewrite-target beside it)");
        }
        return effects;
    }

    private static Optional<Template> target(ValueReader annotations) {
        Optional<Template> template = template(annotations, TARGET, "nothing is rewritten");
        if (template.isEmpty() || RewriteRedirect.isUrl(template.get().text())) {
            return template.filter(it -> isUrl(it, annotations));
        }
        Template target = template.get();
        String normal = target.isFixed() ? RequestPath.ofRule(target.text()) : "";
        boolean rooted = target.text().startsWith("/") || target.text().startsWith("$");
        if (normal == null || !rooted) {
            refuse(annotations, TARGET, target.text(), "nothing is rewritten");
            return Optional.empty();
        }
        return Optional.of(target.isFixed() ? Template.of(normal) : target);
    }

    private static boolean isUrl(Template target, ValueReader annotations) {
        if (URL.matcher(target.text()).matches() && !target.asksOfBackend()) {
            return true;
        }
        annotations.error(
                TARGET,
                DiagnosticReason.INVALID_ANNOTATION,
                target.text()
                        + " (expected: a URL with a host, and nothing of a backend, as none is asked); nothing is"
                        + " redirected");
        return false;
    }

    private static Optional<Template> template(ValueReader annotations, String name, String otherwise) {
        String text = annotations.text(name).orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!CHARACTERS.matcher(text).matches()) {
            refuse(annotations, name, text, otherwise);
            return Optional.empty();
        }
        try {
            return Optional.of(Template.of(text));
        } catch (IllegalArgumentException unknown) {
            annotations.error(
                    name,
                    DiagnosticReason.INVALID_ANNOTATION,
                    text + " has " + unknown.getMessage() + "; " + otherwise);
            return Optional.empty();
        }
    }

    private static void refuse(ValueReader annotations, String name, String text, String otherwise) {
        annotations.error(
                name,
                DiagnosticReason.INVALID_ANNOTATION,
                text + " (expected: a path with a leading /, of letters, digits and - . _ ~ / : $); " + otherwise);
    }
}
