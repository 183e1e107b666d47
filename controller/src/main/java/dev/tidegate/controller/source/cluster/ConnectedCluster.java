package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.WatchState;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// A [ClusterSource] together with the connection that it alone uses, so that nobody else has to know of clients.
///
/// Fails: [dev.tidegate.controller.source.SourceRefused] as [ClusterConnection] does.
public final class ConnectedCluster implements Source {

    private final KubernetesClient client;
    private final ClusterSource source;

    private ConnectedCluster(
            KubernetesClient client,
            ClusterScope scope,
            Function<Snapshot, PersistentMap<ObjectKey, Integer>> wantedSecrets) {
        this.client = client;
        this.source = new ClusterSource(client, scope, wantedSecrets);
    }

    public static ConnectedCluster byKubeconfig(
            Path file, ClusterScope scope, Function<Snapshot, PersistentMap<ObjectKey, Integer>> wantedSecrets) {
        return new ConnectedCluster(ClusterConnection.byKubeconfig(file), scope, wantedSecrets);
    }

    public static ConnectedCluster inCluster(
            ClusterScope scope, Function<Snapshot, PersistentMap<ObjectKey, Integer>> wantedSecrets) {
        return new ConnectedCluster(ClusterConnection.inCluster(), scope, wantedSecrets);
    }

    @Override
    public void recall(Snapshot remembered) {
        source.recall(remembered);
    }

    @Override
    public void start(Runnable onChange) {
        source.start(onChange);
    }

    @Override
    public boolean synced() {
        return source.synced();
    }

    @Override
    public Snapshot snapshot() {
        return source.snapshot();
    }

    @Override
    public void used() {
        source.used();
    }

    @Override
    public void hurry(ObjectKey secret) {
        source.hurry(secret);
    }

    @Override
    public Optional<WatchState> watchState() {
        return source.watchState();
    }

    @Override
    public String describe() {
        return source.describe();
    }

    @Override
    public void close() {
        source.close();
        client.close();
    }
}
