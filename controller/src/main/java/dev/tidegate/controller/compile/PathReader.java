package dev.tidegate.controller.compile;

import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.PathPattern;
import dev.tidegate.gateway.table.RequestPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import java.util.Optional;
import java.util.regex.Pattern;

/// From `path` and `pathType` to a path match.
///
/// Source: Ingress v1, as the API server validates it: `Exact` and `Prefix` are written in normal form. We take
/// `ImplementationSpecific` as `Prefix`, and an absent path as `/`. Expressions are as [PathPattern] says.
final class PathReader {

    private static final Pattern NOT_NORMAL = Pattern.compile("//|/\\./|/\\.\\./|%2[fF]|/\\.\\.?$|\\?");
    private static final Pattern LOOKS_LIKE_REGEX = Pattern.compile("[\\^$*+?()\\[\\]{}|\\\\]");

    private PathReader() {}

    private enum Type {
        EXACT,
        PREFIX,
        OURS
    }

    /// Of an Ingress that asks for no expression.
    static Optional<PathMatch> read(HTTPIngressPath path, String field, Findings findings) {
        String text = path.getPath() == null ? "" : path.getPath();
        return type(path, field, findings).flatMap(type -> switch (type) {
            case EXACT -> normal(text, field, findings).map(PathMatch.Exact::new);
            case PREFIX -> normal(text, field, findings).map(PathMatch.Prefix::new);
            case OURS -> literal(text, field, findings).map(PathMatch.Prefix::new);
        });
    }

    /// Of an Ingress that asks for expressions: each type means one.
    static Optional<PathMatch> readRegex(HTTPIngressPath path, String field, Findings findings) {
        return type(path, field, findings).flatMap(_ -> regex(text(path), field, findings));
    }

    /// As it is written; an absent one is `/`.
    static String text(HTTPIngressPath path) {
        return path.getPath() == null || path.getPath().isEmpty() ? "/" : path.getPath();
    }

    private static Optional<PathMatch> regex(String text, String field, Findings findings) {
        try {
            return Optional.of(PathMatch.Regex.of(text));
        } catch (IllegalArgumentException wrong) {
            findings.error(field + ".path", DiagnosticReason.INVALID_FIELD, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<Type> type(HTTPIngressPath path, String field, Findings findings) {
        String type = path.getPathType() == null ? "" : path.getPathType();
        return switch (type) {
            case "Exact" -> Optional.of(Type.EXACT);
            case "Prefix" -> Optional.of(Type.PREFIX);
            case "ImplementationSpecific" -> Optional.of(Type.OURS);
            case "" -> {
                findings.warning(
                        field + ".pathType",
                        DiagnosticReason.INVALID_FIELD,
                        "none, taken as Prefix (expected: Exact, Prefix or ImplementationSpecific)");
                yield Optional.of(Type.OURS);
            }
            default -> {
                findings.error(
                        field + ".pathType",
                        DiagnosticReason.INVALID_FIELD,
                        type + " (expected: Exact, Prefix or ImplementationSpecific)");
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> normal(String path, String field, Findings findings) {
        if (!path.startsWith("/") || NOT_NORMAL.matcher(path).find()) {
            findings.error(
                    field + ".path",
                    DiagnosticReason.INVALID_FIELD,
                    path + " (expected: a leading /, and no //, /./, /../, %2F or ? in it)");
            return Optional.empty();
        }
        warnOfStar(path, field, findings);
        return ofRule(path, field, findings);
    }

    private static Optional<String> literal(String path, String field, Findings findings) {
        if (path.endsWith("/*")) {
            warnOfStar(path, field, findings);
        } else if (looksLikeRegex(path)) {
            findings.warning(
                    field + ".path",
                    DiagnosticReason.INVALID_FIELD,
                    path
                            + " is taken literally, as a prefix (expected: the annotation use-regex or rewrite-target,"
                            + " if it is a regular expression)");
        }
        return ofRule(path.isEmpty() ? "/" : path, field, findings);
    }

    private static boolean looksLikeRegex(String path) {
        return LOOKS_LIKE_REGEX.matcher(path).find();
    }

    private static void warnOfStar(String path, String field, Findings findings) {
        if (path.endsWith("/*")) {
            findings.warning(
                    field + ".path",
                    DiagnosticReason.INVALID_FIELD,
                    path + " is taken literally (expected: " + withoutStar(path)
                            + " with pathType Prefix, which needs no star)");
        }
    }

    private static String withoutStar(String path) {
        String prefix = path.substring(0, path.length() - 2);
        return prefix.isEmpty() ? "/" : prefix;
    }

    private static Optional<String> ofRule(String path, String field, Findings findings) {
        String normal = RequestPath.ofRule(path);
        if (normal == null) {
            findings.error(
                    field + ".path",
                    DiagnosticReason.INVALID_FIELD,
                    path + " (expected: a path that a request can have)");
        }
        return Optional.ofNullable(normal);
    }
}
