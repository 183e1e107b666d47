package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.ResourceRef;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The Secrets that somebody asks for by name, each with a watch of its own as long as it is asked for. So no other
/// Secret is ever requested, and a role may name the ones that may be read.
///
/// Threads: all methods by one; `changed` as in [WatchedObjects].
final class NamedSecrets implements AutoCloseable {

    private final KubernetesClient client;
    private final Runnable changed;
    private final Map<ObjectKey, WatchedObjects<Secret>> watches = new TreeMap<>();

    NamedSecrets(KubernetesClient client, Runnable changed) {
        this.client = client;
        this.changed = changed;
    }

    /// From now on these and no others.
    void want(Set<ObjectKey> wanted) {
        watches.entrySet().removeIf(entry -> {
            boolean letGo = !wanted.contains(entry.getKey());
            if (letGo) {
                entry.getValue().close();
            }
            return letGo;
        });
        wanted.forEach(key -> watches.computeIfAbsent(key, this::watch));
    }

    private WatchedObjects<Secret> watch(ObjectKey key) {
        WatchedObjects<Secret> watch = new WatchedObjects<>(
                "Secret " + key.path(),
                client.secrets().inNamespace(key.namespace()).withName(key.name()),
                secret -> ObjectKey.of(secret).equals(key),
                changed);
        watch.start();
        return watch;
    }

    /// Has each of them been answered for, if only by "there is none"?
    boolean answered() {
        return watches.values().stream().allMatch(WatchedObjects::answered);
    }

    Map<ObjectKey, Secret> objects() {
        Map<ObjectKey, Secret> secrets = new HashMap<>();
        watches.forEach((key, watch) -> watch.objects().values().forEach(secret -> secrets.put(key, secret)));
        return secrets;
    }

    /// The ones that we are not allowed to read.
    List<Diagnostic> findings() {
        return watches.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .failure()
                        .filter(WatchedObjects.Failure::refused)
                        .isPresent())
                .map(entry -> Diagnostic.error(
                        ResourceRef.of(
                                "Secret",
                                entry.getKey().namespace(),
                                entry.getKey().name()),
                        "",
                        DiagnosticReason.FORBIDDEN,
                        "the API server refuses it to us (expected: a role that allows to get, list and watch it)"))
                .toList();
    }

    List<WatchedObjects<Secret>> watches() {
        return List.copyOf(watches.values());
    }

    @Override
    public void close() {
        want(Set.of());
    }
}
