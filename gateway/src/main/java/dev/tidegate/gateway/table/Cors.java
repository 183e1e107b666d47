package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which origins may read the answers of a route, and what they are told. Source: the Fetch standard, "CORS protocol".
///
/// `origins`: empty for all of them. The texts are the values of the fields, as they are sent; `exposed` is empty if
/// nothing is.
public record Cors(
        List<OriginPattern> origins, String methods, String headers, boolean credentials, String exposed, String maxAge)
        implements RoutePolicy {

    public Cors {
        origins = List.copyOf(origins);
        requireNonNull(methods);
        requireNonNull(headers);
        requireNonNull(exposed);
        requireNonNull(maxAge);
    }

    /// Shape: the value of `Origin`, or null → that of `Access-Control-Allow-Origin`, or null if nothing is allowed.
    public @Nullable String allowed(@Nullable String origin) {
        if (origins.isEmpty()) {
            return "*";
        }
        if (origin != null) {
            for (OriginPattern pattern : origins) {
                if (pattern.matches(origin)) {
                    return origin;
                }
            }
        }
        return null;
    }
}
