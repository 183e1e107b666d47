package dev.tidegate.gateway.observe;

import static java.util.Objects.requireNonNull;

/// Whose request it was: the labels that logs and metrics carry. Empty strings where no route took it.
///
/// `host` is the rule's host (`*` for host-less rules), `path` the rule's path: both bounded by the table, never a
/// client's.
public record RequestOwner(
        String namespace, String ingress, String service, String servicePort, String host, String path) {

    public static final RequestOwner NOBODY = new RequestOwner("", "", "", "", "", "");

    public RequestOwner {
        requireNonNull(namespace);
        requireNonNull(ingress);
        requireNonNull(service);
        requireNonNull(servicePort);
        requireNonNull(host);
        requireNonNull(path);
    }
}
