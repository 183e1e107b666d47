package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// For how long browsers are to ask for nothing but https: the value of `Strict-Transport-Security`, made once. Source:
/// RFC 6797 §6.1.
public record Hsts(String text) {

    public Hsts {
        requireNonNull(text);
    }

    public static Hsts of(long maxAgeSeconds, boolean includeSubDomains, boolean preload) {
        return new Hsts("max-age=" + maxAgeSeconds + (includeSubDomains ? "; includeSubDomains" : "")
                + (preload ? "; preload" : ""));
    }
}
