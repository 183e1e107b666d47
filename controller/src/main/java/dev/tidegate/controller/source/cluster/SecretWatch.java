package dev.tidegate.controller.source.cluster;

import dev.tidegate.controller.snapshot.ObjectKey;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What is known of one Secret that is wanted, and how far the watch of it has come. It does nothing by itself.
///
/// The last known value stays whatever goes wrong; only the server's word that there is none removes it.
///
/// Threads: one.
final class SecretWatch {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 6;

    final ObjectKey key;
    private @Nullable Secret secret;
    /// Has the server said what it is, or that there is none, or that we may not know?
    private boolean answered;
    private boolean refused;
    private String version = "";
    private boolean seen;
    private int failures;

    SecretWatch(ObjectKey key) {
        this.key = key;
    }

    Optional<Secret> secret() {
        return Optional.ofNullable(secret);
    }

    boolean refused() {
        return refused;
    }

    /// From where a new watch may go on; empty: from what is there then.
    Optional<String> resumeFrom() {
        return version.isEmpty() ? Optional.empty() : Optional.of(version);
    }

    /// Shape: what GET said → is there anything new?
    boolean found(Secret now) {
        boolean admitted = allowed();
        return put(now) || admitted;
    }

    boolean absent() {
        boolean admitted = allowed();
        return remove() || admitted;
    }

    boolean refuse() {
        boolean news = !answered || !refused;
        answered = true;
        refused = true;
        return news;
    }

    /// A watch has begun.
    boolean opened() {
        seen = false;
        return refused && allowed();
    }

    /// Shape: what a watch said → is there anything new?
    ///
    /// A watch that goes on from a version tells all that happened since. One that begins anew tells first what is
    /// there; if a bookmark comes before that, there is nothing, and a deletion was missed.
    boolean apply(WatchEvent<Secret> event) {
        failures = 0;
        return switch (event) {
            case WatchEvent.Present<Secret> it -> {
                boolean news = put(it.object());
                seen = true;
                version = it.version();
                yield news;
            }
            case WatchEvent.Deleted<Secret> it -> {
                version = it.version();
                yield remove();
            }
            case WatchEvent.Bookmark<Secret> it -> {
                boolean news = version.isEmpty() && !seen && remove();
                version = it.version();
                yield news;
            }
            case WatchEvent.Failed<Secret> ignored -> false;
        };
    }

    /// What was to be continued is forgotten.
    void expire() {
        version = "";
    }

    /// How long to leave it alone after another failure: longer each time, up to a minute.
    Duration rest(RandomGenerator random) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        return Pace.jittered(rest, random);
    }

    private boolean allowed() {
        boolean news = !answered || refused;
        answered = true;
        refused = false;
        return news;
    }

    private boolean put(Secret now) {
        if (secret != null && same(secret.getMetadata(), now.getMetadata())) {
            return false;
        }
        secret = now;
        return true;
    }

    private boolean remove() {
        boolean news = secret != null;
        secret = null;
        return news;
    }

    /// The instance stays if the version did: after a break everything is told again.
    private static boolean same(ObjectMeta known, ObjectMeta now) {
        return known.getResourceVersion() != null
                && known.getResourceVersion().equals(now.getResourceVersion())
                && Objects.equals(known.getUid(), now.getUid());
    }
}
