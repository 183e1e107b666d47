package dev.tidegate.gateway.table;

import static java.util.Objects.requireNonNull;

/// Names one backend: the same Service and port, spoken to in the same way, is the same backend wherever it is routed
/// to.
///
/// One string, whose hash is computed once: a request looks its backend up by this.
public record BackendId(String value) implements Comparable<BackendId> {

    public BackendId {
        requireNonNull(value);
    }

    @Override
    public int compareTo(BackendId other) {
        return value.compareTo(other.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
