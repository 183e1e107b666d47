package dev.tidegate.controller.source;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.snapshot.Snapshot;
import java.util.Optional;

/// Something that knows Kubernetes objects and says when to look again.
///
/// Threads: `start` and `close` are called once, by one thread; `snapshot` and `synced` by any. `onChange` is called
/// from threads of the source's own, must not block, and says only "look again": no logic hangs on what changed.
public interface Source extends AutoCloseable {

    /// Tells the source what was known when the process last ended, before it is started. It goes by that in what it
    /// asks for, and never shows it.
    default void recall(Snapshot remembered) {}

    /// Begins to watch. Returns at once; `onChange` is called when all kinds have been read once, and after each
    /// change.
    void start(Runnable onChange);

    /// Have all kinds been read once? Nothing is published before that.
    boolean synced();

    /// What is known now; the last good state of whatever cannot be read at the moment.
    Snapshot snapshot();

    /// The last snapshot has been compiled and published, as far as that could be done: what had better not compete
    /// with the first one may begin. Threads: any; does not block.
    default void used() {}

    /// Somebody waits for this Secret, which is among those that a snapshot awaits. Threads: any; does not block.
    default void hurry(ObjectKey secret) {}

    /// How the watching goes, if there is a cluster to watch. Cheap enough for every scrape.
    default Optional<WatchState> watchState() {
        return Optional.empty();
    }

    /// The last list of Ingresses that this namespace had a part in. Threads: any.
    default Listing listing(String namespace) {
        return Listing.EVERY_LOOK;
    }

    /// For people: `manifests ./examples`, `cluster https://10.0.0.1:443`.
    String describe();

    /// Stops watching. Idempotent.
    @Override
    void close();
}
