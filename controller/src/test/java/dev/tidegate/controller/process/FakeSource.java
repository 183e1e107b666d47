package dev.tidegate.controller.process;

import dev.tidegate.controller.snapshot.Snapshot;
import dev.tidegate.controller.source.Source;

/// A source that has nothing to say until it is told to.
final class FakeSource implements Source {

    private volatile boolean synced;
    private Runnable onChange = () -> {};

    @Override
    public void start(Runnable onChange) {
        this.onChange = onChange;
    }

    void sync() {
        synced = true;
        onChange.run();
    }

    @Override
    public boolean synced() {
        return synced;
    }

    @Override
    public Snapshot snapshot() {
        return Snapshot.EMPTY;
    }

    @Override
    public String describe() {
        return "a fake";
    }

    @Override
    public void close() {}
}
