package dev.tidegate.controller.explain;

import dev.tidegate.controller.view.CertificateView;
import dev.tidegate.gateway.table.Backend;
import dev.tidegate.gateway.table.Route;
import dev.tidegate.gateway.table.VirtualHost;
import java.util.Optional;

/// What became of a request, as far as the table says: what the search for causes starts from.
///
/// `certificateHost`: the host under which the certificate was asked for, as a manifest writes it.
record Outcome(
        Asked asked,
        Answer answer,
        Optional<VirtualHost> host,
        Optional<Route> route,
        Optional<Backend> backend,
        Optional<CertificateView> certificate,
        String certificateHost) {}
