package dev.tidegate.controller.source;

import java.time.Duration;

/// How a source ends the thread that watches for it.
public final class WatcherThread {

    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private WatcherThread() {}

    /// Waits until a thread that was told to end has ended, so that nothing is told after `close`; but not for ever,
    /// and not for itself, if it is the one that closes.
    public static void awaitEnd(Thread watcher) {
        if (watcher.getState() == Thread.State.NEW || watcher.equals(Thread.currentThread())) {
            return;
        }
        try {
            watcher.join(LONGEST_END);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
