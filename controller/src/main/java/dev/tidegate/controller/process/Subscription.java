package dev.tidegate.controller.process;

import dev.tidegate.controller.publish.TableSubscriber;
import dev.tidegate.gateway.publication.Publication;
import java.util.function.Consumer;

/// A subscriber with a name for the logs.
record Subscription(String name, Consumer<Publication> action) implements TableSubscriber {
    @Override
    public void onPublication(Publication publication) {
        action.accept(publication);
    }
}
