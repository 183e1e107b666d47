package dev.tidegate.controller.cli;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Locality;
import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which Ingresses are ours, and what stands where they are silent. The same for every verb that compiles.
final class CompilerFlags {

    private static final String OUR_PREFIX = "tidegate.dev";

    @Option(
            names = "--ingress-class",
            paramLabel = "NAME",
            description = "Our IngressClass, also in the annotation kubernetes.io/ingress.class. Default: tidegate")
    private String ingressClass = CompilerOptions.DEFAULT.ingressClass();

    @Option(
            names = "--controller-class",
            paramLabel = "VALUE",
            description = "IngressClasses with this spec.controller are ours. Default: tidegate.dev/ingress-controller")
    private String controllerClass = CompilerOptions.DEFAULT.controllerClass();

    @Option(
            names = "--ingress-class-by-name",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "An IngressClass named as --ingress-class is ours too, whatever its controller.")
    private boolean ingressClassByName;

    @Option(
            names = "--watch-ingress-without-class",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Ingresses that name no class at all are ours too.")
    private boolean watchIngressWithoutClass;

    @Option(
            names = "--default-ssl-certificate",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "The TLS Secret to serve where no host has one. Default: a self-signed certificate")
    private Optional<ObjectKey> defaultSslCertificate = Optional.empty();

    @Option(
            names = "--default-backend-service",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "The Service that takes what no rule takes. Default: a 404 of our own")
    private Optional<ObjectKey> defaultBackendService = Optional.empty();

    @Option(
            names = "--configmap",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "The ConfigMap of global settings.")
    private Optional<ObjectKey> configMap = Optional.empty();

    @Option(
            names = "--annotations-prefix",
            paramLabel = "PREFIX",
            description = "Annotations are read under this prefix, and under tidegate.dev. Default:"
                    + " nginx.ingress.kubernetes.io")
    private String annotationsPrefix = "nginx.ingress.kubernetes.io";

    @Option(
            names = "--disable-svc-external-name",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Services of type ExternalName are no backends; routes to them answer 503.")
    private boolean disableExternalNames;

    @Option(
            names = "--enable-topology-aware-routing",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Prefer endpoints that are hinted for our node or zone, as kube-proxy does.")
    private boolean topologyAware;

    @Option(
            names = "--node",
            paramLabel = "NAME",
            description = "The node that we run on, for hints. Default: the environment's NODE_NAME")
    private String node = "";

    @Option(
            names = "--zone",
            paramLabel = "NAME",
            description = "The zone that we run in, for hints. Default: the environment's NODE_ZONE")
    private String zone = "";

    @Option(
            names = "--network-policy",
            paramLabel = "MODE",
            converter = FlagTypes.Mode.class,
            description = "What is made of network policies: explain, enforce, auto, client or off. Default: explain")
    private PolicyMode networkPolicy = PolicyMode.EXPLAIN;

    @Option(
            names = "--own-pod",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "Our own pod, for network policies. Default: the environment's POD_NAMESPACE and POD_NAME")
    private Optional<ObjectKey> ownPod = Optional.empty();

    /// `loopbackEndpoints`: may endpoints be loopback addresses? In a folder, not in a cluster.
    CompilerOptions options(boolean loopbackEndpoints) {
        return new CompilerOptions(
                ingressClass,
                controllerClass,
                ingressClassByName,
                watchIngressWithoutClass,
                List.of(OUR_PREFIX, annotationsPrefix),
                configMap,
                defaultBackendService,
                defaultSslCertificate,
                loopbackEndpoints,
                !disableExternalNames,
                topologyAware ? locality(System.getenv()) : Locality.ANYWHERE,
                networkPolicy,
                ownPod.or(() -> ownPod(System.getenv())));
    }

    private static Optional<ObjectKey> ownPod(Map<String, String> environment) {
        String namespace = environment.getOrDefault("POD_NAMESPACE", "");
        String name = environment.getOrDefault("POD_NAME", "");
        return namespace.isBlank() || name.isBlank() ? Optional.empty() : Optional.of(new ObjectKey(namespace, name));
    }

    /// The variables are for the downward API: `spec.nodeName`, and the label `topology.kubernetes.io/zone` that a
    /// pod has of its node since Kubernetes 1.35. So no right on nodes is needed.
    private Locality locality(Map<String, String> environment) {
        return new Locality(
                node.isEmpty() ? environment.getOrDefault("NODE_NAME", "") : node,
                zone.isEmpty() ? environment.getOrDefault("NODE_ZONE", "") : zone);
    }
}
