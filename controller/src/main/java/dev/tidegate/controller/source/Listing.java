package dev.tidegate.controller.source;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// The last list of Ingresses that a namespace had a part in. `scope`: which list that is, the same for namespaces that
/// are listed together. `age`: how long ago it was; what is missing since then may have been missing in the list,
/// rather than seen deleted.
public record Listing(String scope, Duration age) {

    /// Of a source that lists everything with every look.
    public static final Listing EVERY_LOOK = new Listing("", Duration.ZERO);

    public Listing {
        requireNonNull(scope);
        requireNonNull(age);
    }
}
