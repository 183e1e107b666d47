package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.function.Predicate;

/// One list and watch of an API server, kept up for ever: whatever fails, it tries again, also when the server is
/// down from the start.
///
/// Threads: `changed` is called from threads of the client's and must not block; the methods may be called from any.
final class WatchedObjects<T extends HasMetadata> implements AutoCloseable {

    private final String what;
    private final SharedIndexInformer<T> informer;
    private final VersionedStore<T> store;
    private final Runnable changed;
    private volatile Optional<Failure> failure = Optional.empty();
    /// Whether the first list is complete in the store.
    private volatile boolean listed;

    /// The last thing that went wrong. `refused`: the API server answered, and the answer was no.
    record Failure(String reason, boolean refused) {

        static Failure of(Throwable thrown) {
            for (Throwable at = thrown; at != null; at = at.getCause()) {
                if (at instanceof KubernetesClientException answer && answer.getCode() > 0) {
                    return new Failure(oneLine(answer), answer.getCode() == HttpURLConnection.HTTP_FORBIDDEN);
                }
            }
            Throwable innermost = thrown;
            while (innermost.getCause() != null) {
                innermost = innermost.getCause();
            }
            return new Failure(oneLine(innermost), false);
        }

        private static String oneLine(Throwable thrown) {
            String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
            return message.lines().findFirst().orElse("").strip();
        }
    }

    /// `belongs`: what is kept of what the server sends, in case it sends more than it was asked for.
    WatchedObjects(String what, Informable<T> asked, Predicate<T> belongs, Runnable changed) {
        this.what = what;
        this.changed = changed;
        this.informer = asked.runnableInformer(0);
        this.store = new VersionedStore<>(belongs, changed);
        informer.itemStore(store);
        informer.exceptionHandler((started, thrown) -> {
            failure = Optional.of(Failure.of(thrown));
            changed.run();
            return true;
        });
        informer.addEventHandler(new Listener());
    }

    void start() {
        var started = informer.start();
        started.exceptionally(stoppedBefore -> null);
    }

    String what() {
        return what;
    }

    /// What there is; the same map as before if nothing has changed.
    PersistentMap<ObjectKey, T> objects() {
        return store.objects();
    }

    /// Has the server said what there is, or that we may not know?
    boolean answered() {
        return listed || failure.filter(Failure::refused).isPresent();
    }

    boolean listed() {
        return listed;
    }

    boolean watching() {
        return informer.isWatching();
    }

    /// What keeps it from watching, if it does not watch.
    Optional<Failure> failure() {
        return watching() ? Optional.empty() : failure;
    }

    @Override
    public void close() {
        informer.close();
    }

    private final class Listener implements ResourceEventHandler<T> {

        @Override
        public void onList(String resourceVersion, boolean remainedEmpty) {
            failure = Optional.empty();
            listed = true;
            changed.run();
        }

        @Override
        public void onAdd(T object) {}

        @Override
        public void onUpdate(T before, T object) {}

        @Override
        public void onDelete(T object, boolean finalStateUnknown) {}
    }
}
