package dev.tidegate.controller.compile;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The Secrets that a compilation will ask for: those that Ingresses of our class name, and the default
/// certificate's. A source that watches a cluster needs to read no other. Of an Ingress in [Quarantine] they are
/// those of its last good version too, for that is the one that is served.
///
/// Total; objects that are malformed name nothing. Threads: one.
public final class NamedSecrets implements Function<Snapshot, PersistentMap<ObjectKey, Integer>> {

    private final CompilerOptions options;
    private final SettingsReader settings;
    private @Nullable IngressReader reader;
    private PersistentMap<ObjectKey, Ingress> seen = PersistentMap.empty();
    private PersistentMap<ObjectKey, Ingress> lastGood = PersistentMap.empty();
    private PersistentMap<ObjectKey, Set<ObjectKey>> byIngress = PersistentMap.empty();
    private PersistentMap<ObjectKey, Integer> namers = PersistentMap.empty();

    private NamedSecrets(CompilerOptions options) {
        this.options = options;
        this.settings = new SettingsReader(options);
        options.defaultSslCertificate().ifPresent(name -> add(name, 1));
    }

    /// Follows the snapshots of one source: it looks at those Ingresses that changed since the snapshot before, and
    /// answers with a map made from that of before: how many name each Secret.
    public static Function<Snapshot, PersistentMap<ObjectKey, Integer>> following(CompilerOptions options) {
        return new NamedSecrets(options);
    }

    public static Set<ObjectKey> of(Snapshot snapshot, CompilerOptions options) {
        return new NamedSecrets(options).apply(snapshot).keySet();
    }

    @Override
    public PersistentMap<ObjectKey, Integer> apply(Snapshot snapshot) {
        IngressReader now = new IngressReader(
                IngressClasses.of(snapshot.ingressClasses(), options),
                settings.read(snapshot),
                options.annotationPrefixes(),
                options.records());
        if (!now.equals(reader)) {
            snapshot.ingresses().forEach((key, ingress) -> at(now, key, seen.get(key), ingress));
        }
        snapshot.ingresses().changesSince(seen, (key, was, is) -> at(now, key, was, is));
        reader = now;
        seen = snapshot.ingresses();
        return namers;
    }

    private void at(IngressReader reader, ObjectKey key, @Nullable Ingress was, @Nullable Ingress is) {
        Ingress earlier = lastGood.getOrDefault(key, was);
        Set<ObjectKey> now = new HashSet<>();
        lastGood = lastGood.without(key);
        if (is != null && reader.classes().decide(is, IngressReader.ref(key)).ours()) {
            now.addAll(names(key, is));
            if (earlier != null && isQuarantined(reader, key, is, earlier)) {
                now.addAll(names(key, earlier));
                lastGood = lastGood.with(key, earlier);
            }
        }
        byIngress.getOrDefault(key, Set.of()).forEach(name -> add(name, -1));
        now.forEach(name -> add(name, 1));
        byIngress = now.isEmpty() ? byIngress.without(key) : byIngress.with(key, Set.copyOf(now));
    }

    private static boolean isQuarantined(IngressReader reader, ObjectKey key, Ingress is, Ingress earlier) {
        return !Same.instance(is, earlier)
                && Quarantine.isMalformed(Declarations.read(reader, key, is))
                && Quarantine.standIn(reader, key, is, earlier).isPresent();
    }

    private void add(ObjectKey name, int times) {
        int now = namers.getOrDefault(name, 0) + times;
        namers = now == 0 ? namers.without(name) : namers.with(name, now);
    }

    private static Set<ObjectKey> names(ObjectKey key, Ingress ingress) {
        Set<ObjectKey> names = new HashSet<>();
        if (ingress.getSpec() == null) {
            return names;
        }
        for (IngressTLS entry : Lists.of(ingress.getSpec().getTls())) {
            if (entry != null
                    && entry.getSecretName() != null
                    && !entry.getSecretName().isEmpty()) {
                names.add(new ObjectKey(key.namespace(), entry.getSecretName()));
            }
        }
        return names;
    }
}
