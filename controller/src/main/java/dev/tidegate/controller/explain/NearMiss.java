package dev.tidegate.controller.explain;

import dev.tidegate.gateway.table.PathMatch;
import java.util.Optional;

/// A path match that does not take a path, but nearly.
record NearMiss(CauseReason reason, String message) {

    /// Shape: a rule's match and a request's path → how near it is; empty if it takes it, or is far.
    static Optional<NearMiss> of(PathMatch rule, String path) {
        if (rule.matches(path)) {
            return Optional.empty();
        }
        return switch (rule) {
            case PathMatch.Exact exact -> ofExact(exact, path);
            case PathMatch.Prefix prefix -> ofPrefix(prefix, path);
            case PathMatch.Regex _ -> Optional.empty();
        };
    }

    private static Optional<NearMiss> ofExact(PathMatch.Exact rule, String path) {
        if (rule.path().equalsIgnoreCase(path)) {
            return found(CauseReason.PATH_CASE, "Exact " + rule.path() + " does not take " + path + ": case counts");
        }
        if (path.equals(rule.path() + "/") || rule.path().equals(path + "/")) {
            return found(
                    CauseReason.TRAILING_SLASH,
                    "Exact " + rule.path() + " does not take " + path + ": a trailing slash counts (expected:"
                            + " pathType Prefix, or both paths)");
        }
        if (new PathMatch.Prefix(rule.path()).matches(path)) {
            return found(
                    CauseReason.EXACT_PATH,
                    "Exact " + rule.path() + " does not take " + path + " (expected: pathType Prefix)");
        }
        return Optional.empty();
    }

    private static Optional<NearMiss> ofPrefix(PathMatch.Prefix rule, String path) {
        String elements = rule.elements();
        boolean alike = path.regionMatches(true, 0, elements, 0, elements.length());
        if (!alike) {
            return Optional.empty();
        }
        boolean whole = path.length() == elements.length() || path.charAt(elements.length()) == '/';
        return whole
                ? found(CauseReason.PATH_CASE, "Prefix " + rule.path() + " does not take " + path + ": case counts")
                : found(
                        CauseReason.PATH_ELEMENT,
                        "Prefix " + rule.path() + " does not take " + path + ": prefixes are taken by whole path"
                                + " elements");
    }

    private static Optional<NearMiss> found(CauseReason reason, String message) {
        return Optional.of(new NearMiss(reason, message));
    }
}
