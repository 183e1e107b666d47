package dev.tidegate.controller.cni;

import static java.util.Objects.requireNonNull;

import dev.tidegate.controller.snapshot.Enforcement;
import java.util.Set;

/// One plug-in, or a part of one, that was seen. `version`: as its image is tagged, or empty. `why`: what tells
/// whether it enforces. `kinds`: which policies of the cluster it understands besides NetworkPolicy, by their plural.
record Sighting(String name, String version, Role role, Enforcement enforcement, String why, Set<String> kinds) {

    enum Role {
        /// Gives pods their addresses, and perhaps sees to policies too.
        NETWORK,
        /// Sees to policies beside whoever gives addresses.
        POLICY,
        /// Hands pods on to other plug-ins.
        META
    }

    Sighting {
        requireNonNull(name);
        requireNonNull(version);
        requireNonNull(role);
        requireNonNull(enforcement);
        requireNonNull(why);
        kinds = Set.copyOf(kinds);
    }

    String text() {
        return version.isEmpty() ? name : name + " " + version;
    }
}
