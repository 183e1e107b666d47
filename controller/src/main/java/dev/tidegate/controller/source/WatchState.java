package dev.tidegate.controller.source;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the watching of a cluster goes.
///
/// `standing`: how many watches stand; `wanted`: how many should. Some are renewed at any time, so minutes of a gap
/// mean something and seconds do not. `restarts`: how often one that stood has ended. `lastContact`: when the API
/// server last said anything. `failing`: one line for each thing that does not go, `Ingress: Connection refused`.
public record WatchState(int standing, int wanted, long restarts, Optional<Instant> lastContact, List<String> failing) {

    public WatchState {
        requireNonNull(lastContact);
        failing = List.copyOf(failing);
    }

    public boolean watching() {
        return wanted > 0 && standing == wanted;
    }
}
