package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.HostPolicies;
import dev.tidegate.gateway.table.ResourceRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that one Ingress asks for, read on its own: it knows no Service, no Secret and no other Ingress.
///
/// `hosts`: the claims on each host in list order; a host may stand there with none, so that it answers for itself
/// instead of leaving its requests to a wildcard. `tls`: whether the Ingress has a TLS section at all, which is what
/// makes its hosts redirect. `hostPolicies`: what it asks for on the whole of its hosts. Ordered by age, the oldest
/// first, then by namespace and name.
record Declaration(
        ResourceRef source,
        Instant created,
        Map<HostPattern, List<PathClaim>> hosts,
        boolean tls,
        HostPolicies hostPolicies,
        List<TlsClaim> tlsClaims,
        List<BackendUse> backends,
        List<Diagnostic> diagnostics)
        implements Comparable<Declaration> {

    private static final Comparator<Declaration> BY_AGE =
            Comparator.comparing(Declaration::created).thenComparing(Declaration::source);

    Declaration {
        requireNonNull(source);
        requireNonNull(created);
        hosts = Map.copyOf(hosts);
        requireNonNull(hostPolicies);
        tlsClaims = List.copyOf(tlsClaims);
        backends = List.copyOf(backends);
        diagnostics = List.copyOf(diagnostics);
    }

    /// An Ingress that asks nothing of us, and what there is to say about it.
    static Declaration ofNothing(ResourceRef source, List<Diagnostic> diagnostics) {
        return new Declaration(
                source, Instant.EPOCH, Map.of(), false, HostPolicies.NONE, List.of(), List.of(), diagnostics);
    }

    /// The same, with something else to say about it.
    Declaration telling(List<Diagnostic> diagnostics) {
        return new Declaration(source, created, hosts, tls, hostPolicies, tlsClaims, backends, diagnostics);
    }

    Set<String> tlsHosts() {
        return tlsClaims.stream().map(TlsClaim::host).collect(Collectors.toSet());
    }

    Set<ObjectKey> secrets() {
        return tlsClaims.stream().flatMap(claim -> claim.secret().stream()).collect(Collectors.toSet());
    }

    Set<BackendRef> backendRefs() {
        return backends.stream().map(BackendUse::backend).collect(Collectors.toSet());
    }

    /// Does it ask for a route at all?
    boolean routes() {
        return hosts.values().stream().anyMatch(claims -> !claims.isEmpty());
    }

    List<PathClaim> claims(HostPattern host) {
        return hosts.getOrDefault(host, List.of());
    }

    List<TlsClaim> tlsClaims(String host) {
        return tlsClaims.stream().filter(claim -> claim.host().equals(host)).toList();
    }

    @Override
    public int compareTo(Declaration other) {
        return BY_AGE.compare(this, other);
    }
}
