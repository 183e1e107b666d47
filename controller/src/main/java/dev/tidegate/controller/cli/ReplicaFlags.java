package dev.tidegate.controller.cli;

import dev.tidegate.controller.snapshot.ObjectKey;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How replicas know each other.
final class ReplicaFlags {

    @Option(
            names = "--publish-service",
            paramLabel = "NS/NAME",
            converter = FlagTypes.Key.class,
            description = "The Service in front of us: the pods behind it are our replicas.")
    private Optional<ObjectKey> publishService = Optional.empty();

    Optional<ObjectKey> publishService() {
        return publishService;
    }
}
