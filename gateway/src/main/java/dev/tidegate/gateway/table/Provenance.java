package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// Which table this is: its number since the process started, when it was compiled, and a digest of its content.
///
/// Two tables with equal digests route alike, whichever process compiled them.
public record Provenance(long generation, Instant compiledAt, String digest) {

    public static final Provenance NONE = new Provenance(0, Instant.EPOCH, "");

    public Provenance {
        requireNonNull(compiledAt);
        requireNonNull(digest);
    }
}
