package dev.tidegate.controller.annotation;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.BackendId;
import dev.tidegate.gateway.table.Balancing;
import dev.tidegate.gateway.table.Canary;
import dev.tidegate.gateway.table.CanaryRules;
import dev.tidegate.gateway.table.ResourceRef;
import dev.tidegate.gateway.table.RouteId;
import java.util.Optional;

/// That an Ingress asks for no routes of its own but for some of the requests of another's, and which.
public record CanaryRule(CanaryRules rules, boolean sharesSessions) {

    public CanaryRule {
        requireNonNull(rules);
    }

    public Canary on(BackendId backend, Optional<Balancing> balancing, RouteId id, ResourceRef source) {
        return new Canary(backend, rules, balancing, sharesSessions, id, source);
    }
}
