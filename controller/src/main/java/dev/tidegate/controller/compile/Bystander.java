package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

import dev.tidegate.gateway.table.HostPattern;
import dev.tidegate.gateway.table.ResourceRef;
import java.util.List;
import java.util.Map;

/// An Ingress that is not ours, why, and what it would ask for if it were.
///
/// `object` and `field` are what would have to change; they are not always the Ingress's own.
public record Bystander(
        ResourceRef ingress,
        Why why,
        ResourceRef object,
        String field,
        String message,
        Map<HostPattern, List<HostClaim>> hosts) {

    /// Why an Ingress is not ours.
    public enum Why {
        /// It names a class, and that class belongs to another controller.
        OTHER_CLASS,
        /// It names a class of which there is no IngressClass.
        NO_SUCH_CLASS,
        /// It names the class that is meant to be ours, but the IngressClass names another controller.
        OTHER_CONTROLLER,
        /// It names no class, and those are not ours.
        NO_CLASS
    }

    public Bystander {
        requireNonNull(ingress);
        requireNonNull(why);
        requireNonNull(object);
        requireNonNull(field);
        requireNonNull(message);
        hosts = Map.copyOf(hosts);
    }
}
