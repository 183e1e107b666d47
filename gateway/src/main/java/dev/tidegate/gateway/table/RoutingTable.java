package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import dev.tidegate.persistent.PersistentMap;
import org.jspecify.annotations.Nullable;

/// Everything that decides where a request goes, as one immutable value. A request reads one table, once.
///
/// Threads: any. Compare tables by `provenance().digest()` or by `equals`; both ignore nothing but the provenance.
public record RoutingTable(
        Provenance provenance,
        HostIndex hosts,
        PersistentMap<BackendId, Backend> backends,
        Forwarding forwarding,
        AnswerRules answers) {

    public static final RoutingTable EMPTY =
            new RoutingTable(Provenance.NONE, HostIndex.EMPTY, PersistentMap.empty(), Forwarding.TRUST_NOBODY);

    public RoutingTable {
        requireNonNull(provenance);
        requireNonNull(hosts);
        requireNonNull(backends);
        requireNonNull(forwarding);
        requireNonNull(answers);
    }

    /// The same, with nothing to say of all answers.
    public RoutingTable(
            Provenance provenance, HostIndex hosts, PersistentMap<BackendId, Backend> backends, Forwarding forwarding) {
        this(provenance, hosts, backends, forwarding, AnswerRules.NONE);
    }

    /// Shape: host as [RequestHost] gives it, path as [RequestPath] gives it → what to do. Total, and allocates
    /// nothing where the host has no expressions.
    ///
    /// Source: Ingress v1, "requests are first evaluated for host and then for the rule"; no falling through.
    public RouteMatch match(String host, String path) {
        VirtualHost found = hosts.find(host);
        return found == null ? RouteMatch.NO_HOST : found.match(path);
    }

    public @Nullable Backend backend(BackendId id) {
        return backends.get(id);
    }

    /// Do the two route every request alike?
    public boolean routesLike(RoutingTable other) {
        return hosts.equals(other.hosts)
                && backends.equals(other.backends)
                && forwarding.equals(other.forwarding)
                && answers.equals(other.answers);
    }
}
