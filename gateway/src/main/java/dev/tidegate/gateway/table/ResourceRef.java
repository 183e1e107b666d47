package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// The object that asked for something: every compiled value carries one, so every log line can point home.
///
/// `namespace` is empty for a cluster-scoped object. Ordered by kind, namespace, name.
public record ResourceRef(String kind, String namespace, String name) implements Comparable<ResourceRef> {

    public ResourceRef {
        requireNonNull(kind);
        requireNonNull(namespace);
        requireNonNull(name);
    }

    public static ResourceRef of(String kind, String namespace, String name) {
        return new ResourceRef(kind, namespace, name);
    }

    /// `namespace/name`, or the name alone for a cluster-scoped object.
    public String path() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    @Override
    public int compareTo(ResourceRef other) {
        int byKind = kind.compareTo(other.kind);
        int byNamespace = byKind != 0 ? byKind : namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }
}
