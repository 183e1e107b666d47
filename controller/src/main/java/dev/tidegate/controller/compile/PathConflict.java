package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.PathMatch;
import dev.tidegate.gateway.table.ResourceRef;

/// That an Ingress asks for a path of a host that is held already, by another or by itself.
///
/// `field`: where it does; `holderField`: where the holder does. `yields`: would it lose, as it comes after the
/// holder? Else it is the holder who would lose what it has.
public record PathConflict(
        ResourceRef source,
        String field,
        HostPattern host,
        PathMatch path,
        ResourceRef holder,
        String holderField,
        boolean yields) {

    public PathConflict {
        requireNonNull(source);
        requireNonNull(field);
        requireNonNull(host);
        requireNonNull(path);
        requireNonNull(holder);
        requireNonNull(holderField);
    }

    /// Are both about the same path and the same holder, wherever in the Ingress it is asked for?
    public boolean isAbout(PathConflict other) {
        return source.equals(other.source)
                && host.equals(other.host)
                && path.equals(other.path)
                && holder.equals(other.holder);
    }

    public Diagnostic diagnostic() {
        return Diagnostic.error(source, field, DiagnosticReason.PATH_CONFLICT, message());
    }

    private String message() {
        String held = text(path) + " of host " + host.text() + " is held by ";
        if (source.equals(holder)) {
            return held + holderField + " of this Ingress, which stands before it";
        }
        String owner = held + holder.kind() + " " + holder.path() + " (" + holderField + ")";
        return yields
                ? owner + ", which comes first, so this one would not get it"
                : owner + ", which comes after this one and would lose it";
    }

    static String text(PathMatch path) {
        return switch (path) {
            case PathMatch.Exact it -> "Exact " + it.path();
            case PathMatch.Prefix it -> "Prefix " + it.path();
            case PathMatch.Regex it -> "Regex " + it.path();
        };
    }
}
