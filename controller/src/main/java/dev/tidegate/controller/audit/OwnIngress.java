package dev.tidegate.controller.audit;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.annotation.AnnotationVerdict;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Ingress of the estate, in plain words. `annotations`: by their names without prefix. `said`: what the compiler
/// says is wrong with it.
record OwnIngress(
        ResourceRef ref,
        List<Path> paths,
        boolean tls,
        Map<String, String> annotations,
        List<AnnotationVerdict> verdicts,
        List<Diagnostic> said) {

    /// One path of one rule. `host`: `*` for a rule without one. `service`: `namespace/name:port`.
    record Path(String host, String path, String type, String service) {
        Path {
            requireNonNull(host);
            requireNonNull(path);
            requireNonNull(type);
            requireNonNull(service);
        }

        String text() {
            return host + " " + type + " " + path;
        }
    }

    OwnIngress {
        requireNonNull(ref);
        paths = List.copyOf(paths);
        annotations = Map.copyOf(annotations);
        verdicts = List.copyOf(verdicts);
        said = List.copyOf(said);
    }

    String name() {
        return ref.path();
    }

    List<String> hosts() {
        return paths.stream().map(Path::host).distinct().toList();
    }

    List<String> services() {
        return paths.stream()
                .map(Path::service)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    Optional<String> annotation(String name) {
        return Optional.ofNullable(annotations.get(name));
    }

    boolean has(String... names) {
        for (String name : names) {
            if (annotations.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /// As Go's ParseBool has it.
    boolean says(String name, boolean otherwise) {
        return switch (annotations.getOrDefault(name, "")) {
            case "1", "t", "T", "true", "True", "TRUE" -> true;
            case "0", "f", "F", "false", "False", "FALSE" -> false;
            default -> otherwise;
        };
    }

    /// Does it ask who comes in, or look at addresses?
    boolean guards() {
        return has(
                "auth-type",
                "auth-url",
                "auth-tls-secret",
                "allowlist-source-range",
                "whitelist-source-range",
                "denylist-source-range");
    }

    /// Does one of its paths make its whole host read paths as regular expressions?
    boolean makesRegex(String host) {
        Optional<String> target = annotation("rewrite-target");
        return says("use-regex", false)
                || paths.stream()
                        .filter(it -> it.host().equals(host))
                        .anyMatch(it -> target.isPresent() && !target.get().equals(it.path()));
    }
}
