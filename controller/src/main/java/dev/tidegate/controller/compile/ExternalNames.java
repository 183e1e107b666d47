package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that a compilation will ask for: those of Services of type ExternalName that Ingresses of our class
/// use, and the default backend's. A resolver needs to know no other.
///
/// `names`: of each Service that is a name, that name. `using`: of each Ingress of ours that uses such a Service,
/// which. Made from the one before, it looks at what changed only; only if a Service becomes a name, or is one no
/// more, or the classes changed, are all Ingresses looked at.
public record ExternalNames(Snapshot seen, Map<ObjectKey, String> names, Map<ObjectKey, Set<ObjectKey>> using) {

    public static final ExternalNames NONE = new ExternalNames(Snapshot.EMPTY, Map.of(), Map.of());

    public ExternalNames {
        names = Map.copyOf(names);
        using = Map.copyOf(using);
    }

    /// Who uses a name: the Services that bear it, and the Ingresses that name those.
    public record Users(Set<ObjectKey> services, Set<ObjectKey> ingresses) {
        public Users {
            services = Set.copyOf(services);
            ingresses = Set.copyOf(ingresses);
        }
    }

    /// Pure and total; objects that are malformed name nothing.
    public ExternalNames next(Snapshot snapshot, CompilerOptions options) {
        if (!options.externalNames()) {
            return NONE;
        }
        Map<ObjectKey, String> namesNow = namesNow(snapshot);
        boolean others = !namesNow.keySet().equals(names.keySet())
                || !Same.instance(snapshot.ingressClasses(), seen.ingressClasses());
        Map<ObjectKey, Set<ObjectKey>> usingNow = new HashMap<>(using);
        IngressClasses classes = IngressClasses.of(snapshot.ingressClasses(), options);
        if (namesNow.isEmpty()) {
            usingNow.clear();
        } else if (others) {
            usingNow.clear();
            snapshot.ingresses().forEach((key, now) -> note(key, now, classes, namesNow.keySet(), usingNow));
        } else {
            snapshot.ingresses()
                    .changesSince(
                            seen.ingresses(), (key, _, now) -> note(key, now, classes, namesNow.keySet(), usingNow));
        }
        return new ExternalNames(snapshot, namesNow, usingNow);
    }

    private Map<ObjectKey, String> namesNow(Snapshot snapshot) {
        Map<ObjectKey, String> now = new HashMap<>(names);
        snapshot.services().changesSince(seen.services(), (key, _, service) -> {
            now.remove(key);
            if (service != null) {
                name(key, service).ifPresent(name -> now.put(key, name));
            }
        });
        return now;
    }

    /// A fault is the compiler's to tell, when it meets it.
    private static Optional<String> name(ObjectKey key, Service service) {
        return Guard.over(
                ResourceRef.of("Service", key.namespace(), key.name()),
                () -> ExternalTarget.isName(service)
                                && ExternalName.parse(service.getSpec().getExternalName())
                                        instanceof ExternalName.Named named
                        ? Optional.of(named.name())
                        : Optional.empty(),
                _ -> Optional.empty());
    }

    private static void note(
            ObjectKey key,
            @Nullable Ingress ingress,
            IngressClasses classes,
            Set<ObjectKey> named,
            Map<ObjectKey, Set<ObjectKey>> using) {
        using.remove(key);
        if (ingress != null) {
            Set<ObjectKey> services = services(key, ingress);
            services.retainAll(named);
            if (!services.isEmpty()
                    && classes.decide(ingress, IngressReader.ref(key)).ours()) {
                using.put(key, Set.copyOf(services));
            }
        }
    }

    /// Each name that is in use, and by whom.
    public Map<String, Users> users(CompilerOptions options) {
        Map<String, Set<ObjectKey>> services = new HashMap<>();
        Map<String, Set<ObjectKey>> ingresses = new HashMap<>();
        options.defaultBackendService().filter(names::containsKey).ifPresent(service -> add(service, services));
        using.forEach((ingress, used) -> used.forEach(service -> {
            add(service, services);
            ingresses
                    .computeIfAbsent(names.getOrDefault(service, ""), _ -> new HashSet<>())
                    .add(ingress);
        }));
        Map<String, Users> users = new HashMap<>();
        services.forEach((name, those) -> users.put(name, new Users(those, ingresses.getOrDefault(name, Set.of()))));
        return Map.copyOf(users);
    }

    private void add(ObjectKey service, Map<String, Set<ObjectKey>> to) {
        to.computeIfAbsent(names.getOrDefault(service, ""), _ -> new HashSet<>())
                .add(service);
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
