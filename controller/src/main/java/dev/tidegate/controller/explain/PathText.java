package dev.tidegate.controller.explain;

import dev.tidegate.gateway.table.PathMatch;

/// A path match as a manifest says it: `Exact /cart`.
public final class PathText {

    private PathText() {}

    public static String of(PathMatch match) {
        return switch (match) {
            case PathMatch.Exact exact -> "Exact " + exact.path();
            case PathMatch.Prefix prefix -> "Prefix " + prefix.path();
        };
    }
}
