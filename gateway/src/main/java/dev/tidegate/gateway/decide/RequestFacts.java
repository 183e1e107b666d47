package dev.tidegate.gateway.decide;

import static java.util.Objects.requireNonNull;

import dev.tidegate.address.IpAddress;
import org.jspecify.annotations.Nullable;

/// What policies ask of a request.
///
/// `method`: in upper case, as it was sent. `origin`: the value of `Origin`, if there is one. `client`: its address;
/// null if it is not known, and then no policy decides by it. `scheme` and `authority`: as the client used them, as far
/// as anyone is believed; `encrypted`: whether its connection to us is. `path`: as it is matched; `target`: with the
/// query. `length`: of the body, as it says itself, or -1. `httpsPort`: where the https listener is reached.
public record RequestFacts(
        String method,
        @Nullable String origin,
        @Nullable IpAddress client,
        String scheme,
        boolean encrypted,
        String authority,
        String path,
        String target,
        long length,
        int httpsPort) {

    public RequestFacts {
        requireNonNull(method);
        requireNonNull(scheme);
        requireNonNull(authority);
        requireNonNull(path);
        requireNonNull(target);
    }
}
