package dev.tidegate.e2e.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What a Deployment's controller, kubelet and kube-proxy do together about a release's pods: one new pod first, then
/// one old one less, as the chart's strategy has it; and whoever balances load hears of each change a while later.
///
/// Threads: one at a time.
final class Rollout implements AutoCloseable {

    /// From a pod's change until connections go elsewhere; a second is much for a cluster that is well.
    private static final long HEARSAY_MS = 1_000;

    private final InstalledRelease release;
    private final Deque<RunningPod> pods = new ArrayDeque<>();
    private final List<Future<Optional<Integer>>> ending = new ArrayList<>();
    private final ExecutorService kubelet = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService proxy = Executors.newSingleThreadScheduledExecutor();

    private Rollout(InstalledRelease release) {
        this.release = release;
    }

    /// Runs so many pods of it, ready and reachable.
    static Rollout begin(InstalledRelease release, int replicas) {
        Rollout begun = new Rollout(release);
        for (int i = 0; i < replicas; i++) {
            begun.pods.add(release.startPod());
        }
        begun.pods.forEach(RunningPod::awaitReady);
        release.route(List.copyOf(begun.pods));
        return begun;
    }

    /// Replaces each pod by one of the release's template as it is now.
    void replaceAll() {
        for (int left = pods.size(); left > 0; left--) {
            RunningPod replacement = release.startPod();
            replacement.awaitReady();
            pods.addLast(replacement);
            RunningPod oldest = pods.removeFirst();
            tellProxy();
            ending.add(kubelet.submit((Callable<Optional<Integer>>) oldest::end));
        }
    }

    /// New and gone ones are told alike, and as late.
    private void tellProxy() {
        List<RunningPod> now = List.copyOf(pods);
        Future<?> _ = proxy.schedule(() -> release.route(now), HEARSAY_MS, TimeUnit.MILLISECONDS);
    }

    /// Waits for all that are on their way out. Shape: how each ended, as [RunningPod#end] tells it.
    List<Optional<Integer>> ends() {
        List<Optional<Integer>> ends = new ArrayList<>();
        try {
            for (Future<Optional<Integer>> end : ending) {
                ends.add(end.get());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
        return ends;
    }

    @Override
    public void close() {
        proxy.shutdownNow();
        kubelet.shutdownNow();
        pods.forEach(RunningPod::close);
    }
}
