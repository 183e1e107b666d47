package dev.tidegate.gateway.publication;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.RoutingTable;
import dev.tidegate.tls.CertificateIndex;

/// What the gateway serves from: the routes and the certificates that belong to them, swapped as one.
public record Publication(RoutingTable table, CertificateIndex certificates) {
    public Publication {
        requireNonNull(table);
        requireNonNull(certificates);
    }
}
