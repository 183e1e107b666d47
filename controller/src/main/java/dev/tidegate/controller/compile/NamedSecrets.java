package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The Secrets that a compilation will ask for: those that Ingresses of our class name, and the default
/// certificate's. A source that watches a cluster needs to read no other.
///
/// Total; objects that are malformed name nothing. Threads: one.
public final class NamedSecrets implements Function<Snapshot, Set<ObjectKey>> {

    private final CompilerOptions options;
    private @Nullable IngressClasses classes;
    private PersistentMap<ObjectKey, Ingress> seen = PersistentMap.empty();
    /// How many name each.
    private PersistentMap<ObjectKey, Integer> namers = PersistentMap.empty();
    private Set<ObjectKey> names = Set.of();

    private NamedSecrets(CompilerOptions options) {
        this.options = options;
    }

    /// Follows the snapshots of one source: it looks at those Ingresses that changed since the snapshot before, and
    /// answers with the very set of before if the names are the same.
    public static Function<Snapshot, Set<ObjectKey>> following(CompilerOptions options) {
        return new NamedSecrets(options);
    }

    public static Set<ObjectKey> of(Snapshot snapshot, CompilerOptions options) {
        return new NamedSecrets(options).apply(snapshot);
    }

    @Override
    public Set<ObjectKey> apply(Snapshot snapshot) {
        IngressClasses now = IngressClasses.of(snapshot.ingressClasses(), options);
        PersistentMap<ObjectKey, Integer> before = namers;
        if (now.equals(classes)) {
            snapshot.ingresses().changesSince(seen, (key, was, is) -> {
                count(key, was, now, -1);
                count(key, is, now, 1);
            });
        } else {
            namers = PersistentMap.empty();
            options.defaultSslCertificate().ifPresent(name -> add(name, 1));
            snapshot.ingresses().forEach((key, ingress) -> count(key, ingress, now, 1));
        }
        classes = now;
        seen = snapshot.ingresses();
        if (cameOrWent(before)) {
            names = namers.keySet();
        }
        return names;
    }

    private boolean cameOrWent(PersistentMap<ObjectKey, Integer> before) {
        AtomicBoolean found = new AtomicBoolean();
        namers.changesSince(before, (_, was, is) -> found.compareAndSet(false, was == null || is == null));
        return found.get();
    }

    private void count(ObjectKey key, @Nullable Ingress ingress, IngressClasses classes, int times) {
        if (ingress != null && classes.decide(ingress, IngressReader.ref(key)).ours()) {
            names(key, ingress).forEach(name -> add(name, times));
        }
    }

    private void add(ObjectKey name, int times) {
        int now = namers.getOrDefault(name, 0) + times;
        namers = now == 0 ? namers.without(name) : namers.with(name, now);
    }

    private static Set<ObjectKey> names(ObjectKey key, Ingress ingress) {
        Set<ObjectKey> names = new HashSet<>();
        for (IngressTLS entry : ingress.getSpec() == null
                ? Lists.<IngressTLS>of(null)
                : Lists.of(ingress.getSpec().getTls())) {
            if (entry != null
                    && entry.getSecretName() != null
                    && !entry.getSecretName().isEmpty()) {
                names.add(new ObjectKey(key.namespace(), entry.getSecretName()));
            }
        }
        return names;
    }
}
