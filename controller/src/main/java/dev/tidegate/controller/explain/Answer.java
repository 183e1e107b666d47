package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Reason;
import org.jspecify.annotations.Nullable;

/// What a client would receive: a backend's answer, or one of the gateway's own with its status and reason. `detail`
/// says in words what is missing or in the way, or whose answer it is.
public record Answer(
        String from, @Nullable Integer status, @Nullable String reason, String detail) {

    private static final String BACKEND = "backend";

    public Answer {
        requireNonNull(from);
        requireNonNull(detail);
    }

    static Answer proxied(String detail) {
        return new Answer(BACKEND, null, null, detail);
    }

    static Answer own(Reason reason, int status, String detail) {
        return new Answer("gateway", status, reason.code(), detail);
    }

    static Answer own(Reason reason, String detail) {
        return own(reason, reason.status(), detail);
    }

    public boolean fromBackend() {
        return from.equals(BACKEND);
    }
}
