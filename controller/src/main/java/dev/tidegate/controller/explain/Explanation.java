package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.view.BackendView;
import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.controller.view.RecordView;
import dev.tidegate.controller.view.RouteView;
import dev.tidegate.controller.view.TableView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that there is to say of one request, in plain values: the JSON is made of it, and so is the text.
///
/// `host`: the chosen host as manifests write it, `*` for rules without one. `target`: the path that the backend
/// receives. `certificate`: what a handshake for the host presents; absent in clear text. `record`: the host's DNS
/// records, where they are ours to keep. `causes`: what to look at first stands first; empty if nothing is odd.
/// `rivals`: those that came near stand first; `rivalsLeftOut`: how many more there are.
public record Explanation(
        Asked asked,
        Instant at,
        TableView table,
        Answer answer,
        @Nullable String host,
        @Nullable RouteView route,
        @Nullable String target,
        @Nullable BackendView backend,
        @Nullable CertificateView certificate,
        @Nullable RecordView record,
        List<Cause> causes,
        List<Rival> rivals,
        int rivalsLeftOut) {

    public Explanation {
        requireNonNull(asked);
        requireNonNull(at);
        requireNonNull(table);
        requireNonNull(answer);
        causes = List.copyOf(causes);
        rivals = List.copyOf(rivals);
    }

    /// The same, with what is known of its host's DNS records.
    public Explanation naming(Optional<RecordView> known) {
        return new Explanation(
                asked,
                at,
                table,
                answer,
                host,
                route,
                target,
                backend,
                certificate,
                known.orElse(null),
                causes,
                rivals,
                rivalsLeftOut);
    }
}
