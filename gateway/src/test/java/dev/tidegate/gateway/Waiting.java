package dev.tidegate.gateway;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Waits for what must happen, bounded, so that a test that hangs says so.
public final class Waiting {

    public static final Duration BOUND = Duration.ofSeconds(20);

    private Waiting() {}

    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("a future did not succeed in time: " + failed, failed);
        }
    }
}
