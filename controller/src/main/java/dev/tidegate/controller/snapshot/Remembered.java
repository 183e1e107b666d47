package dev.tidegate.controller.snapshot;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// What an earlier process of ours last knew to be good.
///
/// `at`: when it was last written down, be it because something changed or because that process was stopped in order.
/// `place`: where it was kept, for people.
public record Remembered(Snapshot snapshot, Instant at, String place) {
    public Remembered {
        requireNonNull(snapshot);
        requireNonNull(at);
        requireNonNull(place);
    }
}
