package dev.tidegate.controller.snapshot;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;

/// Names one object among those of its kind; `namespace` is empty for a cluster-scoped one.
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {

    public ObjectKey {
        requireNonNull(namespace);
        requireNonNull(name);
    }

    public static ObjectKey of(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return new ObjectKey(
                namespace == null ? "" : namespace, object.getMetadata().getName());
    }

    /// From what [#path] makes: neither part has a slash in it.
    public static ObjectKey parse(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? new ObjectKey("", path) : new ObjectKey(path.substring(0, slash), path.substring(slash + 1));
    }

    /// `namespace/name`, or the name alone.
    public String path() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    @Override
    public int compareTo(ObjectKey other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }
}
