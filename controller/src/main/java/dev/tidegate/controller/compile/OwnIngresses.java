package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.HostPattern;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which Ingresses are ours, as they stood when a compilation was made.
///
/// Threads: any; immutable.
public final class OwnIngresses {

    public static final OwnIngresses NONE = new OwnIngresses(Declarations.NONE);

    private final Declarations declarations;

    OwnIngresses(Declarations declarations) {
        this.declarations = requireNonNull(declarations);
    }

    /// What became of one Ingress.
    @FunctionalInterface
    public interface Change {

        /// `routed`: the Ingress if it is ours and asks for at least one route; else null, as also if it is gone.
        void at(ObjectKey key, @Nullable Ingress routed);
    }

    /// Tells each Ingress, ours or not, that changed since then in whatever respect, its status included. Costs what
    /// has changed.
    public void changesSince(OwnIngresses before, Change change) {
        declarations
                .byIngress()
                .changesSince(
                        before.declarations.byIngress(),
                        (key, _, now) ->
                                change.at(key, now == null || !now.declaration().routes() ? null : now.ingress()));
    }

    /// One Ingress in the words of names: the hosts that are served for it, as `shop.example` and `*.example`, and the
    /// annotations of the version that is served. No hosts if it is not ours.
    public record Named(Instant created, List<String> hosts, Map<String, String> annotations) {
        public Named {
            hosts = List.copyOf(hosts);
            annotations = Map.copyOf(annotations);
        }

        private static Named of(Declarations.Declared declared) {
            Map<String, String> annotations = declared.quarantine()
                    .map(Quarantine::lastGood)
                    .orElse(declared.ingress())
                    .getMetadata()
                    .getAnnotations();
            return new Named(
                    declared.declaration().created(),
                    declared.declaration().hosts().keySet().stream()
                            .filter(host -> !host.equals(HostPattern.ANY))
                            .filter(host -> declared.declaration().claims(host).stream()
                                    .noneMatch(PathClaim::isCanary)) // they are its primary's
                            .map(HostPattern::text)
                            .sorted()
                            .toList(),
                    annotations == null ? Map.of() : annotations);
        }
    }

    /// What became of the names of one Ingress.
    @FunctionalInterface
    public interface NamesChange {

        /// `now`: null if there is no Ingress of that key any more. `edited`: was the Ingress itself written since, or
        /// deleted? Else it is its surroundings that changed, as its IngressClass.
        void at(ObjectKey key, @Nullable Named now, boolean edited);
    }

    /// Tells each Ingress that changed since then in whatever respect. Costs what has changed.
    public void namesSince(OwnIngresses before, NamesChange change) {
        declarations
                .byIngress()
                .changesSince(
                        before.declarations.byIngress(),
                        (key, was, is) -> change.at(
                                key,
                                is == null ? null : Named.of(is),
                                was == null || is == null || !Same.instance(was.ingress(), is.ingress())));
    }

    /// Is it ours, and does it ask for at least one route?
    public boolean routes(ObjectKey key) {
        Declarations.Declared declared = declarations.byIngress().get(key);
        return declared != null && declared.declaration().routes();
    }

    /// The Ingress of that name, whoever's it is; empty if there is none.
    public Optional<Ingress> find(ObjectKey key) {
        return Optional.ofNullable(declarations.byIngress().get(key)).map(Declarations.Declared::ingress);
    }

    /// Is there an Ingress of that name, and is it of a class that is not ours?
    public boolean foreign(ObjectKey key) {
        IngressReader reader = declarations.reader();
        return reader != null
                && find(key)
                        .filter(it -> !reader.classes()
                                .decide(it, IngressReader.ref(key))
                                .ours())
                        .isPresent();
    }
}
