package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.view.ErrorView;
import java.util.List;

/// A question that gets an error for an answer.
final class ApiRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorView error;

    private ApiRefused(ErrorView error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    static ApiRefused of(int status, String reason, String message) {
        return of(status, reason, message, List.of());
    }

    /// `near`: what was perhaps meant.
    static ApiRefused of(int status, String reason, String message, List<String> near) {
        return new ApiRefused(new ErrorView(status, reason, message, near));
    }

    ErrorView error() {
        return error;
    }
}
