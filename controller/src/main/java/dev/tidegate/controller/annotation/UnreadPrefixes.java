package dev.tidegate.controller.annotation;

import dev.tidegate.controller.annotation.KnownNames.Rule;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Annotations of ingress-nginx under a prefix that is not read: the one that it had before 2018, or its own where
/// `--annotations-prefix` names another. They look as if they were in effect, so they are told; ingress-nginx does not
/// read them either.
final class UnreadPrefixes {

    private static final List<String> PREFIXES = List.of("nginx.ingress.kubernetes.io", "ingress.kubernetes.io");

    private UnreadPrefixes() {}

    static List<Diagnostic> report(ResourceRef ingress, Map<String, String> annotations, List<String> prefixes) {
        return new TreeMap<>(annotations)
                .keySet().stream()
                        .filter(key -> isUnread(key, prefixes))
                        .map(key -> Diagnostic.warning(
                                ingress,
                                "metadata.annotations[" + key + "]",
                                DiagnosticReason.UNSUPPORTED_ANNOTATION,
                                "a prefix that is not read; instead: " + prefixes.getLast() + "/" + name(key)))
                        .toList();
    }

    /// Other controllers use the old prefix too, with names of their own.
    static boolean isUnread(String key, List<String> prefixes) {
        return PREFIXES.stream().anyMatch(prefix -> key.startsWith(prefix + "/") && !prefixes.contains(prefix))
                && KnownNames.ANNOTATIONS
                        .find(name(key))
                        .filter(known -> known.rule() != Rule.OWN)
                        .isPresent();
    }

    private static String name(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
