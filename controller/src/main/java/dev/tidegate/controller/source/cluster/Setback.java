package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Why a request to the API server came to nothing, in the terms of what to do next. `reason` is one line.
///
/// Source: Kubernetes API conventions, "HTTP status codes"; API concepts, "410 Gone responses".
sealed interface Setback {

    String reason();

    /// 403: the answer is no. It may be another one when somebody has changed a role.
    record Refused(String reason) implements Setback {}

    /// 404: what was asked for is not there, as a kind whose definition is not installed.
    record Absent(String reason) implements Setback {}

    /// 410: what was to be continued is forgotten; begin anew.
    record Expired(String reason) implements Setback {}

    /// 400 or 422: this server does not know what the request asks for.
    record NotUnderstood(String reason) implements Setback {}

    /// Any other status: not now. `notBefore`: as the server asks by Retry-After.
    record NotNow(String reason, Optional<Duration> notBefore) implements Setback {}

    /// No answer at all.
    record Unreachable(String reason) implements Setback {}

    static Setback of(HttpResponse<?> response) {
        return of(response.code(), retryAfter(response.header("Retry-After")));
    }

    static Setback of(int status, Optional<Duration> retryAfter) {
        String reason = "status " + status;
        return switch (status) {
            case HttpURLConnection.HTTP_FORBIDDEN -> new Refused(reason);
            case HttpURLConnection.HTTP_NOT_FOUND -> new Absent(reason);
            case HttpURLConnection.HTTP_GONE -> new Expired(reason);
            case HttpURLConnection.HTTP_BAD_REQUEST, 422 -> new NotUnderstood(reason);
            default -> new NotNow(reason, retryAfter);
        };
    }

    static Setback of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Unreachable(message.lines().findFirst().orElse("").strip());
    }

    /// The API server gives seconds, never a date.
    private static Optional<Duration> retryAfter(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,4}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                : Optional.empty();
    }
}
