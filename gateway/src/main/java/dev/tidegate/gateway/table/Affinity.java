package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// A client's requests go to the endpoint that its first one went to, which a cookie says.
///
/// `changesOnFailure`: where that endpoint fails, another takes the session over; else it is only asked again. Source:
/// ingress-nginx, `affinity: cookie`.
public record Affinity(Mode mode, SessionCookie cookie, boolean changesOnFailure) implements Balancing {

    public enum Mode {
        /// The cookie holds a key, and the key leads to an endpoint: where endpoints come, some sessions move to them.
        BALANCED,
        /// The cookie names the endpoint: a session moves only where that has gone.
        PERSISTENT
    }

    public Affinity {
        requireNonNull(mode);
        requireNonNull(cookie);
    }
}
