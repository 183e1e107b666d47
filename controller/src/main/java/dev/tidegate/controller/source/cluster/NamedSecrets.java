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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/// The Secrets that somebody asks for by name, each read and watched by its name as long as it is asked for. So no
/// other Secret is ever requested, and a role may name the ones that may be read.
///
/// It scales as kubelet's does, which has the same task: each Secret is one small GET, and then one watch, a stream
/// among many on a shared connection. Lists would need a right that shows every Secret of the cluster; a watch of a
/// whole namespace would bring, and need the right for, Secrets that nobody asked for; asking again and again would
/// be late by the length of its round.
///
/// Threads: the methods may be called from any; all the work is done on the server's, which also calls `changed`.
/// Of changes nothing is said while some Secret is still unanswered, for nobody would make a snapshot then.
///
/// Fails: never. Each Secret recovers by itself, and keeps its last known value meanwhile.
final class NamedSecrets implements AutoCloseable {

    private final Runnable changed;
    private final ExecutorService thread;
    private final SecretRequests requests;
    private final Map<ObjectKey, SecretWatch> watches = new HashMap<>();
    private PersistentMap<ObjectKey, Secret> objects = PersistentMap.empty();
    private int unanswered;

    /// How the watching of all of them goes. `asked`: how many are wanted. `standing`: of how many the watch stands.
    record State(int asked, int standing, long restarts, List<String> failing) {}

    /// The server stays the caller's.
    NamedSecrets(ApiServer server, Runnable changed) {
        this.changed = changed;
        this.thread = server.thread();
        this.requests = new SecretRequests(server, this::note);
    }

    /// From now on these and no others.
    void want(Set<ObjectKey> wanted) {
        call(() -> {
            watches.values().removeIf(watch -> {
                boolean letGo = !wanted.contains(watch.key);
                if (letGo) {
                    requests.forget(watch);
                    objects = objects.without(watch.key);
                    unanswered -= watch.answered() ? 0 : 1;
                }
                return letGo;
            });
            wanted.stream().filter(SecretServer::canExist).forEach(key -> watches.computeIfAbsent(key, this::begin));
            return true;
        });
    }

    private SecretWatch begin(ObjectKey key) {
        SecretWatch watch = new SecretWatch(key);
        unanswered++;
        requests.begin(watch);
        return watch;
    }

    private void note(SecretWatch watch, boolean answeredBefore) {
        objects = watch.secret()
                .map(secret -> objects.with(watch.key, secret))
                .orElseGet(() -> objects.without(watch.key));
        if (!answeredBefore && watch.answered()) {
            unanswered--;
        }
        if (unanswered == 0) {
            changed.run();
        }
    }

    /// Has each of them been answered for, if only by "there is none"?
    boolean answered() {
        return call(() -> unanswered == 0);
    }

    PersistentMap<ObjectKey, Secret> objects() {
        return call(() -> objects);
    }

    /// The ones that we are not allowed to read.
    List<Diagnostic> findings() {
        return call(() -> {
            Map<ObjectKey, Diagnostic> refused = new TreeMap<>();
            watches.forEach((key, watch) -> {
                if (watch.refused()) {
                    refused.put(key, forbidden(key));
                }
            });
            return List.copyOf(refused.values());
        });
    }

    private static Diagnostic forbidden(ObjectKey key) {
        return Diagnostic.error(
                ResourceRef.of("Secret", key.namespace(), key.name()),
                "",
                DiagnosticReason.FORBIDDEN,
                "the API server refuses it to us (expected: a role that allows to get and watch it)");
    }

    State state() {
        return call(() -> {
            List<String> failing = new ArrayList<>();
            long refused =
                    watches.values().stream().filter(SecretWatch::refused).count();
            if (refused > 0) {
                failing.add("Secrets: " + refused + " of " + watches.size() + " forbidden");
            }
            requests.trouble().ifPresent(reason -> failing.add("Secrets: " + reason));
            return new State(watches.size(), requests.standing(), requests.restarts(), failing);
        });
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
