package dev.tidegate.gateway.decide;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Reason;
import org.jspecify.annotations.Nullable;

/// An answer that the gateway gives itself. `location`: where the client is sent, if it is sent anywhere; it holds no
/// character that a header may not.
public record OwnAnswer(Reason reason, int status, @Nullable String location) {

    public OwnAnswer {
        requireNonNull(reason);
    }

    static OwnAnswer plain(Reason reason) {
        return new OwnAnswer(reason, reason.status(), null);
    }

    static OwnAnswer redirect(Reason reason, int status, String location) {
        return new OwnAnswer(reason, status, location);
    }
}
