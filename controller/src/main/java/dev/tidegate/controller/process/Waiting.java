package dev.tidegate.controller.process;

import dev.tidegate.gateway.listen.ListenException;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the one thread that starts and stops a process waits for those that serve.
final class Waiting {

    private static final Logger log = LoggerFactory.getLogger(Waiting.class);
    private static final Duration START = Duration.ofSeconds(30);

    private Waiting() {}

    /// Fails: [StartException] with the line of what could not be bound.
    static <T> T forStart(Future<T> starting) {
        try {
            return starting.toCompletionStage().toCompletableFuture().get(START.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof ListenException taken) {
                throw new StartException(String.valueOf(taken.getMessage()), taken);
            }
            throw new IllegalStateException("starting", refused.getCause());
        } catch (TimeoutException slow) {
            throw new StartException("not started within " + START.toSeconds() + " s", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while starting", interrupted);
        }
    }

    /// Waits for an end, but not for ever: whatever is left then goes with the process.
    static void forEnd(Future<?> ending, Duration bound) {
        try {
            ending.toCompletionStage().toCompletableFuture().get(bound.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException unclean) {
            log.warn("not closed in order: {}", unclean.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void forEnd(Thread ending, Duration bound) {
        try {
            if (!ending.join(bound)) {
                log.warn("not ended in time: {}", ending.getName());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
