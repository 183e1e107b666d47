package dev.tidegate.controller.annotation;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.Template;
import dev.tidegate.gateway.table.UpstreamHost;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// `upstream-vhost`: the host that backends are asked for.
final class UpstreamHostFamily implements AnnotationFamily {

    private static final String HOST = "upstream-vhost";
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9\\-._:$\\[\\]]{1,500}");

    @Override
    public Set<String> names() {
        return Set.of(HOST);
    }

    @Override
    public List<Effect> read(ValueReader annotations, Settings settings) {
        String text = annotations.text(HOST).orElse("");
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            Template template = Template.of(text);
            if (CHARACTERS.matcher(text).matches() && !template.captures()) {
                return List.of(new Effect.Enforce(new UpstreamHost(template)));
            }
            refuse(annotations, ValueReader.shorten(text) + " (expected: a host, perhaps with a port and variables)");
        } catch (IllegalArgumentException unknown) {
            refuse(annotations, ValueReader.shorten(text) + " has " + unknown.getMessage());
        }
        return List.of();
    }

    private static void refuse(ValueReader annotations, String message) {
        annotations.error(
                HOST, DiagnosticReason.INVALID_ANNOTATION, message + "; backends are asked for the client's host");
    }
}
