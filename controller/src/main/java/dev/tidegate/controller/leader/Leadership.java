package dev.tidegate.controller.leader;

/// May this replica write to the cluster? Asked anew before each write, so that a leader that hangs in one stops by
/// itself once its time is over.
///
/// Threads: any; never blocks.
public interface Leadership {

    /// Of a replica that was told that there is no other.
    Leadership ALWAYS = () -> true;

    boolean leading();
}
