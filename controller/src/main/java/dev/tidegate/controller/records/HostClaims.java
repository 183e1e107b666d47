package dev.tidegate.controller.records;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.compile.Compilation;
import dev.tidegate.controller.compile.OwnIngresses;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.dns.record.AnnotatedWishes;
import dev.tidegate.dns.record.Claim;
import dev.tidegate.dns.record.DomainName;
import dev.tidegate.persistent.PersistentMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the Ingresses that are served claim to be named.
///
/// `byIngress`: their claims; the same map as before where nothing about names changed. `departed`: names that an
/// Ingress has let go since the look before, and that nobody claims now, because it was deleted or edited; where it was
/// deleted, its namespace, else an empty text. Where it merely is not ours any more, as its IngressClass went or its
/// namespace lost a label, nobody said that the name is to go, and it is not among them.
///
/// An Ingress that was edited into something malformed claims what its last good version does, as that is served.
///
/// Threads: any; immutable.
public record HostClaims(
        OwnIngresses seen,
        Set<String> namespaces,
        PersistentMap<ObjectKey, Claim> byIngress,
        Map<DomainName, String> departed) {

    public static final HostClaims NONE = new HostClaims(OwnIngresses.NONE, Set.of(), PersistentMap.empty(), Map.of());

    public HostClaims {
        requireNonNull(seen);
        requireNonNull(namespaces);
        requireNonNull(byIngress);
        departed = Map.copyOf(departed);
    }

    /// Costs what has changed, and where names have departed, what there is.
    public HostClaims next(Compilation live) {
        Step step = new Step(live.selectedNamespaces());
        live.ingresses().namesSince(seen, step::at);
        if (!step.departed.isEmpty()) {
            step.next.values().forEach(claim -> names(claim).forEach(step.departed::remove));
        }
        return new HostClaims(live.ingresses(), live.selectedNamespaces(), step.next, step.departed);
    }

    private final class Step {

        private final Set<String> selected;
        private final Map<DomainName, String> departed = new HashMap<>();
        private PersistentMap<ObjectKey, Claim> next = byIngress;

        Step(Set<String> selected) {
            this.selected = selected;
        }

        void at(ObjectKey key, OwnIngresses.@Nullable Named now, boolean edited) {
            Claim was = next.get(key);
            Claim is = now == null ? null : claim(key, now);
            if (is != null && is.equals(was)) {
                return;
            }
            next = is == null ? next.without(key) : next.with(key, is);
            if (was != null && edited && !(now == null && overlooked(key))) {
                names(was)
                        .forEach(name -> departed.merge(
                                name, now == null ? key.namespace() : "", (one, other) -> one.isEmpty() ? other : one));
            }
        }

        /// Is it not there because its namespace is not looked into any more?
        private boolean overlooked(ObjectKey key) {
            return namespaces.contains(key.namespace()) && !selected.contains(key.namespace());
        }
    }

    /// Null if it serves no host.
    private static @Nullable Claim claim(ObjectKey key, OwnIngresses.Named named) {
        if (named.hosts().isEmpty()) {
            return null;
        }
        return new Claim(
                "ingress/" + key.path(),
                named.created(),
                named.hosts(),
                AnnotatedWishes.read(named.annotations()).wishes());
    }

    /// Those that are names at all.
    private static Stream<DomainName> names(Claim claim) {
        return claim.names().flatMap(written -> {
            try {
                return Stream.of(DomainName.host(written));
            } catch (IllegalArgumentException malformed) {
                return Stream.empty();
            }
        });
    }
}
