package dev.tidegate.controller.explain;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.VirtualHost;
import dev.tidegate.tls.ServerCertificate;
import java.util.List;
import java.util.Optional;

/// Everything that there is to say of one request. `certificate` is what a handshake for the host presents; empty in
/// clear text. `path` is the one that is matched and forwarded.
public record Explanation(
        Question question,
        String path,
        Answer answer,
        Optional<VirtualHost> host,
        Optional<Route> route,
        List<Rival> rivals,
        Optional<ServerCertificate> certificate) {
    public Explanation {
        requireNonNull(question);
        requireNonNull(path);
        requireNonNull(answer);
        requireNonNull(host);
        requireNonNull(route);
        rivals = List.copyOf(rivals);
        requireNonNull(certificate);
    }
}
