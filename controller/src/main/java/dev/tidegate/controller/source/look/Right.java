package dev.tidegate.controller.source.look;

import static java.util.Objects.requireNonNull;

/// Something that an account may do or not. `resource`: with its subresource, as `ingresses/status`. `namespace`: empty
/// for all of them. `name`: of the one object, or empty for all.
public record Right(String verb, String group, String resource, String namespace, String name) {
    public Right {
        requireNonNull(verb);
        requireNonNull(group);
        requireNonNull(resource);
        requireNonNull(namespace);
        requireNonNull(name);
    }

    public static Right everywhere(String verb, String group, String resource) {
        return new Right(verb, group, resource, "", "");
    }

    /// As in `list of ingresses.networking.k8s.io in shop`.
    public String text() {
        return verb + " of " + resource + (group.isEmpty() ? "" : "." + group) + (name.isEmpty() ? "" : " " + name)
                + (namespace.isEmpty() ? "" : " in " + namespace);
    }
}
