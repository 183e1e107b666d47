package dev.tidegate.gateway.table;

/// Why the gateway answered a request itself instead of passing on a backend's answer.
///
/// The code is one word everywhere: the `Tidegate-Reason` header, the access log, the metric label, `explain`, and a
/// section of `docs/reasons.md` (a test compares that page with this list). The status is what the client receives.
public enum Reason {
    /// No table has been published yet, so nothing can be said about any host.
    NOT_READY("not-ready", 503),
    /// No Ingress rule names the request's host, and there is no host-less rule or default backend.
    NO_HOST("no-host", 404),
    /// The host is known, but none of its paths match.
    NO_PATH("no-path", 404),
    /// The Service named by the rule does not exist.
    SERVICE_NOT_FOUND("service-not-found", 503),
    /// The Service exists, but has no port of the name or number that the rule gives.
    PORT_NOT_FOUND("port-not-found", 503),
    /// The Service and its port exist, but no endpoint can take a new request.
    NO_ENDPOINTS("no-endpoints", 503),
    /// Network policies keep the gateway from every endpoint, and the gateway was told to honour them.
    POLICY_DENIED("policy-denied", 503),
    /// Network policies keep the client from every endpoint, and the gateway was told to judge clients by them.
    POLICY_DENIED_CLIENT("policy-denied-client", 403),
    /// The rule's backend is of a kind that is not served.
    UNSUPPORTED_BACKEND("unsupported-backend", 503),
    /// The Service is a name elsewhere, and no address of it is known.
    NAME_NOT_RESOLVED("name-not-resolved", 503),
    /// The Service is a name elsewhere, and it leads only to addresses that no backend may have.
    FORBIDDEN_ADDRESS("forbidden-address", 503),
    /// The client has as many requests under way as it may have.
    CONNECTIONS_LIMITED("connections-limited", 503),

    /// The client has asked more often than it may.
    RATE_LIMITED("rate-limited", 503),

    /// An annotation that decides access cannot be honoured, so the route is closed rather than left open.
    ACCESS_UNDECIDABLE("access-undecidable", 503),
    /// The client's address is denied, or not among those that are allowed.
    SOURCE_DENIED("source-denied", 403),

    /// A browser asks whether it may ask, and it may.
    PREFLIGHT("preflight", 204),

    /// The route or its host sends its clients elsewhere.
    REDIRECT("redirect", 302),

    /// The host has TLS and the request came in clear text.
    HTTPS_REDIRECT("https-redirect", 308),
    /// The rewrite's target is a URL, so the request is sent there.
    REWRITE_REDIRECT("rewrite-redirect", 302),
    /// The request's body is larger than the route allows.
    BODY_TOO_LARGE("body-too-large", 413),
    /// The request cannot be understood in one way only: its framing, target or host is malformed or ambiguous.
    BAD_REQUEST("bad-request", 400),
    /// The request line is longer than the limit.
    URI_TOO_LONG("uri-too-long", 414),
    /// The request's header fields are larger than the limit.
    HEADERS_TOO_LARGE("headers-too-large", 431),
    /// The client did not finish its request head or body in time.
    REQUEST_TIMEOUT("request-timeout", 408),
    /// The request names a method or protocol that cannot be proxied.
    UNSUPPORTED_REQUEST("unsupported-request", 501),
    /// The client went away before the answer was complete. Logged, never sent.
    CLIENT_CLOSED("client-closed", 499),
    /// No endpoint accepted a connection.
    CONNECT_FAILED("connect-failed", 502),
    /// No endpoint accepted a connection in time.
    CONNECT_TIMEOUT("connect-timeout", 504),
    /// The endpoint closed or reset the connection before it had answered.
    UPSTREAM_RESET("upstream-reset", 502),
    /// The endpoint answered with something that is not HTTP, or not the HTTP that was asked for.
    UPSTREAM_PROTOCOL("upstream-protocol", 502),
    /// The endpoint did not answer, or fell silent, for longer than the route allows.
    UPSTREAM_TIMEOUT("upstream-timeout", 504),
    /// A fault of the gateway's own; the log has the details.
    INTERNAL("internal", 500);

    private final String code;
    private final int status;

    Reason(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
