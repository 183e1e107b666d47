package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.List;
import java.util.Optional;

/// What the command line decides about compiling. Flags bear the names that ingress-nginx gives them.
///
/// `annotationPrefixes`: the prefixes under which annotations are read, the stronger first. `loopbackEndpoints`:
/// whether endpoints may be loopback addresses, as they may in a folder of manifests and may not in a cluster.
/// `externalNames`: whether Services of type ExternalName are backends. `locality`: where this gateway is, if
/// endpoints that are hinted to be near are to be preferred. `networkPolicy`: what is made of network policies where no
/// setting says otherwise. `ownPod`: the gateway's, if it is known. `records`: whether DNS records are ours to keep, so
/// that what external-dns's annotations ask for is looked at.
public record CompilerOptions(
        String ingressClass,
        String controllerClass,
        boolean ingressClassByName,
        boolean watchIngressWithoutClass,
        List<String> annotationPrefixes,
        Optional<ObjectKey> configMap,
        Optional<ObjectKey> defaultBackendService,
        Optional<ObjectKey> defaultSslCertificate,
        boolean loopbackEndpoints,
        boolean externalNames,
        Locality locality,
        PolicyMode networkPolicy,
        Optional<ObjectKey> ownPod,
        boolean records) {

    public static final CompilerOptions DEFAULT = new CompilerOptions(
            "tidegate",
            "tidegate.dev/ingress-controller",
            false,
            false,
            List.of("tidegate.dev", "nginx.ingress.kubernetes.io"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            true,
            Locality.ANYWHERE,
            PolicyMode.EXPLAIN,
            Optional.empty());

    public CompilerOptions {
        requireNonNull(ingressClass);
        requireNonNull(controllerClass);
        annotationPrefixes = List.copyOf(annotationPrefixes);
        requireNonNull(configMap);
        requireNonNull(defaultBackendService);
        requireNonNull(defaultSslCertificate);
        requireNonNull(locality);
        requireNonNull(networkPolicy);
        requireNonNull(ownPod);
    }

    /// One that leaves DNS records to others.
    public CompilerOptions(
            String ingressClass,
            String controllerClass,
            boolean ingressClassByName,
            boolean watchIngressWithoutClass,
            List<String> annotationPrefixes,
            Optional<ObjectKey> configMap,
            Optional<ObjectKey> defaultBackendService,
            Optional<ObjectKey> defaultSslCertificate,
            boolean loopbackEndpoints,
            boolean externalNames,
            Locality locality,
            PolicyMode networkPolicy,
            Optional<ObjectKey> ownPod) {
        this(
                ingressClass,
                controllerClass,
                ingressClassByName,
                watchIngressWithoutClass,
                annotationPrefixes,
                configMap,
                defaultBackendService,
                defaultSslCertificate,
                loopbackEndpoints,
                externalNames,
                locality,
                networkPolicy,
                ownPod,
                false);
    }

    /// The same, with DNS records to keep.
    public CompilerOptions keepingRecords() {
        return new CompilerOptions(
                ingressClass,
                controllerClass,
                ingressClassByName,
                watchIngressWithoutClass,
                annotationPrefixes,
                configMap,
                defaultBackendService,
                defaultSslCertificate,
                loopbackEndpoints,
                externalNames,
                locality,
                networkPolicy,
                ownPod,
                true);
    }
}
