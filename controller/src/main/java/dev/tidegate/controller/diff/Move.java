package dev.tidegate.controller.diff;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A thing that comes, goes or changes. `was` and `is`: how it was and is, in words; empty if it was not, or is not.
public record Move(Thing thing, Optional<String> was, Optional<String> is) {

    public Move {
        requireNonNull(thing);
        requireNonNull(was);
        requireNonNull(is);
        if (was.equals(is)) {
            throw new IllegalArgumentException(thing + " does not move: " + was);
        }
    }

    /// `+` comes, `-` goes, `~` changes.
    public char sign() {
        return was.isEmpty() ? '+' : is.isEmpty() ? '-' : '~';
    }
}
