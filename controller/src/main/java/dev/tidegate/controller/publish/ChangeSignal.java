package dev.tidegate.controller.publish;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// "Look again", from many threads to one, with time to settle; or because it is time.
///
/// States: clean → (raise) → dirty → (it came alone, or quiet or bound passed) → taken, clean again; any → (close) →
/// closed.
final class ChangeSignal {

    private final Settle settle;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private boolean dirty;
    private boolean closed;
    private long firstNs;
    private long lastNs;
    private long takenNs;

    ChangeSignal(Settle settle) {
        this.settle = settle;
        this.takenNs = System.nanoTime() - settle.bound().toNanos();
    }

    /// Never blocks for longer than it takes to note the time.
    void raise() {
        lock.lock();
        try {
            lastNs = System.nanoTime();
            if (!dirty) {
                dirty = true;
                firstNs = lastNs;
            }
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something changed and has settled, or until `longest` has passed without a change. False once
    /// closed.
    boolean await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            for (long left = longest.toNanos(); !closed && !dirty && left > 0; ) {
                left = raised.awaitNanos(left);
            }
            for (long left = leftNs(); !closed && dirty && left > 0; left = leftNs()) {
                raised.await(left, TimeUnit.NANOSECONDS);
            }
            takenNs = dirty ? System.nanoTime() : takenNs;
            dirty = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private long leftNs() {
        if (firstNs - takenNs >= settle.bound().toNanos()) {
            return 0;
        }
        long now = System.nanoTime();
        long untilQuiet = settle.quiet().toNanos() - (now - lastNs);
        long untilBound = settle.bound().toNanos() - (now - firstNs);
        return Math.min(untilQuiet, untilBound);
    }
}
