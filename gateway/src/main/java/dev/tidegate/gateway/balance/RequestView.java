package dev.tidegate.gateway.balance;

import org.jspecify.annotations.Nullable;

/// What a request says of itself, as far as anybody asks who decides where it goes.
///
/// Threads: that of the request.
public interface RequestView {

    /// Path and query, as they are forwarded.
    String target();

    String path();

    /// Without a port, in lower case.
    String host();

    String clientAddress();

    String method();

    String scheme();

    /// All lines of the field as one list; null if there is none.
    @Nullable
    String header(String name);

    /// As the client wrote it; null if there is none of that name.
    @Nullable
    String cookie(String name);
}
