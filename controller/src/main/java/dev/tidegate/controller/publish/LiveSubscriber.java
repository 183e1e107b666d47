package dev.tidegate.controller.publish;

import dev.tidegate.controller.compile.Compilation;

/// Someone who wants to know what is served, and for which objects: status, Events.
public interface LiveSubscriber {

    /// For logs: `status`.
    String name();

    /// Called after each compilation, once every table subscriber has what it asks for; also when it serves as the
    /// last one did, and so was not published. Threads and faults as with [TableSubscriber].
    void onLive(Compilation live);

    /// Called with what may be out of date and is served for want of better, until the first that is live: for those
    /// who answer, not for those who write. Threads and faults as above.
    default void onStandIn(Compilation standIn) {
        // most write, and wait
    }
}
