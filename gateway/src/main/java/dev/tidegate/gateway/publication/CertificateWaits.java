package dev.tidegate.gateway.publication;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Handshakes that wait for a certificate which is named but has not been read yet.
///
/// So a gateway with ten thousand certificates serves before it has read them all: the one that a client asks for is
/// read first, and the client waits for it. How long, is for whoever waits to say. Threads: any.
public final class CertificateWaits {

    private final ActiveTable active;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile Consumer<String> reader = _ -> {};

    private static final class Wait {

        private final @Nullable String serverName;
        private final CompletableFuture<Void> over = new CompletableFuture<>();

        Wait(@Nullable String serverName) {
            this.serverName = serverName;
        }
    }

    CertificateWaits(ActiveTable active) {
        this.active = active;
    }

    /// Who is told what somebody waits for, as [dev.tidegate.tls.CertificateIndex#awaited] names it; on the thread of
    /// whoever waits, so that it must not block.
    public void readBy(Consumer<String> reader) {
        this.reader = requireNonNull(reader);
    }

    /// Is there anything that may have to be waited for?
    public boolean any() {
        return !active.current().certificates().awaited().isEmpty();
    }

    /// Shape: the name that a client indicated, or null → done, on any thread, when its certificate is there or it is
    /// known that there is none. Whoever gives up cancels it.
    public CompletableFuture<Void> until(@Nullable String serverName) {
        Optional<String> place = place(serverName);
        if (place.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Wait wait = new Wait(serverName);
        waits.add(wait);
        wait.over.whenComplete((_, _) -> waits.remove(wait));
        reader.accept(place.get());
        look(wait); // it may have come in between
        return wait.over;
    }

    /// How many wait.
    public int count() {
        return waits.size();
    }

    void look() {
        waits.forEach(this::look);
    }

    private void look(Wait wait) {
        if (place(wait.serverName).isEmpty()) {
            wait.over.complete(null);
        }
    }

    private Optional<String> place(@Nullable String serverName) {
        return active.current().certificates().awaited(serverName);
    }
}
