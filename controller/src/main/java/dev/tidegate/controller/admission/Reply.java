package dev.tidegate.controller.admission;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What is sent back for one request. `told`: a line for the log.
public record Reply(int status, String contentType, String body, Outcome outcome, Optional<String> told) {

    public Reply {
        requireNonNull(contentType);
        requireNonNull(body);
        requireNonNull(outcome);
        requireNonNull(told);
    }

    static Reply review(String json, Outcome outcome, Optional<String> told) {
        return new Reply(200, "application/json", json, outcome, told);
    }

    /// One line for people, which is what the API server shows of it.
    public static Reply text(int status, String line, Outcome outcome) {
        return new Reply(status, "text/plain; charset=utf-8", line + "\n", outcome, Optional.empty());
    }
}
