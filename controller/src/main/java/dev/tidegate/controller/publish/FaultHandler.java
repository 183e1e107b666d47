package dev.tidegate.controller.publish;

/// Where faults of our own end up: a bug met while the loop runs, not something wrong with anybody's objects.
///
/// The program logs and counts them; tests fail on them.
public interface FaultHandler {

    /// `doing`: what was being done and to what, `compiling manifests ./examples`.
    void onFault(String doing, RuntimeException fault);
}
