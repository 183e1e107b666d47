package dev.tidegate.dns.record;

import static java.util.Objects.requireNonNull;

/// What is wrong with one annotation; the rest of the object's wishes stand.
///
/// `key`: with its prefix. `message`: one line for people, with the value and what was expected.
public record AnnotationFault(String key, Kind kind, String message) implements Comparable<AnnotationFault> {

    public enum Kind {
        /// The value makes no sense; it is as if the annotation were not there.
        MALFORMED,
        /// Both prefixes, with different values; the newer prefix has it.
        AMBIGUOUS,
        /// Nothing here can do what it asks for.
        NOT_HONOURED
    }

    public AnnotationFault {
        requireNonNull(key);
        requireNonNull(kind);
        requireNonNull(message);
    }

    @Override
    public int compareTo(AnnotationFault other) {
        int byKey = key.compareTo(other.key);
        return byKey == 0 ? kind.compareTo(other.kind) : byKey;
    }
}
