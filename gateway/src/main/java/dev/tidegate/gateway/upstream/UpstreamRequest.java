package dev.tidegate.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/// A request as an endpoint is to receive it. Written by whoever proxies, read once by the connection.
///
/// Threads: the event loop of the connection.
public interface UpstreamRequest {

    HttpMethod method();

    /// Origin-form: path and query.
    String target();

    /// What `Host` or `:authority` shall say.
    String authority();

    /// All fields but the hop-by-hop ones, `Host` and the framing that the connection adds itself.
    void writeHeaders(HeaderSink sink);

    /// Will body bytes follow?
    boolean hasBody();

    /// Is a `Content-Length` among the headers? If not, and there is a body, the connection frames it.
    boolean hasLength();

    /// The protocol to switch to (`websocket`), or null. Only an HTTP/1.1 connection can switch.
    @Nullable
    String upgrade();
}
