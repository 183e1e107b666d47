package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

/// The request as it was understood: `host` as hosts are compared, `path` as it is matched.
public record Asked(String method, String url, String host, String path) {
    public Asked {
        requireNonNull(method);
        requireNonNull(url);
        requireNonNull(host);
        requireNonNull(path);
    }
}
