package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Listing;
import dev.tidegate.controller.source.Source;
import dev.tidegate.controller.source.WatchState;
import dev.tidegate.controller.source.look.EnforcementWatch;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A [ClusterSource] together with the connection that it alone uses, so that nobody else has to know of clients; and
/// what is known of the cluster's network plug-in, where policies are read. The first look at that is waited for: until
/// then nobody knows whether the plug-in does what policies say.
///
/// Fails: [dev.tidegate.controller.source.SourceRefused] as [ClusterConnection] does.
public final class ConnectedCluster implements Source {

    private final KubernetesClient client;
    private final ClusterSource source;
    private final AtomicReference<Runnable> onChange = new AtomicReference<>(() -> {});
    private final Optional<EnforcementWatch> enforcement;

    private ConnectedCluster(
            KubernetesClient client,
            ClusterScope scope,
            Function<Snapshot, PersistentMap<ObjectKey, Integer>> wantedSecrets) {
        this.client = client;
        this.source = new ClusterSource(client, scope, wantedSecrets);
        this.enforcement = scope.policy()
                .map(_ -> new EnforcementWatch(
                        client, EnforcementWatch.PERIOD, () -> onChange.get().run()));
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
        this.onChange.set(onChange);
        enforcement.ifPresent(EnforcementWatch::start);
        source.start(onChange);
    }

    @Override
    public boolean synced() {
        return source.synced() && enforcement.map(EnforcementWatch::looked).orElse(true);
    }

    @Override
    public Snapshot snapshot() {
        Snapshot read = source.snapshot();
        return enforcement
                .map(it -> read.with(read.policyObjects().on(it.enforcement())))
                .orElse(read);
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
    public Listing listing(String namespace) {
        return source.listing(namespace);
    }

    @Override
    public String describe() {
        return source.describe();
    }

    @Override
    public void close() {
        enforcement.ifPresent(EnforcementWatch::close);
        source.close();
        client.close();
    }
}
