package dev.tidegate.controller.admission.listen;

/// How many bytes of bodies are held at this moment. Threads: one event loop.
final class BodyBudget {

    private final long most;
    private long held;

    BodyBudget(long most) {
        this.most = most;
    }

    /// May so many more be held? They are, then.
    boolean take(int bytes) {
        if (held + bytes > most) {
            return false;
        }
        held += bytes;
        return true;
    }

    void giveBack(int bytes) {
        held -= bytes;
    }
}
