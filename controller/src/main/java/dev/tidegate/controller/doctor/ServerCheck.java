package dev.tidegate.controller.doctor;

import dev.tidegate.controller.source.look.Sight;
import java.util.List;
import java.util.stream.Stream;

/// Does the API server serve what we read?
final class ServerCheck {

    private static final String NAME = "api-server";
    private static final List<String> NEEDED = List.of(
            "ingresses networking.k8s.io/v1",
            "ingressclasses networking.k8s.io/v1",
            "endpointslices discovery.k8s.io/v1");

    private ServerCheck() {}

    static Stream<Finding> of(Patient patient) {
        return patient.sight().server().stream().map(ServerCheck::finding);
    }

    private static Finding finding(Sight.Server server) {
        if (server.served().isEmpty()) {
            return Finding.warn(
                    NAME,
                    "the API server does not say what it serves",
                    "Whether it is new enough is not known.",
                    "Let this account look at /version and /apis, as the role system:discovery does.");
        }
        String version = server.version().isEmpty() ? "a version that it does not tell" : server.version();
        List<String> missing =
                NEEDED.stream().filter(it -> !server.served().contains(it)).toList();
        return missing.isEmpty()
                ? Finding.ok(NAME, "Kubernetes " + version + " serves all kinds that are read")
                : Finding.fail(
                        NAME,
                        "Kubernetes " + version + " does not serve " + String.join(", ", missing),
                        "Nothing can be routed without them.",
                        "Upgrade the cluster: Ingress v1 is there since Kubernetes 1.19, EndpointSlice v1 since 1.21.");
    }
}
