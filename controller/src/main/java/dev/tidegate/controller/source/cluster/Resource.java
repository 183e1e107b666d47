package dev.tidegate.controller.source.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.Predicate;

/// A collection that can be listed and watched. `path`: of it, as `/apis/networking.k8s.io/v1/ingresses`. `selector`:
/// what of it, as a part of a query, or empty. `belongs`: the same, in case the server sends more than it was asked
/// for. `resource`: as a role calls it, `ingresses.networking.k8s.io`. `optional`: a server may not have it, or not
/// show it to us, and nothing is wrong then.
record Resource<T extends HasMetadata>(
        String what,
        Class<T> type,
        String path,
        String selector,
        Predicate<T> belongs,
        String resource,
        boolean optional) {

    /// `namespace`: this one's, or all.
    static <T extends HasMetadata> Resource<T> all(Class<T> type, Optional<String> namespace) {
        String version = HasMetadata.getApiVersion(type);
        String plural = HasMetadata.getPlural(type);
        String where =
                namespace.map(it -> "/namespaces/" + ApiServer.encoded(it)).orElse("");
        return new Resource<>(
                HasMetadata.getKind(type) + namespace.map(it -> " in " + it).orElse(""),
                type,
                (version.contains("/") ? "/apis/" : "/api/") + version + where + "/" + plural,
                "",
                namespace
                        .<Predicate<T>>map(
                                it -> object -> it.equals(object.getMetadata().getNamespace()))
                        .orElse(object -> true),
                plural + (HasMetadata.getGroup(type).isEmpty() ? "" : "." + HasMetadata.getGroup(type)),
                false);
    }

    static <T extends HasMetadata> Resource<T> labelled(Class<T> type, String labels) {
        Resource<T> all = all(type, Optional.empty());
        return new Resource<>(
                all.what,
                type,
                all.path,
                "&labelSelector=" + ApiServer.encoded(labels),
                all.belongs,
                all.resource,
                all.optional);
    }

    static <T extends HasMetadata> Resource<T> named(Class<T> type, String namespace, String name) {
        Resource<T> all = all(type, Optional.of(namespace));
        return new Resource<>(
                HasMetadata.getKind(type) + " " + namespace + "/" + name,
                type,
                all.path,
                "&fieldSelector=metadata.name%3D" + ApiServer.encoded(name),
                object -> name.equals(object.getMetadata().getName()) && all.belongs.test(object),
                all.resource,
                all.optional);
    }

    /// The same, if it is there.
    Resource<T> ifThere() {
        return new Resource<>(what, type, path, selector, belongs, resource, true);
    }

    /// Of the same, what this field selector chooses.
    Resource<T> where(String fields) {
        return new Resource<>(
                what,
                type,
                path,
                selector + "&fieldSelector=" + ApiServer.encoded(fields),
                belongs,
                resource,
                optional);
    }
}
