package dev.tidegate.controller.view;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.Provenance;
import java.time.Instant;

/// Which table: two with one digest route alike, whichever replica compiled them. Generation 0: it is not served.
public record TableView(long generation, Instant compiledAt, String digest) {
    public TableView {
        requireNonNull(compiledAt);
        requireNonNull(digest);
    }

    public static TableView of(Provenance provenance) {
        return new TableView(provenance.generation(), provenance.compiledAt(), provenance.digest());
    }
}
