package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Why there is no answer: the status of HTTP, a reason that stays, a line for people, and what was perhaps meant.
public record ErrorView(int status, String reason, String message, List<String> near) {
    public ErrorView {
        requireNonNull(reason);
        requireNonNull(message);
        near = near == null ? List.of() : List.copyOf(near);
    }
}
