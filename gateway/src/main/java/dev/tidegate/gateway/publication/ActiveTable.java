package dev.tidegate.gateway.publication;

import static java.util.Objects.requireNonNull;

/// The one volatile field between those who publish and those who serve.
///
/// A request and a handshake read it once and keep what they read; swapping it is the whole of a reload.
/// Threads: any.
public final class ActiveTable {

    private final CertificateWaits waits = new CertificateWaits(this);
    private volatile Publication current;

    public ActiveTable(Publication first) {
        current = requireNonNull(first);
    }

    public Publication current() {
        return current;
    }

    public void swap(Publication next) {
        current = requireNonNull(next);
        waits.look();
    }

    /// The handshakes that wait for what it does not have yet.
    public CertificateWaits waits() {
        return waits;
    }
}
