package dev.tidegate.controller.compile;

import static java.util.Objects.requireNonNull;

/// Where this gateway is: the name of its node and that node's zone; empty where it is not known, or not to matter.
public record Locality(String node, String zone) {

    /// No endpoint is nearer than another.
    public static final Locality ANYWHERE = new Locality("", "");

    public Locality {
        requireNonNull(node);
        requireNonNull(zone);
    }
}
