package dev.tidegate.controller.publish;

import dev.tidegate.gateway.publication.Publication;

/// Someone who wants each table that is published.
public interface TableSubscriber {

    /// For logs: `gateway`, `dns`.
    String name();

    /// Threads: one at a time, whichever published or subscribed. Must not block for long, as others wait; what it
    /// throws is logged and stops nobody else.
    void onPublication(Publication publication);
}
