package dev.tidegate.e2e.cluster;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngress;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// All that stood in the status of the Ingresses of a namespace, by a watch of the API server; from before the first
/// of them is created until closed.
///
/// Threads: any; the watch's own writes.
final class StatusHistory implements Watcher<Ingress>, AutoCloseable {

    private final Consumer<String> onAddress;
    private final Map<String, List<List<String>>> states = new HashMap<>();
    private final Map<String, Integer> changes = new HashMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Watch watch;

    private StatusHistory(TestNamespace namespace, Consumer<String> onAddress) {
        this.onAddress = onAddress;
        this.watch = namespace.ingresses().watch(this);
    }

    static StatusHistory begin(TestNamespace namespace) {
        return begin(namespace, _ -> {});
    }

    /// `onAddress`: hears the name of each Ingress as soon as it has an address; must not block.
    static StatusHistory begin(TestNamespace namespace, Consumer<String> onAddress) {
        return new StatusHistory(namespace, onAddress);
    }

    @Override
    public synchronized void eventReceived(Action action, Ingress ingress) {
        String name = ingress.getMetadata().getName();
        List<String> now = addresses(ingress);
        List<List<String>> before = states.computeIfAbsent(name, _ -> new ArrayList<>());
        changes.merge(name, 1, Integer::sum);
        if (before.isEmpty() || !before.getLast().equals(now)) {
            before.add(now);
            if (!now.isEmpty()) {
                onAddress.accept(name);
            }
        }
    }

    private static List<String> addresses(Ingress ingress) {
        return TestNamespace.addresses(ingress).stream()
                .map(StatusHistory::text)
                .toList();
    }

    private static String text(IngressLoadBalancerIngress entry) {
        return entry.getIp() == null ? entry.getHostname() : entry.getIp();
    }

    @Override
    public void onClose(WatcherException failed) {
        broken.add(String.valueOf(failed));
    }

    /// One Ingress' addresses, each as long as it was the same one entry; the first is that of its creation.
    synchronized List<List<String>> of(String ingress) {
        if (!broken.isEmpty()) {
            throw new AssertionError("the watch ended: " + broken);
        }
        return List.copyOf(states.getOrDefault(ingress, List.of()));
    }

    /// What stands there now; nothing if it is not there yet.
    List<String> now(String ingress) {
        List<List<String>> all = of(ingress);
        return all.isEmpty() ? List.of() : all.getLast();
    }

    /// How often each Ingress was written since it was created, by whomever.
    synchronized Map<String, Integer> writes() {
        Map<String, Integer> writes = new HashMap<>();
        changes.forEach((name, count) -> writes.put(name, count - 1));
        return writes;
    }

    @Override
    public void close() {
        watch.close();
    }
}
