package dev.tidegate.controller.process;

import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.tls.ServerCertificate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Has the self-signed certificate made beforehand, where tables present it: no handshake has to wait for it, and
/// neither does the start.
///
/// Threads: `published` by one; a thread of its own makes it, once.
final class SelfSigning implements AutoCloseable {

    private static final long LOOK_MS = 20;

    private final ServerCertificate selfSigned;
    private final BooleanSupplier ready;
    private @Nullable Thread making;

    /// `ready`: has the start nothing else to do any more?
    SelfSigning(ServerCertificate selfSigned, BooleanSupplier ready) {
        this.selfSigned = selfSigned;
        this.ready = ready;
    }

    synchronized void published(Publication publication) {
        if (making == null && publication.certificates().defaultCertificate().equals(selfSigned)) {
            making = Thread.ofPlatform().daemon().name("self-signing").start(this::make);
        }
    }

    private void make() {
        try {
            while (!ready.getAsBoolean()) {
                Thread.sleep(LOOK_MS);
            }
            selfSigned.leaf();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (making != null) {
            making.interrupt();
        }
    }
}
