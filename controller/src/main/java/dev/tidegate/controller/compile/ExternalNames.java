package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names that a compilation will ask for: those of Services of type ExternalName that Ingresses of our class use,
/// and the default backend's. A resolver needs to know no other.
public final class ExternalNames {

    private ExternalNames() {}

    /// Who uses a name: the Services that bear it, and the Ingresses that name those.
    public record Users(Set<ObjectKey> services, Set<ObjectKey> ingresses) {
        public Users {
            services = Set.copyOf(services);
            ingresses = Set.copyOf(ingresses);
        }
    }

    /// Pure and total; objects that are malformed name nothing. Costs next to nothing where no Service is a name.
    public static Map<String, Users> of(Snapshot snapshot, CompilerOptions options) {
        if (!options.externalNames()) {
            return Map.of();
        }
        Map<ObjectKey, String> names = new HashMap<>();
        snapshot.services().forEach((key, service) -> {
            if (ExternalTarget.isName(service)
                    && ExternalName.parse(service.getSpec().getExternalName()) instanceof ExternalName.Named named) {
                names.put(key, named.name());
            }
        });
        return names.isEmpty() ? Map.of() : used(names, snapshot, options);
    }

    private static Map<String, Users> used(Map<ObjectKey, String> names, Snapshot snapshot, CompilerOptions options) {
        Map<ObjectKey, Set<ObjectKey>> users = new HashMap<>();
        options.defaultBackendService()
                .filter(names::containsKey)
                .ifPresent(service -> users.put(service, new HashSet<>()));
        IngressClasses classes = IngressClasses.of(snapshot.ingressClasses(), options);
        snapshot.ingresses().forEach((key, ingress) -> {
            Set<ObjectKey> services = services(key, ingress);
            services.retainAll(names.keySet());
            if (!services.isEmpty()
                    && classes.decide(ingress, IngressReader.ref(key)).ours()) {
                services.forEach(service ->
                        users.computeIfAbsent(service, _ -> new HashSet<>()).add(key));
            }
        });
        return users.keySet().stream()
                .collect(Collectors.groupingBy(names::get, Collectors.toSet()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Users(
                                entry.getValue(),
                                entry.getValue().stream()
                                        .flatMap(service -> users.getOrDefault(service, Set.of()).stream())
                                        .collect(Collectors.toSet()))));
    }

    private static Set<ObjectKey> services(ObjectKey key, Ingress ingress) {
        if (ingress.getSpec() == null) {
            return new HashSet<>();
        }
        List<@Nullable IngressBackend> backends = new ArrayList<>();
        backends.add(ingress.getSpec().getDefaultBackend());
        for (IngressRule rule : Lists.of(ingress.getSpec().getRules())) {
            if (rule != null && rule.getHttp() != null) {
                for (HTTPIngressPath path : Lists.of(rule.getHttp().getPaths())) {
                    backends.add(path == null ? null : path.getBackend());
                }
            }
        }
        Set<ObjectKey> services = new HashSet<>();
        for (IngressBackend backend : backends) {
            if (backend != null
                    && backend.getService() != null
                    && backend.getService().getName() != null) {
                services.add(new ObjectKey(key.namespace(), backend.getService().getName()));
            }
        }
        return services;
    }
}
