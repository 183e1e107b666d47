package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

/// The request that is asked about. `authority` as in `Host`, `path` raw and without the query, as a client sends
/// them.
public record Question(String method, boolean secure, String authority, String path) {
    public Question {
        requireNonNull(method);
        requireNonNull(authority);
        requireNonNull(path);
    }

    /// `GET https://shop.example/cart`
    public String text() {
        return method + " " + (secure ? "https" : "http") + "://" + authority + path;
    }
}
