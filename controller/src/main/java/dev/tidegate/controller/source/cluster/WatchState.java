package dev.tidegate.controller.source.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the watching goes, for a metric and a line of readiness.
///
/// `watching`: every watch stands. It may be briefly false whenever one is renewed, so minutes of it mean something
/// and seconds do not. `lastContact`: when all of them last stood, as far as anybody looked. `failing`: one line for
/// each that does not, `Ingress: Connection refused`.
public record WatchState(boolean watching, Optional<Instant> lastContact, List<String> failing) {

    public static final WatchState NOT_STARTED = new WatchState(false, Optional.empty(), List.of());

    public WatchState {
        failing = List.copyOf(failing);
    }
}
