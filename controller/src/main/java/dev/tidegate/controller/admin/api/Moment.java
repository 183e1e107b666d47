package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.compile.CompilerOptions;
import dev.tidegate.controller.compile.Surroundings;
import dev.tidegate.controller.diagnostic.Diagnostic;
import dev.tidegate.controller.explain.Explainer;
import dev.tidegate.controller.publish.Round;
import dev.tidegate.controller.records.RecordAccount;
import dev.tidegate.controller.view.BackendView;
import dev.tidegate.controller.view.CertificateViews;
import dev.tidegate.controller.view.RecordView;
import dev.tidegate.controller.view.TableView;
import dev.tidegate.gateway.publication.Publication;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.RouteAction;
import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.gateway.table.VirtualHost;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What one answer is made of: the table that is served at this moment, and what stands around it. Threads: one.
final class Moment {

    private final Publication publication;
    private final Round round;
    private final Surroundings around;
    private final Optional<RecordAccount> records;
    private final Instant now;

    Moment(
            Publication publication,
            Round round,
            CompilerOptions options,
            Optional<RecordAccount> records,
            Instant now) {
        this.publication = publication;
        this.round = round;
        this.around = new Surroundings(round.snapshot(), round.compilation(), options);
        this.records = records;
        this.now = now;
    }

    RoutingTable table() {
        return publication.table();
    }

    TableView tableView() {
        return TableView.of(table().provenance());
    }

    List<Diagnostic> diagnostics() {
        return round.compilation().diagnostics();
    }

    Surroundings around() {
        return around;
    }

    Publication publication() {
        return publication;
    }

    CertificateViews certificates() {
        return new CertificateViews(publication.certificates(), around, now);
    }

    Explainer explainer() {
        return new Explainer(publication, around, diagnostics(), now);
    }

    /// What is known of the host's DNS records, if they are ours to keep.
    Optional<RecordView> record(String host) {
        return records.flatMap(it -> it.of(host));
    }

    /// The backends that these hosts lead to, once each, in order.
    List<BackendView> backendsOf(Collection<VirtualHost> hosts) {
        SortedSet<BackendId> ids = new TreeSet<>();
        hosts.forEach(host -> host.routes().forEach(route -> {
            if (route.action() instanceof RouteAction.Forward forward) {
                ids.add(forward.backend());
            }
            Canary canary = route.policies().canary();
            if (canary != null) {
                ids.add(canary.backend());
            }
        }));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(table().backend(id)).stream())
                .map((Backend backend) -> BackendView.of(backend, around))
                .toList();
    }
}
