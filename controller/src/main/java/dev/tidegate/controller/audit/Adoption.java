package dev.tidegate.controller.audit;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// As if the Ingresses of ingress-nginx were ours: those of its IngressClasses, of the class `nginx` also where no such
/// object is among the manifests, and those that name it by the annotation of old. Nothing is written anywhere.
public final class Adoption {

    private static final String NGINX = "nginx";
    private static final String NGINX_CONTROLLER = "k8s.io/ingress-nginx";
    private static final String LEGACY = "kubernetes.io/ingress.class";

    private Adoption() {}

    /// Shape: objects as they are → the same, with the classes of ingress-nginx as ours beside our own.
    public static Snapshot of(Snapshot snapshot, CompilerOptions options) {
        return snapshot.applying(new Snapshot(
                ingresses(snapshot),
                classes(snapshot, options),
                Snapshot.EMPTY.services(),
                Snapshot.EMPTY.endpointSlices(),
                Snapshot.EMPTY.secrets(),
                Snapshot.EMPTY.configMaps(),
                Snapshot.EMPTY.namespaces(),
                Snapshot.EMPTY.findings()));
    }

    private static PersistentMap<String, IngressClass> classes(Snapshot snapshot, CompilerOptions options) {
        PersistentMap<String, IngressClass> ours = PersistentMap.empty();
        for (String name : new String[] {NGINX, options.ingressClass()}) {
            if (!snapshot.ingressClasses().containsKey(name)) {
                ours = ours.with(name, ours(new IngressClassBuilder(), name, options));
            }
        }
        for (Map.Entry<String, IngressClass> entry : snapshot.ingressClasses().entrySet()) {
            if (NGINX_CONTROLLER.equals(controller(entry.getValue()))) {
                ours = ours.with(
                        entry.getKey(), ours(new IngressClassBuilder(entry.getValue()), entry.getKey(), options));
            }
        }
        return ours;
    }

    private static IngressClass ours(IngressClassBuilder builder, String name, CompilerOptions options) {
        return builder.editOrNewMetadata()
                .withName(name)
                .endMetadata()
                .editOrNewSpec()
                .withController(options.controllerClass())
                .endSpec()
                .build();
    }

    private static @Nullable String controller(IngressClass object) {
        return object.getSpec() == null ? null : object.getSpec().getController();
    }

    /// Those that name the class in the old way name it in the new one.
    private static PersistentMap<ObjectKey, Ingress> ingresses(Snapshot snapshot) {
        PersistentMap<ObjectKey, Ingress> renamed = PersistentMap.empty();
        for (Map.Entry<ObjectKey, Ingress> entry : snapshot.ingresses().entrySet()) {
            Ingress ingress = entry.getValue();
            Map<String, String> annotations = ingress.getMetadata().getAnnotations();
            boolean byAnnotation = annotations != null && NGINX.equals(annotations.get(LEGACY));
            boolean byField = ingress.getSpec() != null && ingress.getSpec().getIngressClassName() != null;
            if (byAnnotation && !byField) {
                renamed = renamed.with(
                        entry.getKey(),
                        new IngressBuilder(ingress)
                                .editOrNewSpec()
                                .withIngressClassName(NGINX)
                                .endSpec()
                                .build());
            }
        }
        return renamed;
    }
}
