package dev.tidegate.controller.audit;

import dev.tidegate.controller.annotation.AnnotationVerdicts;
import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From objects, and what was compiled of them, to an estate.
///
/// Objects may be malformed; what cannot be read is left out here, and is a diagnostic there.
final class EstateReader {

    private static final String LEGACY = "kubernetes.io/ingress.class";

    private final Snapshot snapshot;
    private final Compilation compilation;
    private final CompilerOptions options;
    private final Map<ResourceRef, List<Diagnostic>> said;

    private EstateReader(Snapshot snapshot, Compilation compilation, CompilerOptions options) {
        this.snapshot = snapshot;
        this.compilation = compilation;
        this.options = options;
        this.said = compilation.diagnostics().stream().collect(Collectors.groupingBy(Diagnostic::source));
    }

    static Estate read(Snapshot snapshot, Compilation compilation, CompilerOptions options) {
        return new EstateReader(snapshot, compilation, options).estate();
    }

    private Estate estate() {
        List<OwnIngress> ours = new ArrayList<>();
        TreeMap<String, Integer> others = new TreeMap<>();
        snapshot.ingresses().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ObjectKey, Ingress> it) -> age(it.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> {
                    if (compilation.ingresses().foreign(entry.getKey())) {
                        others.merge(classOf(entry.getValue()), 1, Integer::sum);
                    } else {
                        ours.add(ingress(entry.getKey(), entry.getValue()));
                    }
                });
        return Estate.of(ours, settings(), others);
    }

    /// Times as Kubernetes writes them are in order as texts; one without is as old as can be.
    private static String age(Ingress ingress) {
        String created = ingress.getMetadata().getCreationTimestamp();
        return created == null ? "" : created;
    }

    private static String classOf(Ingress ingress) {
        String field = ingress.getSpec() == null ? null : ingress.getSpec().getIngressClassName();
        return field == null ? annotations(ingress).getOrDefault(LEGACY, "") : field;
    }

    private OwnIngress ingress(ObjectKey key, Ingress ingress) {
        ResourceRef ref = ResourceRef.of("Ingress", key.namespace(), key.name());
        List<Diagnostic> about = said.getOrDefault(ref, List.of());
        IngressSpec spec = ingress.getSpec();
        return new OwnIngress(
                ref,
                spec == null ? List.of() : paths(key, spec),
                spec != null && spec.getTls() != null && !spec.getTls().isEmpty(),
                AnnotationVerdicts.byName(annotations(ingress), options.annotationPrefixes()),
                AnnotationVerdicts.of(annotations(ingress), options.annotationPrefixes(), about),
                about);
    }

    private static Map<String, String> annotations(Ingress ingress) {
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    private static List<OwnIngress.Path> paths(ObjectKey key, IngressSpec spec) {
        List<OwnIngress.Path> paths = new ArrayList<>();
        for (IngressRule rule : some(spec.getRules())) {
            if (rule != null && rule.getHttp() != null) {
                String host = rule.getHost() == null || rule.getHost().isEmpty() ? "*" : rule.getHost();
                for (HTTPIngressPath path : some(rule.getHttp().getPaths())) {
                    if (path != null) {
                        paths.add(new OwnIngress.Path(
                                host,
                                path.getPath() == null || path.getPath().isEmpty() ? "/" : path.getPath(),
                                path.getPathType() == null ? "ImplementationSpecific" : path.getPathType(),
                                service(key, path.getBackend())));
                    }
                }
            }
        }
        return paths;
    }

    private static <T> List<T> some(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String service(ObjectKey ingress, @Nullable IngressBackend backend) {
        if (backend == null || backend.getService() == null) {
            return "";
        }
        String port = Optional.ofNullable(backend.getService().getPort())
                .map(it -> it.getName() == null ? String.valueOf(it.getNumber()) : it.getName())
                .orElse("");
        return ingress.namespace() + "/" + backend.getService().getName() + ":" + port;
    }

    private Map<String, String> settings() {
        return options.configMap()
                .flatMap(key -> Optional.ofNullable(snapshot.configMaps().get(key)))
                .map(ConfigMap::getData)
                .map(data -> data.entrySet().stream()
                        .filter(it -> it.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .orElse(Map.of());
    }
}
