package dev.tidegate.controller.explain;

import java.util.Locale;

/// What diagnostics do not tell, for nothing is wrong with any object by itself: it is the request that does not fit.
public enum CauseReason {
    /// An Ingress names the host, and belongs to another controller's class.
    OTHER_CLASS,
    /// An Ingress names the host, and a class of which there is no IngressClass.
    NO_SUCH_CLASS,
    /// An Ingress names the host and our class, whose IngressClass names another controller.
    OTHER_CONTROLLER,
    /// An Ingress names the host and no class, and those are not ours.
    NO_CLASS,
    /// No Ingress names the host.
    HOST_NOT_NAMED,
    /// The host is spelled nearly as one that an Ingress names.
    SIMILAR_HOST,
    /// A wildcard stands for one label: not for two, and not for none.
    WILDCARD_DEPTH,
    /// A less exact host has a path for it, but the chosen host's answer is final.
    HOST_IS_FINAL,
    /// No path of the host takes it.
    PATH_NOT_NAMED,
    /// A path would take it if case did not count.
    PATH_CASE,
    /// An exact path differs in its trailing slash alone.
    TRAILING_SLASH,
    /// An exact path would take it if it were a prefix.
    EXACT_PATH,
    /// A prefix is taken by whole path elements.
    PATH_ELEMENT,
    /// The client's address is denied, or not among those that are allowed.
    SOURCE_DENIED,
    /// The path or its host sends its clients elsewhere.
    REDIRECT,
    /// Clear text is sent to https.
    HTTPS_REDIRECT,
    /// The body is larger than the route allows.
    BODY_TOO_LARGE,
    /// The default certificate is presented, for no Ingress lists the host under TLS.
    HOST_WITHOUT_TLS,
    /// The request cannot be read in one way only.
    BAD_REQUEST,
    /// The request asks for something that cannot be proxied.
    UNSUPPORTED_REQUEST;

    /// As diagnostics write theirs: `OtherClass`.
    public String camelCase() {
        StringBuilder out = new StringBuilder();
        for (String word : name().split("_")) {
            out.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }
}
