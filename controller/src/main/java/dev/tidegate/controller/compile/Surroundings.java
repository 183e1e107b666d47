package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.policy.PolicyMode;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.policy.rule.NetworkPolicy;
import dev.tidegate.policy.verdict.Policies;
import dev.tidegate.policy.verdict.Suggestion;
import dev.tidegate.policy.verdict.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands around a table and did not get into it: claims that lost, Ingresses of other classes, endpoints that
/// take nothing. For those who explain; nothing of it is made before somebody asks.
///
/// Pure; threads: one at a time.
public final class Surroundings {

    private final Snapshot snapshot;
    private final Compilation compilation;
    private final CompilerOptions options;
    private @Nullable Map<BackendId, Backends.Resolved> backends;

    /// Shape: a snapshot, what was compiled of it, and with which options.
    public Surroundings(Snapshot snapshot, Compilation compilation, CompilerOptions options) {
        this.snapshot = requireNonNull(snapshot);
        this.compilation = requireNonNull(compilation);
        this.options = requireNonNull(options);
    }

    /// Who asks for a path of this host, the oldest first. Canaries are none of them: they share a path.
    public List<HostClaim> claims(HostPattern host) {
        return claimants(host).stream()
                .flatMap(claimant -> claimant.claims(host).stream()
                        .filter(claim -> !claim.isCanary())
                        .map(claim -> HostClaim.of(claimant, claim)))
                .toList();
    }

    /// The Ingresses that name this host, the oldest first, be it without a path.
    public List<ResourceRef> ingresses(HostPattern host) {
        return claimants(host).stream().map(Declaration::source).toList();
    }

    /// The Ingresses of this host that have a TLS section, the oldest first.
    public List<ResourceRef> ingressesWithTls(HostPattern host) {
        return claimants(host).stream()
                .filter(Declaration::tls)
                .map(Declaration::source)
                .toList();
    }

    private List<Declaration> claimants(HostPattern host) {
        return compilation.memory().declarations().hosts().of(host);
    }

    /// Who wants this TLS host served with which Secret, the oldest first.
    public List<TlsWish> tlsWishes(String host) {
        Map<ObjectKey, SecretState> secrets =
                compilation.memory().certificates().secrets();
        return compilation.memory().declarations().tlsHosts().of(host).stream()
                .flatMap(claimant -> claimant.tlsClaims(host).stream()
                        .map(claim -> new TlsWish(
                                claimant.source(),
                                claim.hostField(),
                                claim.secretField(),
                                claim.secret(),
                                claim.secret()
                                        .flatMap(name -> Optional.ofNullable(secrets.get(name)))
                                        .flatMap(SecretState::certificate)
                                        .map(certificate -> certificate.id()))))
                .toList();
    }

    /// The Secret of `--default-ssl-certificate`, if that is where this certificate comes from.
    public Optional<ObjectKey> secretOfDefault(String certificateId) {
        return options.defaultSslCertificate()
                .filter(name -> Optional.ofNullable(
                                compilation.memory().certificates().secrets().get(name))
                        .flatMap(SecretState::certificate)
                        .filter(certificate -> certificate.id().equals(certificateId))
                        .isPresent());
    }

    /// The ConfigMap of global settings, if the command line names one.
    public Optional<ResourceRef> configMap() {
        return options.configMap().map(key -> ResourceRef.of("ConfigMap", key.namespace(), key.name()));
    }

    /// The Ingresses that are not ours and name one of these hosts.
    public Stream<Bystander> bystanders(Set<HostPattern> hosts) {
        IngressReader reader = compilation.memory().declarations().reader();
        if (reader == null) {
            return Stream.empty();
        }
        return snapshot.ingresses().entrySet().stream()
                .filter(it -> namesAny(it.getValue(), hosts))
                .filter(it -> !reader.classes()
                        .decide(it.getValue(), IngressReader.ref(it.getKey()))
                        .ours())
                .map(it -> bystander(reader, it.getKey()));
    }

    private static boolean namesAny(Ingress ingress, Set<HostPattern> hosts) {
        if (ingress.getSpec() == null) {
            return false;
        }
        if (ingress.getSpec().getDefaultBackend() != null && hosts.contains(HostPattern.ANY)) {
            return true;
        }
        return Lists.of(ingress.getSpec().getRules()).stream()
                .anyMatch(rule -> rule != null
                        && hosts.contains(HostPattern.parse(rule.getHost() == null ? "" : rule.getHost())));
    }

    private Bystander bystander(IngressReader reader, ObjectKey key) {
        Ingress ingress = requireNonNull(snapshot.ingresses().get(key));
        ResourceRef source = IngressReader.ref(key);
        ClassDispute dispute = ClassDispute.of(ingress, source, snapshot.ingressClasses(), options);
        Declaration asked = reader.readAsOurs(key, ingress);
        Map<HostPattern, List<HostClaim>> hosts = new HashMap<>();
        asked.hosts()
                .forEach((host, claims) -> hosts.put(
                        host,
                        claims.stream()
                                .filter(claim -> !claim.isCanary())
                                .map(it -> HostClaim.of(asked, it))
                                .toList()));
        return new Bystander(source, dispute.why(), dispute.object(), dispute.field(), dispute.message(), hosts);
    }

    /// What the annotations of an Ingress say under this name, whichever prefix they have: the field, if it is set.
    public Optional<String> annotationField(ResourceRef ingress, String name) {
        Ingress object = snapshot.ingresses().get(new ObjectKey(ingress.namespace(), ingress.name()));
        if (object == null || object.getMetadata().getAnnotations() == null) {
            return Optional.empty();
        }
        return options.annotationPrefixes().stream()
                .map(prefix -> prefix + "/" + name)
                .filter(object.getMetadata().getAnnotations()::containsKey)
                .map(key -> "metadata.annotations[" + key + "]")
                .findFirst();
    }

    /// Namespaces, other than this one, that have a Service of this name.
    public List<String> namespacesWithService(ObjectKey service) {
        return snapshot.services().keySet().stream()
                .filter(key ->
                        key.name().equals(service.name()) && !key.namespace().equals(service.namespace()))
                .map(ObjectKey::namespace)
                .sorted()
                .toList();
    }

    /// Names of the Services of a namespace.
    public List<String> servicesIn(String namespace) {
        return snapshot.services().keySet().stream()
                .filter(key -> key.namespace().equals(namespace))
                .map(ObjectKey::name)
                .sorted()
                .toList();
    }

    /// Names of the slices that belong to a Service.
    public List<String> slices(ObjectKey service) {
        return snapshot.endpointSlices().getOrDefault(service, List.of()).stream()
                .map(HasMetadata::getMetadata)
                .map(metadata -> metadata.getName())
                .sorted()
                .toList();
    }

    /// All endpoints of a backend in the table, in order: those that take requests and those that do not.
    public List<EndpointState> endpoints(BackendId id) {
        Backends.Resolved resolved = backends().get(id);
        return resolved == null ? List.of() : EndpointStates.of(resolved);
    }

    /// What a backend makes of network policies.
    public PolicyMode policyMode(BackendId id) {
        Backends.Resolved resolved = backends().get(id);
        PolicyState policies = compilation.memory().backends().policies();
        return resolved == null ? policies.mode() : policies.modeOf(resolved.ref());
    }

    /// Does a route lead to this Service?
    public boolean isBackend(ObjectKey service) {
        return backends().values().stream()
                .anyMatch(resolved -> resolved.ref().service().equals(service));
    }

    /// What would let the gateway in where policies keep it from a Service's pods: each is the smallest that is needed
    /// besides those before it. Empty if it is kept from none, or which pod it is is not known.
    public List<Suggestion> suggestions(ObjectKey service) {
        Policies policies = compilation.memory().backends().policies().policies();
        List<Suggestion> suggestions = new ArrayList<>();
        List<Verdict> denied = backends().values().stream()
                .filter(resolved -> resolved.ref().service().equals(service))
                .sorted(Comparator.comparing(resolved -> resolved.ref().id()))
                .flatMap(resolved -> resolved.reach().denied().stream())
                .flatMap(it -> it.verdict().stream())
                .toList();
        for (Verdict verdict : denied) {
            Suggestion suggestion = Suggestion.of(policies, policies.verdict(verdict.connection()));
            for (NetworkPolicy policy : suggestion.policies()) {
                policies = policies.with(policy);
            }
            if (!suggestion.isEmpty()) {
                suggestions.add(suggestion);
            }
        }
        return suggestions.stream().distinct().toList();
    }

    private Map<BackendId, Backends.Resolved> backends() {
        Map<BackendId, Backends.Resolved> known = backends;
        if (known == null) {
            known = new HashMap<>();
            for (Backends.Resolved resolved :
                    compilation.memory().backends().byRef().values()) {
                known.put(resolved.ref().id(), resolved);
            }
            backends = known;
        }
        return known;
    }

    /// Who stands behind a Service, pod by pod, in order of name.
    public List<ServicePod> pods(ObjectKey service) {
        return ServicePods.of(
                snapshot.endpointSlices().getOrDefault(service, List.of()),
                new EndpointAddresses(options.loopbackEndpoints()));
    }
}
