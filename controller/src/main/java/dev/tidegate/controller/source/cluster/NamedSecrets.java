package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.diagnostic.DiagnosticReason;
import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.persistent.PersistentMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/// The Secrets that somebody asks for by name, each read and watched by its name as long as it is asked for. So no
/// other Secret is ever requested, and a role may name the ones that may be read.
///
/// It scales as kubelet's does, which has the same task: each Secret is one small GET, and then one watch, a stream
/// among many on a shared connection. Lists would need a right that shows every Secret of the cluster; a watch of a
/// whole namespace would bring, and need the right for, Secrets that nobody asked for; asking again and again is
/// late by the length of its round, and so is left for those that we may read and not watch.
///
/// Threads: the methods may be called from any; all the work is done on the server's, which also calls `changed`.
/// What is known is there to be read, without waiting for that thread; only [#want] and [#state] do.
///
/// Fails: never. Each Secret recovers by itself, and keeps its last known value meanwhile.
final class NamedSecrets implements AutoCloseable {

    private final Runnable changed;
    private final ExecutorService thread;
    private final SecretRequests requests;
    private volatile boolean begun;
    private final Map<ObjectKey, SecretWatch> watches = new HashMap<>();
    private PersistentMap<ObjectKey, Integer> wanted = PersistentMap.empty();
    private PersistentMap<ObjectKey, Secret> objects = PersistentMap.empty();
    private PersistentMap<ObjectKey, Diagnostic> refused = PersistentMap.empty();
    private PersistentMap<ObjectKey, ObjectKey> awaited = PersistentMap.empty();
    private volatile Known known = new Known(objects, refused, awaited, 0);

    /// All of it at one moment. `refused`: the ones that we are not allowed to read. `awaited`: the ones of which the
    /// server has said nothing yet, each as its own value.
    record Known(
            PersistentMap<ObjectKey, Secret> objects,
            PersistentMap<ObjectKey, Diagnostic> refused,
            PersistentMap<ObjectKey, ObjectKey> awaited,
            int asked) {

        List<Diagnostic> findings() {
            return refused.isEmpty() ? List.of() : List.copyOf(new TreeMap<>(refused).values());
        }
    }

    /// How the watching of all of them goes. `asked`: how many are wanted. `standing`: of how many the watch stands.
    /// `unwatched`: how many are read every few seconds, as we are not allowed to watch them.
    record State(int asked, int standing, int unwatched, long restarts, List<String> failing) {}

    /// The server stays the caller's.
    NamedSecrets(ApiServer server, Runnable changed) {
        this.changed = changed;
        this.thread = server.thread();
        this.requests = new SecretRequests(server, this::note);
    }

    /// From now on these and no others, whatever they are mapped to. A map that was made from the one before is
    /// taken in at the cost of what came and went.
    void want(PersistentMap<ObjectKey, Integer> next) {
        call(() -> {
            next.changesSince(wanted, (key, before, after) -> {
                if (after == null) {
                    forget(key);
                } else if (before == null && SecretServer.canExist(key)) {
                    begin(key);
                }
            });
            wanted = next;
            remember();
            return true;
        });
    }

    private void begin(ObjectKey key) {
        SecretWatch watch = new SecretWatch(key);
        watches.put(key, watch);
        awaited = awaited.with(key, key);
        requests.begin(watch);
    }

    private void forget(ObjectKey key) {
        Optional.ofNullable(watches.remove(key)).ifPresent(requests::forget);
        objects = objects.without(key);
        refused = refused.without(key);
        awaited = awaited.without(key);
    }

    /// Requests are made from now on.
    void begin() {
        if (!begun) {
            begun = true;
            thread.execute(requests::begin);
        }
    }

    /// Somebody waits for this one: it is asked for before the others.
    void hurry(ObjectKey key) {
        thread.execute(() -> Optional.ofNullable(watches.get(key)).ifPresent(requests::hurry));
    }

    private void note(SecretWatch watch) {
        objects = watch.secret()
                .map(secret -> objects.with(watch.key, secret))
                .orElseGet(() -> objects.without(watch.key));
        refused = watch.refused() ? refused.with(watch.key, forbidden(watch.key)) : refused.without(watch.key);
        awaited = awaited.without(watch.key);
        remember();
        changed.run();
    }

    private void remember() {
        known = new Known(objects, refused, awaited, watches.size());
    }

    Known known() {
        return known;
    }

    /// What keeps them from being known, in words.
    List<String> failing() {
        Known now = known;
        List<String> failing = new ArrayList<>();
        if (!now.refused().isEmpty()) {
            failing.add("Secrets: " + now.refused().size() + " of " + now.asked() + " forbidden");
        }
        requests.trouble().ifPresent(reason -> failing.add("Secrets: " + reason));
        return failing;
    }

    private static Diagnostic forbidden(ObjectKey key) {
        return Diagnostic.error(
                ResourceRef.of("Secret", key.namespace(), key.name()),
                "",
                DiagnosticReason.FORBIDDEN,
                "the API server refuses it to us (expected: a role that allows to get it)");
    }

    State state() {
        return call(() ->
                new State(watches.size(), requests.standing(), requests.unwatched(), requests.restarts(), failing()));
    }

    @Override
    public void close() {
        thread.execute(requests::close);
    }

    private <T> T call(Callable<T> task) {
        try {
            return thread.submit(task).get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
